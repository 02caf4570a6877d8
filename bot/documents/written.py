"""What people wrote, as files of other programs may hold it: no sign that a program would stumble over."""

import re

from bot.domain.kernel.danish import fold

_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONGEST_NAME = 60  # letters


def plain(words: str) -> str:
    """Every end of a line is the same, and nothing is a sign that no text has."""
    return _NO_TEXT.sub("", _LINE_END.sub("\n", words))


def in_a_line(words: str) -> str:
    """The same in one line."""
    return " ".join(plain(words).split())


def as_name(words: str) -> str:
    """Letters, digits and hyphens that every system takes as part of a file's name; empty where there are none."""
    return re.sub("[^a-z0-9]+", "-", fold(words)).strip("-")[:_LONGEST_NAME].rstrip("-")
