"""No document takes a machine for itself: what is longer than any meeting is refused before it is drawn.

The time that a document takes grows with its letters and lines, so that both together bound it: some twenty seconds.
What takes longer all the same, since typst lays it out badly or others need the machine, is given up.
"""

from collections.abc import Iterator

from bot.domain.documents.blocks import Block, Bullets, Document, Facts, Grid, Heading, Paragraph

LONGEST = 5_000_000
"""Letters, with what each text and each line costs beside them."""
WITHIN = 60.0
"""Seconds, three times what the longest one takes on a quiet machine."""

_A_TEXT, _A_LINE = 60, 20  # letters that could be drawn in the same time


class NotDrawnError(ValueError):
    """The document of that title becomes no file."""

    def __init__(self, title: str, reason: str) -> None:
        super().__init__(title, reason)
        self.title = title


class TooLongError(NotDrawnError):
    """A document that is longer than is drawn."""


class TooHeavyError(NotDrawnError):
    """A document that took more than it may while it was drawn."""


def limit(document: Document) -> None:
    """Raise TooLongError for a document that would take too long."""
    size = sum(_size(text) for block in document.blocks for text in _texts(block))
    if size > LONGEST:
        reason = f"{len(document.blocks)} blocks of together {size} letters, {LONGEST} at most"
        raise TooLongError(document.title, reason)


def _size(text: str) -> int:
    return len(text) + _A_TEXT + _A_LINE * text.count("\n")


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(runs=runs):
            yield from (run.text for run in runs)
        case Facts(rows=rows):
            yield from (text for row in rows for text in row)
        case Bullets(items=items):
            yield from items
        case Grid(header=header, rows=rows):
            yield from (text for row in (header, *rows) for text in row)
