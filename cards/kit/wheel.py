"""A year that can be drawn: by the ids of a container and of its lines, which any card may have and Teams ignores."""

import re
from datetime import date
from enum import StrEnum

WHEEL = "year-wheel"
"""The id of the container whose lines can be drawn as a wheel."""


class Mark(StrEnum):
    """What falls on a day."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DUE = "due"
    OUTSIDE = "outside"


_MARKED = re.compile(rf"wheel-([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})-({'|'.join(Mark)})-[0-9]+")


def mark_id(day: date, mark: Mark, number: int) -> str:
    """The id of a line that tells of it; the number tells lines apart."""
    return f"wheel-{day.isoformat()}-{mark}-{number}"


def marked(ident: str) -> tuple[date, Mark] | None:
    """What such an id says; None for every other."""
    match = _MARKED.fullmatch(ident)
    try:
        return None if match is None else (date.fromisoformat(match[1]), Mark(match[2]))
    except ValueError:
        return None
