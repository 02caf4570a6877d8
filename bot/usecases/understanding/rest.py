"""What of a sentence is its matter: what a proposal is about, or what is looked for."""

import re
from collections.abc import Iterator, Sequence

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
    about = _ABOUT.search(said)
    if about is not None and (found := _trimmed(said[about.end() : _end(said, about.end(), slots)])):
        return found
    runs = list(_runs(said, words, slots, explained))
    return _trimmed(max(runs, key=len, default=""))


def _end(said: str, start: int, slots: Slots) -> int:
    ends = [each.start for each in slots.every() if each.start >= start]
    ends += [slots.reason_start] if slots.reason_start is not None and slots.reason_start >= start else []
    if (mark := _ENDS.search(said, start)) is not None:
        ends.append(mark.start())
    return min(ends, default=len(said))


def _runs(said: str, words: Sequence[Term], slots: Slots, explained: frozenset[int]) -> Iterator[str]:
    """Stretches of words that belong to no slot and to no way, beginning with one that weighs something."""
    begin: int | None = None
    last, within = 0, slots.places()
    for place, word in enumerate(words):
        is_taken = place in explained or word.start in within
        if is_taken or _ENDS.search(said[last : word.start] or " ") is not None:
            if begin is not None:
                yield said[begin:last]
            begin = None
        if not is_taken and begin is None and word.stem not in EMPTY:
            begin = word.start
        last = word.end
    if begin is not None:
        yield said[begin:last]


def _trimmed(text: str) -> str:
    return _BEFORE_SLOT.sub("", text).strip(" ,.;:!?–-»«\"'")
