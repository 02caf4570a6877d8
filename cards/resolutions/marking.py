"""A line of a text around the words that were looked for, which are marked in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BEFORE, _LONGEST = 60, 200  # characters before the first mark, and of the line


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are marked or not."""

    words: str
    is_marked: bool = False


def marked(text: str, places: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """A line of the text, with what stands at these places marked."""
    start = 0 if not places else _word_before(text, places[0][0] - _BEFORE)
    end = _word_before(text, start + _LONGEST, at_end=True)
    inside = [(first, last) for first, last in places if start <= first and last <= end]
    pieces = [*_pieces(text, start, end, inside)]
    before = [Piece("… ")] if start else []
    after = [Piece(" …")] if end < len(text) else []
    return (*before, *pieces, *after)


def _pieces(text: str, start: int, end: int, places: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = start
    for first, last in places:
        if first > at:
            yield Piece(text[at:first])
        yield Piece(text[first:last], is_marked=True)
        at = last
    if end > at:
        yield Piece(text[at:end])


def _word_before(text: str, place: int, *, at_end: bool = False) -> int:
    """Where the word at that place begins (or `at_end` the space before it), so that few words are cut."""
    if place <= 0 or place >= len(text):
        return min(max(place, 0), len(text))
    space = text.rfind(" ", max(place - _BEFORE, 0), place)
    return place if space < 0 else space if at_end else space + 1
