"""Things that are called by a word of their title, a part of it or an everyday form: "lægesagen", "den om læger".

A word that is a part of several titles ("besøg") points out none of them, and a short one that is, as a rule, a place
yields to a longer one. What many titles begin with ("opfølgning", "fælles", "model") points out one where two of them
stand together, or in a form that means a known one ("opfølgningen", "regionens opfølgning").
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import OSA

from bot.usecases.danish.forms import stem_of
from bot.usecases.danish.words import Term, terms

Thing = TypeVar("Thing")

_WEAK = frozenset(map(stem_of, ("fælles", "opfølgning", "model")))
_COMMON = _WEAK | frozenset(
    map(
        stem_of,
        (
            *("kommune", "region", "møde", "mødet", "ny", "nye", "nyt", "punkt", "om", "på", "til", "fra"),
            *("dagsorden", "dagsordenen", "referat", "referatet", "godkendelse", "eventuelt"),
        ),
    )
)
_SHORTEST = 4  # letters of a stem that something is called by
_SHORTEST_MENDED = 7  # letters: shorter words stand too close to each other
_PLACE = 5  # letters of a stem that is rather a place's name
_SAME, _SLIP, _LONGER, _PART = 1.0, 0.8, 0.7, 0.65
_WEAKLY, _KNOWN, _ENOUGH = 0.35, 0.6, 0.6
_HEADED = re.compile(
    rf"(?P<base>[a-z]{{{_SHORTEST},}}?)[se]?"
    r"(?:sag(?:en|er|erne)?|punkt(?:et)?|forslag(?:et)?|emnet?|projekt(?:et)?|kurs(?:us|et))"
)
_ABOUT = ("om", "med")
_SOMETHING = re.compile(r"den|det|der|teksten|(?:beslutning|sag)(?:en)?|(?:punkt|forslag|emne|tekst)(?:et)?")


class _How(Enum):
    """How a stem has to be like one of a title's: as words are alike, as its beginning too, or the same."""

    ALIKE = auto()
    BEGINS = auto()
    SAME = auto()


class _Said(NamedTuple):
    """A way to take a word or two of the sentence, and where those stand."""

    stem: str
    how: _How
    places: tuple[int, ...]


class _Held(NamedTuple):
    """How much of a title a sentence holds, how much of that by words that tell, the longest of them, and where."""

    weight: float
    telling: float
    longest: int
    places: frozenset[int]


def by_title(titled: Iterable[tuple[Thing, str]], words: Sequence[Term]) -> tuple[Thing, frozenset[int]] | None:
    """The one thing that the sentence's words point out among those titles, and where; None where none or several."""
    things = list(titled)
    if not things:
        return None
    titles = tuple(stems_of(title) for _, title in things)
    known = [(each, _like(each.stem, each.how, titles)) for each in _said(words, _begins(titles))]
    shared = Counter(stem for _, title in things for stem in _weak(title))
    weak = {place: word for place, word in enumerate(words) if word.stem in shared}
    held = [_held(at, known, _weakly(_weak(title), shared, weak, words)) for at, (_, title) in enumerate(things)]
    best = max((each.weight for each in held), default=0.0)
    those = [(each, thing) for each, (thing, _) in zip(held, things, strict=True) if each.weight == best]
    if len(those) > 1:
        those = [pair for pair in those if pair[0].longest > _PLACE]
    if len(those) != 1 or not (those[0][0].telling or those[0][0].weight >= _ENOUGH):
        return None
    return those[0][1], those[0][0].places


def each_by_title(titled: Iterable[tuple[Thing, str]], words: Sequence[Term]) -> tuple[Thing, ...]:
    """Everything that some word of the sentence points out among those titles, in the order in which it is named."""
    things = list(titled)
    titles = tuple(stems_of(title) for _, title in things)
    near = (_like(each.stem, each.how, titles) for each in _said(words, _begins(titles)))
    found = ([at for at, likeness in enumerate(alike) if likeness == max(alike)] for alike in near if alike)
    return tuple(dict.fromkeys(things[those[0]][0] for those in found if len(those) == 1))


@lru_cache(maxsize=2_000)
def _begins(titles: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset(stem[:_SHORTEST] for stems in titles for stem in stems)


def _said(words: Sequence[Term], begins: frozenset[str]) -> Iterator[_Said]:
    """Each word, and what it or two of them may stand for where some title begins like that."""
    for place, word in enumerate(words):
        yield _Said(word.stem, _How.BEGINS if _is_about(words, place) else _How.ALIKE, (place,))
        if word.sound[:_SHORTEST] not in begins:
            continue
        if base := _base(word.sound):
            yield _Said(base, _How.BEGINS, (place,))
        if place + 1 < len(words):
            joined, places = word.sound + words[place + 1].sound, (place, place + 1)
            yield _Said(stem_of(joined), _How.SAME, places)
            if (base := _base(joined)) and len(base) >= len(word.sound):
                yield _Said(base, _How.BEGINS, places)


def _is_about(words: Sequence[Term], place: int) -> bool:
    """Whether it is what something is about ("den om læger"), rather than somebody ("om lægen kan komme")."""
    return place > 1 and words[place - 1].sound in _ABOUT and _SOMETHING.fullmatch(words[place - 2].sound) is not None


@lru_cache(maxsize=20_000)
def _base(sound: str) -> str:
    """What a compound says beside that it is an item: "lage" of "lagesagen"."""
    found = _HEADED.fullmatch(sound)
    return stem_of(found["base"]) if found else ""


@lru_cache(maxsize=20_000)
def _like(said: str, how: _How, titles: tuple[frozenset[str], ...]) -> tuple[float, ...]:
    """How like those titles it is that it is most like, less where they are several; empty where it is like none."""
    alike = [_likeliest(said, how, stems) for stems in titles]
    those = [likeness for likeness in alike if likeness]
    if not those:
        return ()
    if _PART in those and len(those) > 1:
        return tuple(min(those) / len(those) if likeness else 0.0 for likeness in alike)
    most = max(those)
    return tuple(most / those.count(most) if likeness == most else 0.0 for likeness in alike)


def _likeliest(said: str, how: _How, stems: frozenset[str]) -> float:
    if how is _How.SAME:
        return _SAME if said in stems else 0.0
    likest = max((_likeness(said, stem) for stem in stems), default=0.0)
    begins = how is _How.BEGINS and len(said) >= _SHORTEST and any(stem.startswith(said) for stem in stems)
    return likest or (_PART if begins else 0.0)


def _likeness(said: str, stem: str) -> float:
    """1 for the same word, less for a slip of it, and for a compound that one begins or ends with."""
    if said == stem:
        return _SAME
    short, long = sorted((said, stem), key=len)
    if len(short) >= _SHORTEST_MENDED and OSA.distance(said, stem, score_cutoff=_slips(short)) <= _slips(short):
        return _SLIP
    if len(short) > _SHORTEST and (long.startswith(short) or long.endswith(short)):
        return _LONGER if said == long else _PART
    return 0.0


def _slips(word: str) -> int:
    return 1 if len(word) < 10 else 2


def _held(at: int, known: Sequence[tuple[_Said, tuple[float, ...]]], weakly: Mapping[int, float]) -> _Held:
    """Of the title of that place among all; a word counts once, as what it is most like."""
    most: dict[int, float] = {}
    longest = 0
    for said, alike in known:
        if alike and alike[at]:
            for place in said.places:
                most[place] = max(most.get(place, 0.0), alike[at] / len(said.places))
            longest = max(longest, len(said.stem))
    telling = sum(most.values())
    return _Held(telling + sum(weakly.values()), telling, longest, frozenset((*most, *weakly)))


def _weakly(
    stems: frozenset[str], shared: Mapping[str, int], weak: Mapping[int, Term], words: Sequence[Term]
) -> dict[int, float]:
    """What words that many titles have say for this one, by their places; a word that is said again counts once."""
    found: dict[str, tuple[float, int]] = {}
    for place, word in weak.items():
        if word.stem in stems:
            is_known = word.sound.endswith("en") or (place > 0 and _is_whose(words[place - 1].sound))
            much = (_KNOWN if is_known else _WEAKLY) / shared[word.stem]
            found[word.stem] = max(found.get(word.stem, (0.0, place)), (much, place))
    return {place: much for much, place in found.values()}


def _is_whose(sound: str) -> bool:
    return sound.endswith("s") and len(sound) > _PLACE


@lru_cache(maxsize=2_000)
def stems_of_all(name: str) -> frozenset[str]:
    """The stems of all of its words."""
    return frozenset(each.stem for each in terms(name))


@lru_cache(maxsize=2_000)
def stems_of(title: str) -> frozenset[str]:
    """The stems that something is called by."""
    return frozenset(each for each in stems_of_all(title) - _COMMON if len(each) >= _SHORTEST)


def _weak(title: str) -> frozenset[str]:
    return stems_of_all(title) & _WEAK
