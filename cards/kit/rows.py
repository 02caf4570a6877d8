"""Buttons stand in rows that a phone shows whole; a row that is too long would have its last ones cut off."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Json = dict[str, Any]

CHOICE = "both"
"""The id of a block with a choice of its own right above the rows: what a press came to is said above both."""
_ROOM = 44  # characters beside each other on a phone of 360 px
_FRAME = 4  # characters' room that a button takes beyond its title


def in_rows(every: Iterable[Json]) -> list[Json]:
    """The buttons in their order, as many in each row as fit there."""
    rows: list[list[Json]] = []
    used = _ROOM
    for each in every:
        size = len(str(each.get("title"))) + _FRAME
        if used + size > _ROOM:
            rows.append([])
            used = 0
        rows[-1].append(each)
        used += size
    return [{"type": "ActionSet", "actions": row} for row in rows]


def first_of_rows(parts: Sequence[Mapping[str, Any]], end: int) -> int:
    """Where the rows of buttons that end before that place begin; that place itself where none do."""
    while end > 0 and parts[end - 1].get("type") == "ActionSet":
        end -= 1
    return end


def above_choice(parts: Sequence[Mapping[str, Any]], end: int) -> int:
    """The same, and above the choice that may stand on top of them."""
    first = first_of_rows(parts, end)
    return first - 1 if first > 0 and parts[first - 1].get("id") == CHOICE else first
