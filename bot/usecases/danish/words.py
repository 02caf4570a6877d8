"""A sentence as words that can be compared: spelled alike, without endings, slips mended, compounds by their parts."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.kernel.danish import bare
from bot.usecases.danish.forms import EMPTY, stem_of

LONGEST = 2_000
"""Characters of a sentence that are read."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LONGEST_WORD = 40  # letters
_SHORTEST_MENDED = 5  # letters: shorter words stand too close to each other
_SHORTEST_PART = 4  # letters of a word that a compound is known by
_ENDING, _MENDED, _LAST_PART, _FIRST_PART = 0.95, 0.85, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the sentence: where it stands, how it is spelled alike, and its stem."""

    start: int
    end: int
    sound: str
    stem: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a word may stand for, with how surely (from 0 to 1)."""

    stem: str
    surely: float


def terms(text: str) -> tuple[Term, ...]:
    """The words of the sentence, as many as are read."""
    found = (_term(each) for each in _WORD.finditer(text[:LONGEST]))
    return tuple(each for each in found if each.stem)


def _term(match: "re.Match[str]") -> Term:
    return Term(match.start(), match.end(), *_spelled(match[0][:_LONGEST_WORD]))


@lru_cache(maxsize=20_000)
def _spelled(word: str) -> tuple[str, str]:
    """How a word sounds, and its stem."""
    return bare(word), stem_of(word)


class Vocabulary:
    """The stems that mean something, to find what a word stands for that is none of them."""

    def __init__(self, stems: Collection[str]) -> None:
        self._stems = frozenset(stems)
        self._by_first: Mapping[str, list[str]] = _by_first(stems)
        self._parts = sorted(
            (each for each in stems if len(each) >= _SHORTEST_PART), key=lambda each: (-len(each), each)
        )
        self._meant = lru_cache(maxsize=20_000)(self._find)

    def __contains__(self, stem: str) -> bool:
        return stem in self._stems

    def known(self, stem: str) -> tuple[Known, ...]:
        """The stem itself where it means something, else what it is a slip of or a compound with; none for others."""
        return self._meant(stem)

    def _find(self, stem: str) -> tuple[Known, ...]:
        alike = (
            set() if stem in EMPTY else {stem.removesuffix("t"), f"{stem}t"} - {stem}
        )  # "fin", "fint"; not "dig", "digt"
        found = [Known(stem, 1.0)] if stem in self._stems else []
        found += [Known(each, _ENDING) for each in sorted(alike) if len(each) > 2 and each in self._stems]
        return tuple(found) or self._mended(stem)

    def _mended(self, stem: str) -> tuple[Known, ...]:
        last = next((each for each in self._parts if stem.endswith(each) and len(stem) > len(each) + 1), None)
        first = next((each for each in self._parts if stem.startswith(each) and len(stem) > len(each) + 1), None)
        is_whole = last is not None and first is not None and len(last) + len(first) + 1 >= len(stem)
        if not is_whole and (slip := self._slip(stem)) is not None:
            return (Known(slip, _MENDED),)
        parts = ((last, _LAST_PART), (first, _FIRST_PART))
        return tuple(Known(each, surely) for each, surely in parts if each is not None)

    def _slip(self, stem: str) -> str | None:
        if len(stem) < _SHORTEST_MENDED - 1 or not stem.isalpha():
            return None
        most = 1 if len(stem) < 8 else 2
        among = [*self._by_first.get(stem[0], ()), *self._by_first.get(stem[1], ())]
        found = process.extractOne(stem, among, scorer=OSA.distance, score_cutoff=most)
        return None if found is None else found[0]


def _by_first(stems: Collection[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in sorted(stems):
        if len(each) >= _SHORTEST_MENDED - 1 and each.isalpha():
            found.setdefault(each[0], []).append(each)
    return found
