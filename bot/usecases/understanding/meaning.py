"""A sentence in somebody's own words, as the one thing that it is met with: done, one click, or answered."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.approval.actions import Respond, ShowApprovals
from bot.domain.kernel.action import Action, Command, Query
from bot.domain.saying.actions import Lead, Offered, Said
from bot.domain.saying.approving import denies_approval, is_approval, is_refusal, speaks_of_a_yes
from bot.domain.saying.mood import Mood
from bot.domain.saying.quoted import own_words
from bot.domain.saying.small_talk import small_talk
from bot.usecases.desk import Desk
from bot.usecases.said.moment import Moment, Talk
from bot.usecases.said.told import Told
from bot.usecases.standing.steps import next_steps
from bot.usecases.understanding.agreeing import agreed, agreed_at_length
from bot.usecases.understanding.candidate import Candidate, opens_form
from bot.usecases.understanding.likely import name_of
from bot.usecases.understanding.looking_round import look_round
from bot.usecases.understanding.reading import Reading, read
from bot.usecases.understanding.reserved import (
    approval_of,
    in_own_words,
    instead_of,
    is_about,
    is_of_something_else,
    is_yes,
    other_answer,
)
from bot.usecases.understanding.spoken_of import spoken_of

_PLAINLY = 0.55  # of what a sentence's words weigh must be explained by what is carried out at once
_PARTLY, _BEYOND_DOUBT = 0.35, 0.95  # the share that will do where there is such a chance
_WHOLLY = 0.8  # of an answer must be explained by the way in which it is given
_SURELY = 0.5  # the chance that anything must have which is carried out at once
_LIKELY = 0.4  # the chance of something else than an answer that somebody who is asked may mean
_LEAST = 0.2  # the chance that anything must have which it is met with
_ELSE_AS_WELL = 0.4  # of a sentence that something else must explain for it to be a wish of its own
_NEAR = 0.3  # of the likeliest's chance, to be offered beside it
_MOST_OFFERED = 3
_WITH_STEPS = frozenset({Lead.NOT_UNDERSTOOD, Lead.HELLO, Lead.THANKS, Lead.NOTHING_MEANT})
_MANY_QUESTIONS, _MOST_READ = 3, 5  # questions in one message


async def meant(desk: Desk, actor: str, said: Said, talk: Talk) -> AnyQuery | AnyCommand:
    """The action that is meant, or what is offered in its place."""
    moment = await look_round(desk, actor, talk)
    found = meaning(said.words, moment)
    if isinstance(found, Offered) and found.lead in _WITH_STEPS:
        return Offered(lead=found.lead, offers=await next_steps(desk, actor))
    return found


def meaning(words: str, moment: Moment) -> AnyQuery | AnyCommand:
    """The same by what is known of the moment alone; what one can do right now is left to the caller."""
    if (answer := agreed(words, moment.talk)) is not None:
        return answer
    own = own_words(words)
    if not own.strip():
        return Offered(lead=Lead.QUOTED)
    answers = moment.asked is not None and (is_approval(own) or is_refusal(own) or denies_approval(own))
    if not answers and (lead := small_talk(own)) is not None:
        return Offered(lead=lead)
    if (several := _several(own, moment)) is not None:
        return several
    reading = read(own, moment)
    found = _approved(decided(reading), reading)
    if not isinstance(found, Offered) or reading.mood.is_reserved:
        return found
    return agreed_at_length(own, found.offers, moment.talk) or found


def _several(own: str, moment: Moment) -> Offered | None:
    """Many questions at once as a choice of what answers the first of them, since one card answers one."""
    questions = own.split("?")[:-1]
    if len(questions) < _MANY_QUESTIONS:
        return None
    answers = (decided(read(f"{each}?", moment)) for each in questions[:_MOST_READ])
    found = tuple(dict.fromkeys(each for each in answers if not isinstance(each, Offered | Command)))
    return Offered(lead=Lead.SEVERAL, offers=found[:_MOST_OFFERED]) if len(found) > 1 else None


def decided(reading: Reading) -> AnyQuery | AnyCommand:
    """What a reading is met with: a question is answered, a plain word is carried out, all else is offered."""
    heavy = [each for each in reading.candidates if each.chance >= _LEAST]
    if (yes := _reserved_yes(heavy, reading)) is not None:
        return Offered(lead=Lead.CLICK, offers=_instead_of(yes, heavy[:1], reading))
    among = [each for each in heavy if _may_be_meant(each, reading.mood)]
    if not among or among[0].action == Offered(lead=Lead.NOT_UNDERSTOOD):
        return spoken_of(reading.told) or Offered(lead=Lead.NOT_UNDERSTOOD)
    best = among[0]
    if isinstance(best.action, Query):
        return best.action
    if _is_plain(best, reading) and not (is_yes(best.action) and _says_more(best, reading.candidates)):
        return best.action
    return _offer(among, reading.told)


def _approved(found: AnyQuery | AnyCommand, reading: Reading) -> AnyQuery | AnyCommand:
    """The same, or to somebody who is asked and says yes the approval first, before what else it was taken for."""
    asked, mood = reading.told.moment.asked, reading.mood
    if asked is None or mood.asks or mood.is_reserved or is_yes(found) or not is_approval(reading.told.said):
        return found
    others = found.offers if isinstance(found, Offered) else (found,)
    offers = (approval_of(asked), *(each for each in others if not isinstance(each, Respond)))
    return Offered(lead=Lead.CLICK, offers=offers[:_MOST_OFFERED])


def _reserved_yes(heavy: Sequence[Candidate], reading: Reading) -> AnyQuery | AnyCommand | None:
    """The yes that is none: the likeliest thing, or to somebody who is asked any that they do not ask about.

    What somebody who is asked has to say against an item is an answer, too.
    """
    mood, asked = reading.mood, reading.told.moment.asked
    if not mood.is_reserved:
        return None
    if asked is None or mood.asks:
        return next((each.action for each in heavy[:1] if is_yes(each.action)), None)
    yeses = [each.action for each in heavy if is_yes(each.action)]
    yes = next((each for each in yeses if is_about(each, reading.told.said)), None)
    if yeses and yes is None:
        return approval_of(asked)
    likeliest = next((each for each in heavy[:1] if each.chance >= _LIKELY and not each.says_nothing), None)
    if yes is None and _answers(likeliest, reading):
        return approval_of(asked)
    return yes


def _instead_of(yes: AnyQuery | AnyCommand, likeliest: Sequence[Candidate], reading: Reading) -> tuple[Action, ...]:
    """What is offered instead of a yes: first the answer that the words speak for, where they speak for one."""
    names = [each.name for each in likeliest]
    offers = instead_of(yes, reading.mood, reading.told.said)
    return tuple(sorted(offers, key=lambda each: name_of(each) not in names))


def _answers(likeliest: Candidate | None, reading: Reading) -> bool:
    """Whether somebody who is asked speaks of their answer, though it was not taken for one."""
    mood, said = reading.mood, reading.told.said
    if denies_approval(said) and not is_of_something_else(said):
        return True
    if likeliest is not None and isinstance(likeliest.action, Respond):
        return False
    if any(isinstance(each.action, Respond) and each.share >= _WHOLLY for each in reading.candidates):
        return True
    if likeliest is not None and (likeliest.says_no and mood.negates):
        return False
    if likeliest is not None and isinstance(likeliest.action, Query) and reading.told.position:
        return True
    is_about_answers = likeliest is None or isinstance(likeliest.action, ShowApprovals)
    goes_on = mood.conditions or mood.excepts or mood.reserves or (is_about_answers and mood.negates)
    return is_refusal(said) or (goes_on and speaks_of_a_yes(said))


def _may_be_meant(candidate: Candidate, mood: Mood) -> bool:
    """A yes with a reservation is none, and what is negated is not meant."""
    return not candidate.is_negated and not (mood.is_reserved and is_yes(candidate.action))


def _is_plain(candidate: Candidate, reading: Reading) -> bool:
    """Whether nothing speaks against it; a no that is how it is said ("kan ikke komme") does not.

    Ways and words must agree: what the ways rather take it for is offered, but where the words leave no doubt.
    """
    mood = replace(reading.mood, negates=False) if candidate.says_no else reading.mood
    is_heaviest = all(candidate.weight >= each.weight for each in reading.candidates if not each.is_negated)
    is_agreed = candidate.share >= _PLAINLY and candidate.chance >= _SURELY and is_heaviest
    is_beyond_doubt = candidate.share >= _PARTLY and candidate.chance >= _BEYOND_DOUBT and not is_yes(candidate.action)
    return candidate.is_plain and (is_agreed or is_beyond_doubt) and mood.is_plain


def _is_beside(candidate: Candidate, best: Candidate) -> bool:
    return not candidate.is_part_of(best) and not isinstance(candidate.action, Offered)


def _says_more(candidate: Candidate, among: Sequence[Candidate]) -> bool:
    """Whether another way was found of words that this one does not explain: two wishes are no plain word."""
    return any(
        each.share >= _ELSE_AS_WELL and each.explained.isdisjoint(candidate.explained)
        for each in among
        if isinstance(each.action, Command) or opens_form(each.name)
    )


def _offer(among: Sequence[Candidate], told: Told) -> Offered:
    """The likeliest with what comes near it, but what says less of the same: "fortryd godkendelsen" approves none."""
    best = among[0]
    near = [each.action for each in among if each.chance >= _NEAR * best.chance and _is_beside(each, best)]
    offers = tuple(in_own_words(each, told) for each in near[:_MOST_OFFERED])
    return Offered(lead=Lead.CLICK, offers=(*offers, *other_answer(offers))[:_MOST_OFFERED])
