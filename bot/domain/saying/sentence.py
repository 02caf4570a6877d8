"""A sentence as it is compared: bare letters, names of days and months spelled right, and where each sign was typed."""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.kernel.danish import bare, fold
from bot.domain.saying.found import Slot
from bot.domain.saying.names import corrected

TAKEN = "\0"
"""Stands for each sign that is no word's: it was read already, or belongs to an address."""

_PIECE = re.compile(
    r"(?P<address>(?:https?://|www\.)\S*)|\u00bd|(?P<word>(?:[^\W\d_]|[\u0300-\u036f])+)|(?P<space>\s+)|[0-9]+|.",
    re.IGNORECASE,
)
_SIGNS = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-") | dict.fromkeys("\u2019\u00b4`", "'")
_MOVES = re.compile(r"(?<![a-z])(?:fremryk|flyt|ryk|udskyd|udsat|skub|andr|omlag|ret(?:te[rst]?)?(?![a-z]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The compared text, with where each of its signs starts and ends in what was typed."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """The place in what was typed of these signs."""
        return self.starts[start], self.ends[end - 1]

    def without(self, slots: Collection[Slot]) -> "Sentence":
        """The same where nothing that was read can be read again."""
        if not slots:
            return self
        signs = list(self.text)
        for slot in slots:
            first, last = bisect_left(self.starts, slot.start), bisect_left(self.starts, slot.end)
            signs[first:last] = TAKEN * (last - first)
        return replace(self, text="".join(signs))

    def moves(self, before: int) -> bool:
        """Whether something is moved from one time to another, so that "til" does not span a period."""
        return _MOVES.search(self.text, 0, before) is not None


def sentence(typed: str) -> Sentence:
    """What was typed, made ready for reading; every run of white space is one space."""
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in _PIECE.finditer(typed):
        compared = _compared(piece)
        signs.append(compared)
        start, end = piece.span()
        if len(compared) == end - start:
            starts += range(start, end)
            ends += range(start + 1, end + 1)
            continue
        same = start + _same_start(piece[0], compared)
        rest = start + len(compared) - same
        starts += [*range(start, same), *[same] * rest]
        ends += [*range(start + 1, same + 1), *[end] * rest]
    return Sentence(text="".join(signs), starts=tuple(starts), ends=tuple(ends))


def _compared(piece: re.Match[str]) -> str:
    match piece.lastgroup:
        case "address":
            return TAKEN * len(piece[0])
        case "word":
            return _word(piece[0])
        case "space":
            return " "
        case _:
            return _SIGNS.get(piece[0], piece[0])


@lru_cache(maxsize=20_000)
def _word(typed: str) -> str:
    """The word in bare letters; one that gets longer is no Danish."""
    word = bare(typed)
    if len(word) > len(typed):
        return TAKEN * len(typed)
    right = corrected(word)
    if right == word and len(word) < len(typed):  # "oktboer" has lost its e
        spelled = fold(typed)
        right = corrected(spelled)
        return word if right == spelled else right
    return right


def _same_start(typed: str, compared: str) -> int:
    """How many signs stand in both alike, so that a part of a word can be pointed at."""
    pairs = enumerate(zip(typed.lower(), compared, strict=False))
    return next((place for place, (was, now) in pairs if was != now), min(len(typed), len(compared)))
