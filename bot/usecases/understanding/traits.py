"""What tells which act a sentence means: its words, which stand together, what is said beside them, and the moment."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import hypot

from bot.domain.saying.found import Slot
from bot.usecases.danish.words import Term, Vocabulary
from bot.usecases.said.moment import Moment
from bot.usecases.said.told import Told

_MOST_WORDS = 60
_NEXT, _NEXT_BUT_ONE, _PART, _ELSE = 0.8, 0.5, 0.45, 0.7  # beside a word's own 1
_BY_WAYS = (1.5, 0.8, 0.5)  # an act that a way was found of, by its place among them
_SHARED = 0.3  # of that also where the way explains next to nothing
_LENGTH = 3.0  # of all traits of a sentence together, however long it is
_SHORTEST, _LONG = 5, 7  # letters of words that begin, and that end, as others do
_MOODS = ("asks", "requests", "negates", "conditions", "excepts", "reserves")
_NAME = "#name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What was said, word by word, with the places of the words that name something."""

    told: Told
    words: tuple[Term, ...]
    named: frozenset[int]


def traits_of(sentence: Sentence, by_ways: Sequence[tuple[str, float]], vocabulary: Vocabulary) -> dict[str, float]:
    """Each trait with how much of it is there.

    What is named, counted or dated is told by its kind, not by its words: those are others tomorrow. `by_ways` are the
    acts that ways were found of, the likeliest first, each with the share of the sentence that its way explains.
    """
    told, words = sentence.told, sentence.words[:_MOST_WORDS]
    tokens = list(_tokens(told, words, sentence.named))
    found = _single(tokens, vocabulary)
    for one, other in zip(["^", *tokens], [*tokens, "$"], strict=True):
        found[f"{one} {other}"] = _NEXT
    for one, other in zip(tokens, tokens[2:], strict=False):
        found[f"{one} _ {other}"] = _NEXT_BUT_ONE
    for word in words:
        found.update((each, _PART) for each in _parts(word.sound))
    found.update((each, _ELSE) for each in chain(_of_mood(told), _of_moment(told.moment)))
    for at, ((act, share), most) in enumerate(zip(by_ways, _BY_WAYS, strict=False)):
        found[f"~{at} {act}"] = most * min(1.0, share + _SHARED)
    part = _LENGTH / hypot(*found.values())
    return {trait: much * part for trait, much in found.items()}


def _single(tokens: Iterable[str], vocabulary: Vocabulary) -> dict[str, float]:
    """Each word or, of one that is not known, what it is a slip of or is made of."""
    found: dict[str, float] = {}
    for token in tokens:
        if token in vocabulary:
            found[token] = 1.0
        else:
            for each in vocabulary.known(token):
                found[each.stem] = max(found.get(each.stem, 0.0), each.surely)
    return found


def _parts(sound: str) -> Iterator[str]:
    """How a longer word begins and ends, which it shares with its compounds."""
    if len(sound) >= _SHORTEST:
        yield f"{sound[:4]}-"
    if len(sound) >= _LONG:
        yield from (f"{sound[:6]}-", f"-{sound[-4:]}", f"-{sound[-6:]}")


def _tokens(told: Told, words: Sequence[Term], named: frozenset[int]) -> Iterator[str]:
    kinds = dict(_kinds(told))
    for place, word in enumerate(words):
        yield _NAME if place in named else kinds.get(word.start, word.stem)


def _kinds(told: Told) -> Iterator[tuple[int, str]]:
    """Of every character that is said beside the act, what it belongs to."""
    slots = told.slots
    yield from _spread("#length", slots.lengths)
    yield from _spread("#amount", slots.amounts)
    yield from _spread("#clock", slots.clocks)
    yield from _spread("#day", slots.days)
    for number in slots.numbers:
        yield from _spread(f"#{number.counts.value}", (number,))


def _spread(kind: str, slots: Iterable[Slot]) -> Iterator[tuple[int, str]]:
    return ((place, kind) for each in slots for place in range(each.start, each.end))


def _of_mood(told: Told) -> Iterator[str]:
    yield from (f"!{mood}" for mood in _MOODS if getattr(told.mood, mood))
    if told.slots.reason:
        yield "!why"


def _of_moment(moment: Moment) -> Iterator[str]:
    """Who writes, and when."""
    known = {
        "serves": moment.serves,
        "asked": moment.asked is not None,
        "consulted": moment.asked is not None and moment.asked.is_consulted,
        "proposals": bool(moment.proposals),
        "tasks": bool(moment.tasks),
    }
    yield from (f"@{name}" for name, is_so in known.items() if is_so)
    yield f"@{_phase(moment)}"
    if moment.talk.shown is not None:
        yield f"@shown {type(moment.talk.shown).__name__}"
    yield from (f"@offered {type(each).__name__}" for each in moment.talk.offered[:1])


def _phase(moment: Moment) -> str:
    """How far it is to the next meeting, or from the last one."""
    if moment.live is not None:
        return "live"
    if moment.held_items:
        return "minutes" if moment.minutes_sent else "after"
    if moment.agenda_sent:
        return "sent"
    if moment.standpoint is not None:
        return str(moment.standpoint)
    return "draft" if moment.items else "quiet"
