"""What was written and what is written now, word by word: what stayed, what went and what came."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

_WORDS = re.compile(r"\w+|[^\w\s]|\s+")
_SENTENCES = re.compile(r"[^.\n]*(?:[.\n]\s*|$)")
_MOST_WORDS = 4_000  # on either side: a longer text is compared by sentences, which its time then is bounded by
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


@lru_cache(maxsize=200)  # a card is drawn several times, and each of its readers sees the same
def reworded(before: str, after: str) -> tuple[Run, ...]:
    """Every word of both texts: those that are kept or gone make up the older, those kept or new the newer."""
    old, new = _pieces(before, after)
    found: list[Run] = []
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new).get_opcodes():
        if what == "equal":
            found.append(Run(Mark.KEPT, "".join(old[old_from:old_to])))
        else:
            found.append(Run(Mark.GONE, "".join(old[old_from:old_to])))
            found.append(Run(Mark.NEW, "".join(new[new_from:new_to])))
    return tuple(_joined(_unbroken([run for run in found if run.words])))


def shortened(runs: Iterable[Run], around: int) -> tuple[Run, ...]:
    """The runs with what is kept cut down to that many characters beside each change, "…" for the rest."""
    every = list(runs)
    return tuple(
        replace(run, words=_cut(run.words, around, is_first=place == 0, is_last=place == len(every) - 1))
        if run.mark is Mark.KEPT
        else run
        for place, run in enumerate(every)
    )


def _pieces(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) <= _MOST_WORDS:
        return old, new
    return _SENTENCES.findall(before), _SENTENCES.findall(after)


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
