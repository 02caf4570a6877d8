"""Text is normalised in a time that grows with its length, since no letter keeps more marks than writing needs.

Normalising sorts the marks on a letter, which takes the square of their number. Unicode's stream-safe text has 30 at
most; no language writes more than a few, and nothing that people can read is lost with the rest.
"""

import re
import unicodedata

MOST_MARKS = 8
"""So many keeps one letter; Unicode itself allows 30."""

LIKE_MARKS = "".join(map(chr, (0xF73, 0xF75, 0xF81, 0xFF9E, 0xFF9F)))
"""What becomes marks when it is normalised, and is none before."""

_BLOCKS = (*range(0x300, 0x3100), *range(0xA000, 0xAC00), *range(0xF900, 0x20000))  # all that have marks
_MARK = "".join(sign for sign in map(chr, _BLOCKS) if unicodedata.combining(sign)) + LIKE_MARKS
_MANY = re.compile(f"([{_MARK}]{{{MOST_MARKS}}})[{_MARK}]+")
_FAR, _FARTHEST = chr(0x10000), chr(0x1FFFF)
_NEAR = "".join(sign for sign in _MARK if sign < _FAR)
_PERHAPS = re.compile(f"[{_NEAR}{_FAR}-{_FARTHEST}]{{{MOST_MARKS + 1}}}")
"""Whether the other finds anything: pictures are taken for marks here, since signs so far out are looked up slowly."""


def few_marks(text: str) -> str:
    """The text with at most so many marks on each letter."""
    return text if text.isascii() or not _PERHAPS.search(text) else _MANY.sub(r"\1", text)


def composed(text: str) -> str:
    """The text in Unicode's composed form (NFC)."""
    return unicodedata.normalize("NFC", few_marks(text))
