"""What of a sentence is its matter: what a proposal is about, or what is looked for."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.domain.saying.slots import Slots
from bot.usecases.danish.forms import EMPTY
from bot.usecases.danish.words import Term

_ABOUT = re.compile(r"\b(?:om|vedr(?:ørende|\.)?|angående|ang\.)\s+(?=\S)", re.IGNORECASE)
_ENDS = re.compile(r"[,.;:!?\n]|\s[-–]\s|\s(?:til|på|i)\s(?:det\s)?(?:næste\s)?(?:møde|dagsorden)", re.IGNORECASE)
_BEFORE_SLOT = re.compile(
    r"[\s,]*(?:\b(?:til|på|i|den|d|mødet|møde|kl|for|ca|omkring|cirka|med|koster)\b\.?[\s,]*)*$", re.IGNORECASE
)


def rest_of(said: str, words: Sequence[Term], slots: Slots, explained: frozenset[int]) -> str:
    """What follows "om", up to the next comma or slot; else the longest run of words that nothing explains."""
    return Rest(said, words, slots).beside(explained)


class Rest:
    """The same of one sentence, for whichever of its words are explained: most of it is the same for all."""

    def __init__(self, said: str, words: Sequence[Term], slots: Slots) -> None:
        self._said = said
        self._about = _about(said, slots)
        self._words = [] if self._about else list(_placed(said, words, slots))

    def beside(self, explained: frozenset[int]) -> str:
        """What is left beside these words."""
        return self._about or _trimmed(max(self._runs(explained), key=len, default=""))

    def _runs(self, explained: frozenset[int]) -> Iterator[str]:
        """Stretches of words that belong to no slot and to no way, beginning with one that weighs something."""
        begin: int | None = None
        last = 0
        for place, word in enumerate(self._words):
            is_taken = word.is_in_slot or place in explained
            if is_taken or word.is_apart:
                if begin is not None:
                    yield self._said[begin:last]
                begin = None
            if begin is None and word.weighs and not is_taken:
                begin = word.start
            last = word.end
        if begin is not None:
            yield self._said[begin:last]


class _Placed(NamedTuple):
    """Where a word stands: `is_apart` where something ends before it."""

    start: int
    end: int
    is_in_slot: bool
    is_apart: bool
    weighs: bool


def _placed(said: str, words: Sequence[Term], slots: Slots) -> Iterator[_Placed]:
    last, within = 0, slots.places()
    for word in words:
        is_apart = _ENDS.search(said[last : word.start] or " ") is not None
        yield _Placed(word.start, word.end, word.start in within, is_apart, word.stem not in EMPTY)
        last = word.end


def _about(said: str, slots: Slots) -> str:
    about = _ABOUT.search(said)
    return "" if about is None else _trimmed(said[about.end() : _end(said, about.end(), slots)])


def _end(said: str, start: int, slots: Slots) -> int:
    ends = [each.start for each in slots.every() if each.start >= start]
    ends += [slots.reason_start] if slots.reason_start is not None and slots.reason_start >= start else []
    if (mark := _ENDS.search(said, start)) is not None:
        ends.append(mark.start())
    return min(ends, default=len(said))


def _trimmed(text: str) -> str:
    return _BEFORE_SLOT.sub("", text).strip(" ,.;:!?–-»«\"'")
