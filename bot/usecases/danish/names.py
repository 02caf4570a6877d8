"""Who and what a sentence names: people, organisations, and things that are called by a word of their title."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import OSA

from bot.domain.kernel.forum import Forum
from bot.usecases.danish.forms import stem_of
from bot.usecases.danish.words import Term, terms
from bot.usecases.per_snapshot import per_snapshot

Thing = TypeVar("Thing")

_COMMON = frozenset(
    map(
        stem_of,
        (
            *("kommune", "region", "møde", "mødet", "ny", "nye", "nyt", "fælles", "punkt", "om", "på", "til", "fra"),
            *("dagsorden", "dagsordenen", "referat", "referatet", "godkendelse", "eventuelt", "opfølgning", "model"),
        ),
    )
)
_REGION = stem_of("region")
_SHORTEST = 4  # letters of a stem that something is called by
_SHORTEST_MENDED = 7  # letters: shorter words stand too close to each other


@dataclass(frozen=True, slots=True)
class Called:
    """What was named, and the words that named it, by their place in the sentence."""

    ids: tuple[str, ...]
    places: frozenset[int]


def organisations(forum: Forum, words: Sequence[Term]) -> Called:
    """Those of the forum's organisations that have a word of their name in the sentence."""
    return _called(_words_of_organisations(forum), words)


def people(forum: Forum, words: Sequence[Term]) -> Called:
    """Those of the forum's people whose whole name stands in the sentence."""
    stems = {word.stem: place for place, word in enumerate(words)}
    said = frozenset(stems)
    named = {each: own for each, own in _words_of_people(forum).items() if own and own <= said}
    return Called(tuple(named), frozenset(stems[stem] for own in named.values() for stem in own))


def by_title(titled: Iterable[tuple[Thing, str]], words: Sequence[Term]) -> tuple[Thing, frozenset[int]] | None:
    """The one thing that the sentence's words point out among those titles, and where; None where none or several."""
    those = tuple(titled)
    every = _every(tuple(title for _, title in those))
    telling = [(place, word.stem) for place, word in enumerate(words) if _alike(word.stem, every.stems)]
    if not telling:
        return None
    found = [(_overlap(_stems(title), every.shared, telling), thing) for thing, title in those]
    best = max(weight for (weight, _), _ in found)
    meant = [(thing, places) for (weight, places), thing in found if weight == best]
    return meant[0] if len(meant) == 1 else None


def each_by_title(titled: Iterable[tuple[Thing, str]], words: Sequence[Term]) -> tuple[Thing, ...]:
    """Everything that some word of the sentence points out among those titles, in the order in which it is named."""
    known = [(thing, _stems(title)) for thing, title in titled]
    near = (_nearest(word, known) for word in words)
    return tuple(dict.fromkeys(those[0] for those in near if len(those) == 1))


def _nearest(word: Term, known: Sequence[tuple[Thing, frozenset[str]]]) -> list[Thing]:
    """Those whose title is most like that word, if at all."""
    alike = [(max((_likeness(word.stem, each) for each in stems), default=0.0), thing) for thing, stems in known]
    most = max((likeness for likeness, _ in alike), default=0.0)
    return [thing for likeness, thing in alike if likeness == most > 0]


class _Every(NamedTuple):
    """The stems of several titles, with how many of them share each."""

    stems: frozenset[str]
    shared: Mapping[str, int]


@lru_cache(maxsize=500)
def _every(titles: tuple[str, ...]) -> _Every:
    shared = Counter(stem for title in titles for stem in _stems(title))
    return _Every(frozenset(shared), shared)


def _overlap(
    stems: frozenset[str], shared: Mapping[str, int], words: Sequence[tuple[int, str]]
) -> tuple[float, frozenset[int]]:
    held = {
        place: max(likeness / shared[stem] for stem, likeness in alike)
        for place, said in words
        if (alike := _alike(said, stems))
    }
    return sum(held.values()), frozenset(held)


@lru_cache(maxsize=20_000)
def _alike(said: str, stems: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """Those of the stems that the word may stand for, with how likely each is."""
    return tuple((stem, likeness) for stem in stems if (likeness := _likeness(said, stem)))


def _likeness(said: str, stem: str) -> float:
    """1 for the same word, less for a slip of it, and for a compound that one begins or ends with."""
    if said == stem:
        return 1.0
    short, long = sorted((said, stem), key=len)
    if len(short) >= _SHORTEST_MENDED and OSA.distance(said, stem, score_cutoff=_slips(short)) <= _slips(short):
        return 0.8
    return 0.7 if len(short) > _SHORTEST and (long.startswith(short) or long.endswith(short)) else 0.0


def _slips(word: str) -> int:
    return 1 if len(word) < 10 else 2


@lru_cache(maxsize=2_000)
def _of_name(name: str) -> frozenset[str]:
    return frozenset(each.stem for each in terms(name))


@lru_cache(maxsize=2_000)
def _stems(title: str) -> frozenset[str]:
    return frozenset(each for each in _of_name(title) - _COMMON if len(each) >= _SHORTEST)


def _called(names: Mapping[str, frozenset[str]], words: Sequence[Term]) -> Called:
    places = {word.stem: place for place, word in enumerate(words)}
    said = frozenset(places)
    named = {each: own & said for each, own in names.items() if not own.isdisjoint(said)}
    return Called(
        tuple(named),
        frozenset(places[stem] for held in named.values() for stem in held),
    )


@per_snapshot
def _words_of_organisations(forum: Forum) -> Mapping[str, frozenset[str]]:
    """Every organisation's words that no other one has; »regionen« is the one that has it in its name."""
    found = {each.id: _stems(each.name) | _region(each.name) for each in forum.organisations}
    shared = Counter(stem for stems in found.values() for stem in stems)
    return {each: frozenset(stem for stem in stems if shared[stem] == 1) for each, stems in found.items()}


def _region(name: str) -> frozenset[str]:
    return _of_name(name) & {_REGION}


@per_snapshot
def _words_of_people(forum: Forum) -> Mapping[str, frozenset[str]]:
    return {each.id: _of_name(each.name) for each in forum.people}
