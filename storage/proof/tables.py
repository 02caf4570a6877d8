"""Which tables prove something, and by what a row of one is known within its forum."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, MetaData, Table

OUTSIDE = frozenset(
    {
        "notices",
        "outbox",
        "answered",
        "chats",
        "snapshots",
        "agenda_readings",
        "uploads",
        "public_changes",
        "link_checks",
        "talks",
    }
)
"""Tables that prove nothing, as those do not whose name begins with `search_`: what is sent, and what is kept handy."""

CHAIN = "audit"
"""The log, which proves itself."""

KEY = "key"
"""In a table's `info`: the columns by which a row is known, where they are not those of its primary key.

Where there are none, all rows of a forum are known together.
"""

PAGE = "page"
"""In a table's `info`: how many of its rows are read at once, where they may be large."""


def proving(metadata: MetaData) -> tuple[Table, ...]:
    """Every table whose rows the log vouches for, those that others refer to first."""
    return tuple(each for each in metadata.sorted_tables if each.name != CHAIN and proves(each.name))


def proves(table: str) -> bool:
    """Whether a table of that name is held against the log."""
    return table not in OUTSIDE and not table.startswith("search_")


@cache
def forum_of(table: Table) -> Column[Any]:
    """The column that says whose a row is."""
    return table.c.id if table.name == "forums" else table.c.forum


@cache
def key_of(table: Table) -> tuple[Column[Any], ...]:
    """The columns by which a row is known within its forum."""
    names = table.info.get(KEY)
    if names is not None:
        return tuple(table.c[name] for name in names)
    return tuple(column for column in table.primary_key if column is not forum_of(table))


def spelled(table: Table, row: Mapping[str, Any]) -> str:
    """How a row is called in the log; at most one part of a key, its first, is a text, so no two are spelled alike."""
    return "/".join(str(row[column.name]) for column in key_of(table))


def parts(table: Table, key: str) -> tuple[str, ...]:
    """The values of the key that is spelled so."""
    count = len(key_of(table))
    return tuple(key.rsplit("/", count - 1)) if count else ()
