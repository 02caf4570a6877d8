"""Acts that no way was found of, but that the sentence's words speak for: made by the sayings that mean them."""

from collections.abc import Iterable, Iterator, Mapping

from bot.domain.approval.actions import Clear, Respond
from bot.domain.kernel.action import Action, Command
from bot.domain.saying.actions import Lead, Offered
from bot.domain.saying.forbidding import forbids
from bot.domain.supplements.actions import AnswerSupplement
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told
from bot.usecases.understanding.candidate import Candidate, opens_form
from bot.usecases.understanding.everyday import SAYINGS
from bot.usecases.understanding.reserved import is_about, is_yes


def _by_act() -> Mapping[str, tuple[Saying, ...]]:
    found: dict[str, tuple[Saying, ...]] = {}
    for saying in SAYINGS:
        for act in saying.means.split():
            found[act] = (*found.get(act, ()), saying)
    return found


_BY_ACT = _by_act()
_LEADS = {lead.value: Offered(lead=lead) for lead in (Lead.HELLO, Lead.THANKS, Lead.NOTHING_MEANT, Lead.NOT_UNDERSTOOD)}


def guessed(acts: Iterable[str], told: Told) -> Iterator[Candidate]:
    """Each as its saying makes it, where it may be meant at that moment; a command is offered, never carried out."""
    for act in acts:
        if act in _LEADS:
            yield Candidate(name=act, action=_LEADS[act])
        made = (_made(act, saying, told) for saying in _BY_ACT.get(act, ()))
        if (first := next((each for each in made if each is not None), None)) is not None:
            yield first


def _made(act: str, saying: Saying, told: Told) -> Candidate | None:
    if saying.when is not None and not saying.when(told.moment):
        return None
    action = saying.act(told)
    if action is None or (is_yes(action) and not _is_awaited(action, told)):
        return None
    says_no = saying.refuses
    return Candidate(
        name=act,
        action=action,
        says_no=says_no,
        is_negated=(isinstance(action, Command) or opens_form(act)) and _is_denied(action, told, says_no),
    )


def _is_denied(action: Action, told: Told, says_no: bool) -> bool:
    """Whether it is not to be: a "not" is as often a part of how one says what is ("han skal ikke med alligevel")."""
    if not told.mood.negates:
        return False
    if isinstance(action, Respond | AnswerSupplement | Clear):
        return is_yes(action) and not says_no
    return forbids(told.said)


def _is_awaited(yes: Action, told: Told) -> bool:
    """Whether that yes may be meant: somebody is asked for it, or it is called by name or was just shown."""
    if isinstance(yes, Respond):
        return told.moment.asked is not None
    shown = told.moment.talk.shown
    return is_about(yes, told.said) or (shown is not None and type(shown).__module__ == type(yes).__module__)
