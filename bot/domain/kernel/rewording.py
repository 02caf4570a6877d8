"""What was written and what is written now, word by word: what stayed, what went and what came.

Comparing texts that have little in common takes the square of their words and more. There is a limit to that: then
they are compared by sentences, and at last as wholes.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import Match, SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

_WORDS = re.compile(r"\w+|[^\w\s]|\s+")
_SENTENCES = re.compile(r"[^.\n]*(?:[.\n]\s*|$)")
_MOST_STEPS = 150_000  # of comparing, each a tenth of a microsecond
_A_WORD = re.compile(r"\w")


class Mark(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share their fate."""

    mark: Mark
    words: str


class _TooMuch(Exception):  # noqa: N818 - never leaves this module
    """Comparing would take more steps than it may."""


class _Comparing(SequenceMatcher[str]):
    """Compares pieces, and stops before the step that is one too many."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        super().__init__(None, old, new)
        found = {piece: len(places) for piece, places in self.b2j.items()}  # type: ignore[attr-defined]  # documented
        self._before = list(accumulate((1 + found.get(piece, 0) for piece in old), initial=0))
        self._left = _MOST_STEPS

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        self._left -= self._before[ahi if ahi is not None else -1] - self._before[alo]
        if self._left < 0:
            raise _TooMuch
        return super().find_longest_match(alo, ahi, blo, bhi)


@lru_cache(maxsize=200)  # a card is drawn several times, and each of its readers sees the same
def reworded(before: str, after: str) -> tuple[Run, ...]:
    """Every word of both texts: those that are kept or gone make up the older, those kept or new the newer."""
    for pieces in (_WORDS, _SENTENCES):
        with suppress(_TooMuch):
            found = _runs(pieces.findall(before), pieces.findall(after))
            return tuple(_joined(_unbroken([run for run in found if run.words])))
    return tuple(run for run in (Run(Mark.GONE, before), Run(Mark.NEW, after)) if run.words)


def _runs(old: list[str], new: list[str]) -> list[Run]:
    """What both begin and end with is kept, and only what lies between has to be compared."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    found = [Run(Mark.KEPT, "".join(old[:head]))]
    for what, old_from, old_to, new_from, new_to in _Comparing(old_middle, new_middle).get_opcodes():
        if what == "equal":
            found.append(Run(Mark.KEPT, "".join(old_middle[old_from:old_to])))
        else:
            found.append(Run(Mark.GONE, "".join(old_middle[old_from:old_to])))
            found.append(Run(Mark.NEW, "".join(new_middle[new_from:new_to])))
    return [*found, Run(Mark.KEPT, "".join(old[len(old) - tail :]))]


def _common(old: list[str], new: list[str]) -> int:
    """How many pieces both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((number for number, (one, other) in pairs if one != other), min(len(old), len(new)))


def shortened(runs: Iterable[Run], around: int) -> tuple[Run, ...]:
    """The runs with what is kept cut down to that many characters beside each change, "…" for the rest."""
    every = list(runs)
    return tuple(
        replace(run, words=_cut(run.words, around, is_first=place == 0, is_last=place == len(every) - 1))
        if run.mark is Mark.KEPT
        else run
        for place, run in enumerate(every)
    )


def _unbroken(runs: list[Run]) -> Iterator[Run]:
    """A mere comma or space that stayed between two changes is part of both, lest the marks become confetti."""
    for place, run in enumerate(runs):
        is_between = 0 < place < len(runs) - 1 and run.mark is Mark.KEPT
        if is_between and not _A_WORD.search(run.words):
            yield replace(run, mark=Mark.GONE)
            yield replace(run, mark=Mark.NEW)
        else:
            yield run


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbouring changes as one: first all that went, then all that came."""
    waiting = dict.fromkeys((Mark.GONE, Mark.NEW), "")
    for run in runs:
        if run.mark is not Mark.KEPT:
            waiting[run.mark] += run.words
            continue
        yield from _flushed(waiting)
        waiting = dict.fromkeys(waiting, "")
        yield run
    yield from _flushed(waiting)


def _flushed(waiting: dict[Mark, str]) -> Iterator[Run]:
    return (Run(mark, words) for mark, words in waiting.items() if words)


def _cut(words: str, around: int, *, is_first: bool, is_last: bool) -> str:
    head, tail = (0 if is_first else around), (0 if is_last else around)
    if len(words) <= head + tail + 1:
        return words
    begins = words[:head].rpartition(" ")[0]  # whole words
    ends = words[len(words) - tail :].partition(" ")[2]
    return f"{begins}{' ' if begins else ''}…{' ' if ends else ''}{ends}"
