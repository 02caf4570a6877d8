"""A sentence at its moment: what it may mean, the likeliest first."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.kernel.action import Action, Command
from bot.domain.live.actions import LiveCommand, LiveQuery
from bot.domain.saying.actions import Offered
from bot.domain.saying.forbidding import forbids
from bot.domain.saying.heard import heard
from bot.domain.saying.mood import Mood, mood_of
from bot.domain.saying.reserving import nays_of
from bot.domain.saying.slots import Slots, read_slots
from bot.process import gathering
from bot.usecases.danish import names
from bot.usecases.danish.forms import EMPTY, stem_of
from bot.usecases.danish.titles import by_title
from bot.usecases.danish.words import Term, terms
from bot.usecases.said.moment import Moment
from bot.usecases.said.told import Told
from bot.usecases.understanding.candidate import Candidate, opens_form
from bot.usecases.understanding.likely import name_of
from bot.usecases.understanding.rest import Rest
from bot.usecases.understanding.traits import Sentence
from bot.usecases.understanding.ways import Hit, Owner, Ways, every_way
from bot.usecases.understanding.weighed import weighed
from bot.usecases.understanding.which_meeting import meeting_said

_CLAUSE = re.compile(r"[.!?;:,\n]+(?=\s|$)|\s+men\s+", re.IGNORECASE)
_COLON = re.compile(r":(?=\s)")
_SHOW = re.compile(
    r"\W*(?:(?:hej|kære|kan|må|vil|jeg|du|vi|lige|gerne|mig) )*"
    r"(?:vis|vise|se|læs|læse|find|finde|hent|hente|åbn|åbne)\b",
    re.IGNORECASE,
)
_UNEXPLAINED = 0.12  # of what a word weighs that a way leaves unexplained
_AKIN = 0.3  # of what a word weighs that other ways to say the same hold
_STRANGE = 0.25  # what a word costs that nothing is known of
_BEHIND = 0.6  # of a way behind the first colon or in a reason, where rather the text stands that is to be kept
_ACROSS = 0.8  # of a way whose words stand in different clauses
_UNLIKELY = 1.0  # less for what there is not: most people ask for what there is
_SAME_TOPIC = 1.5  # more for what is about the thing that was shown last
_NOT_THEIRS = 1.5  # less for what the secretariat alone does, said by somebody else
_AS_TYPED = 0.3  # less for a command's own words than for the same in everyday ones, which know the moment
_ASKED = 1.5  # less for what a question asks to have done: it is rather asked about
_REQUESTED = 0.8  # more for what somebody politely asks to have done
_AT_THE_MOMENT = 0.5  # more for what is said at such moments alone
_MIDDLING = 1.5  # what a word weighs that nothing is known of
_MOST = 8
_LONGEST_CLAUSE = 60  # words in which a way may stand
_NO = stem_of("ikke")


@dataclass(frozen=True, slots=True)
class Found:
    """A way that was found in a clause, and what speaks for it."""

    hit: Hit
    weight: float
    left: float
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read, what it may mean with the likeliest first."""

    mood: Mood
    candidates: tuple[Candidate, ...]
    told: Told


@cache
@gathering()
def ways() -> Ways:
    """Every way, gathered once: it takes a third of a second."""
    return every_way()


def read(said: str, moment: Moment) -> Reading:
    """What it may mean, each act once; the time is linear in the sentence's length."""
    sentence = hear(said, moment)
    return Reading(mood=sentence.told.mood, candidates=weighed(by_ways(sentence), sentence), told=sentence.told)


def hear(said: str, moment: Moment) -> Sentence:
    """What is said beside the act, and which words name something."""
    words = terms(said)
    told, named = _told(said, words, read_slots(said, moment.now.date()), mood_of(said), moment)
    return Sentence(told=told, words=words, named=named)


def by_ways(sentence: Sentence) -> tuple[Candidate, ...]:
    """Every act that a way was found of, the likeliest first."""
    told, words = sentence.told, sentence.words
    taken = _taken(told.slots)
    free = [place for place, word in enumerate(words) if place not in sentence.named and word.start not in taken]
    found = _likeliest(_weighed(told, words, free))
    return _once(sorted(_ranked(found, told, words), key=lambda each: -each.weight))


def _told(said: str, words: Sequence[Term], slots: Slots, mood: Mood, moment: Moment) -> tuple[Told, frozenset[int]]:
    """What was said beside the act, and the words that named something."""
    who, where = names.people(moment.forum, words), names.organisations(moment.forum, words)
    item = by_title(enumerate(moment.items, start=1), words)
    held = by_title(enumerate(moment.held_items, start=1), words)
    proposal = by_title(((each, each.title) for each in moment.proposals), words)
    task = by_title(((each, each.title) for each in moment.tasks), words)
    told = Told(
        said=said,
        moment=moment,
        mood=mood,
        slots=slots,
        people=who.ids,
        organisations=where.ids,
        item=item[0] if item else None,
        held_item=held[0] if held else None,
        proposal=proposal[0] if proposal else None,
        task=task[0] if task else None,
        meeting_meant=meeting_said(said, slots, moment),
    )
    titled = (each[1] for each in (item, held, proposal, task) if each is not None)
    return told, who.places.union(where.places, *titled)


def _weighed(told: Told, words: Sequence[Term], free: Sequence[int]) -> Iterator[Found]:
    """Every way that a clause holds, and those that the whole sentence holds where it is not too long for one."""
    said = told.said
    text_from, clauses = _text_from(said, told.slots), _clauses(said, words, told.slots)
    behind = frozenset(place for place, word in enumerate(words) if word.start >= text_from)
    telling = [(place, words[place].stem) for place in free if words[place].stem not in EMPTY]
    stretches = [(clause, said[words[clause[0]].start : words[clause[-1]].end], 1.0) for clause in clauses]
    if len(clauses) > 1 and len(words) <= _LONGEST_CLAUSE:
        stretches.append((list(range(len(words))), said, _ACROSS))
    for places, text, part in stretches:
        among = [(place, stem, ways().weight(stem)) for place, stem in telling if places[0] <= place <= places[-1]]
        for hit in ways().held(((place, words[place]) for place in places), told.moment):
            yield _found(hit, hit.weight * (_BEHIND if hit.explained <= behind else part), among, text)


def _text_from(said: str, slots: Slots) -> int:
    """Where the first colon stands, or the reason begins."""
    colon = _COLON.search(said)
    begins = (None if colon is None else colon.end(), slots.reason_start)
    return min((each for each in begins if each is not None), default=len(said))


def _found(hit: Hit, weight: float, among: Sequence[tuple[int, str, float]], text: str) -> Found:
    known = strange = akin = 0.0
    own, explained = ways().of_owner[hit.way.owner], hit.explained
    for place, stem, tells in among:
        if place not in explained:
            if not tells:
                strange += 1
            elif stem in own:
                akin += tells
            else:
                known += tells
    weight += _AKIN * akin - _UNEXPLAINED * known - _STRANGE * strange
    return Found(hit, weight, known + _MIDDLING * strange, text)


def _clauses(said: str, words: Sequence[Term], slots: Slots) -> list[list[int]]:
    """The places of the words between two marks; the point in "den 16." is none where the sentence goes on."""
    within = [(each.start, each.end) for each in slots.every()]
    breaks = [
        each.start()
        for each in _CLAUSE.finditer(said)
        if not (said[each.end() + 1 : each.end() + 2].islower() and any(a < each.end() <= b for a, b in within))
    ]
    found: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(bisect_right(breaks, word.start), []).append(place)
    return [
        clause[at : at + _LONGEST_CLAUSE] for clause in found.values() for at in range(0, len(clause), _LONGEST_CLAUSE)
    ]


def _ranked(found: Sequence[Found], told: Told, words: Sequence[Term]) -> Iterator[Candidate]:
    """What each means, the likeliest first; a command's own words mean what they do every day, where they do."""
    everyday: list[frozenset[int]] = []
    matter, rests = Rest(told.said, words, told.slots), dict[str, Told]()
    nays = nays_of(heard(told.said[: told.slots.reason_start])) if told.mood.negates else 0
    for each in found:
        owner = _owner(each)
        if owner.is_everyday and (told.moment.serves or not owner.by_secretariat):
            everyday.append(each.hit.explained)
        if owner.is_everyday or not any(each.hit.explained <= other for other in everyday):
            rest = matter.beside(each.hit.explained)
            if rest not in rests:
                rests[rest] = replace(told, rest=rest)
            action = each.hit.way.act(rests[rest])
            if action is not None:
                yield _candidate(each, owner, action, told, nays)


def _likeliest(found: Iterable[Found]) -> list[Found]:
    """The best way of each owner, with and without a no, the likeliest first."""
    best: dict[tuple[int, bool], Found] = {}
    for each in found:
        kind = each.hit.way.owner, _NO in each.hit.way.needed
        if kind not in best or each.weight > best[kind].weight:
            best[kind] = each
    return sorted(best.values(), key=lambda each: -each.weight)[: 2 * _MOST]


def _owner(found: Found) -> Owner:
    return ways().owners[found.hit.way.owner]


def _candidate(found: Found, owner: Owner, action: AnyQuery | AnyCommand, told: Told, nays: int) -> Candidate:
    """What was found as it weighs at that moment; a "not" more than those of the way itself makes it no plain word."""
    is_command = isinstance(action, Command)
    own_no = _NO in found.hit.way.needed
    says_no = owner.refuses or own_no
    is_plain = owner.is_plain(told) if callable(owner.is_plain) else owner.is_plain
    weight = found.weight + (_SAME_TOPIC if _is_same_topic(action, told.moment) else 0.0)
    weight -= _NOT_THEIRS if owner.by_secretariat and not told.moment.serves else 0.0
    weight -= 0.0 if owner.is_everyday else _AS_TYPED
    weight -= _UNLIKELY if isinstance(action, Offered) else 0.0
    weight -= _ASKED if is_command and (told.mood.asks or _SHOW.match(told.said)) else 0.0
    weight += _REQUESTED if is_command and told.mood.requests else 0.0
    weight += _AT_THE_MOMENT if owner.when is not None else 0.0
    return Candidate(
        name=name_of(action),
        action=action,
        weight=weight,
        share=found.hit.weight / (found.hit.weight + found.left),
        is_plain=is_plain and nays <= own_no,
        says_no=says_no,
        is_negated=told.mood.negates and _is_denied(action, found.clause, says_no=says_no, own_no=own_no),
        explained=found.hit.explained,
    )


def _is_denied(action: AnyQuery | AnyCommand, clause: str, *, says_no: bool, own_no: bool) -> bool:
    """Whether it is not to be: a form, or what says no itself, only where that is forbidden ("afvis ikke nr. 4")."""
    is_command = isinstance(action, Command)
    if is_command and not says_no:
        return mood_of(clause).negates
    return (is_command or opens_form(name_of(action))) and not own_no and forbids(clause)


def _is_same_topic(action: AnyQuery | AnyCommand, moment: Moment) -> bool:
    """As what was shown last or, where nothing was, as the meeting that is held right now."""
    shown = moment.talk.shown
    if shown is None:
        return moment.live is not None and isinstance(action, LiveQuery | LiveCommand)
    return type(shown).__module__ == type(action).__module__


def _taken(slots: Slots) -> frozenset[int]:
    """The characters of what was said beside the act, and of why."""
    begin = slots.reason_start
    why = range(0) if begin is None else range(begin, begin + len(slots.reason))
    return slots.places().union(why)


def _once(ranked: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Each act once, as it is likeliest and as plain as it is said: one that says less of the same is the same."""
    found: list[Candidate] = []
    for each in ranked:
        place = next((at for at, other in enumerate(found) if _is_same(each.action, other.action)), None)
        if place is None:
            found.append(each)
        elif _surely(each) > _surely(found[place]):
            found[place] = replace(each, weight=found[place].weight)
    return tuple(found[:_MOST])


def _surely(candidate: Candidate) -> tuple[bool, bool, int]:
    """What is no no, then what is plain, then what says more."""
    said = sum(getattr(candidate.action, each.name) != each.default for each in fields(candidate.action))
    return not candidate.is_negated, candidate.is_plain, said


def _is_same(one: Action, other: Action) -> bool:
    if type(one) is not type(other):
        return False
    pairs = [(getattr(one, each.name), getattr(other, each.name), each.default) for each in fields(one)]
    return all(a == b or default in (a, b) for a, b, default in pairs)
