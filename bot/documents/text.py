"""What people wrote as text that every format can hold: nothing readable is lost, and nothing unreadable is left.

A table pasted from Word keeps its cells apart and its lines: cell marks are tabs, vertical tabs and page breaks lines.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from bot.domain.kernel.marks import composed

LONGEST_WORD = 40
"""What is longer, no language writes: it may be broken, since it would run off the page."""

_LINES = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
_HIDDEN = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0E, 0x20),
        *range(0x7F, 0x85),
        *range(0x86, 0xA0),
        0x200B,
        *range(0x202A, 0x202F),  # what turns the order of letters round, so that one reads another thing than stands
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
    ]
)
_LIKE_LETTERS = {0x07: "\t"} | dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
_SIGNS = _HIDDEN | _LIKE_LETTERS | _LINES


def _class(signs: Mapping[int, object]) -> str:
    """The signs as a regular expression's class: in ranges, since many single ones are looked up slowly."""
    firsts = [each for each in sorted(signs) if each - 1 not in signs]
    lasts = [each for each in sorted(signs) if each + 1 not in signs]
    return "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in zip(firsts, lasts, strict=True))


_ODD = re.compile(f"[{_class(_SIGNS)}]")
_LONG = re.compile(rf"[^\s\u200b]{{{LONGEST_WORD}}}(?=[^\s\u200b])")


def clean(text: str) -> str:
    """The text without what no file may hold; a line ends with `\\n` alone."""
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return composed(lines.translate(_SIGNS) if _ODD.search(lines) else lines)


def one_line(text: str) -> str:
    """The text as a heading or a title, which have one line."""
    return " ".join(clean(text).split())


def breakable(text: str) -> str:
    """The text with places where a word that is too long for any line may be broken."""
    return _LONG.sub("\\g<0>\u200b", text)


def is_safe(address: str | None) -> bool:
    """Whether a document may point there: https alone, and an address that can be read."""
    try:
        return address is not None and urlsplit(address).scheme == "https" and bool(urlsplit(address).hostname)
    except ValueError:
        return False
