"""Insert a row, or change the one that is there: one statement, so that nobody comes between looking and writing."""

from typing import Any

from sqlalchemy import ColumnElement, Table
from sqlalchemy.dialects.postgresql import Insert, insert

# PostgreSQL's own insert for both databases: SQLite took its ON CONFLICT from there, word for word.


def upsert(table: Table, *fresh: str, where: ColumnElement[bool] | None = None, **also: Any) -> Insert:
    """An insert that changes the row of that primary key where there is one, and (with `where`) where that holds.

    Its columns `fresh` then get what the insert was given, those in `also` what is said there.
    """
    new = insert(table)
    changes = {name: new.excluded[name] for name in fresh} | also
    return new.on_conflict_do_update(index_elements=list(table.primary_key), set_=changes, where=where)


def insert_once(table: Table) -> Insert:
    """An insert that writes nothing, and counts as no row, where there is a row of that primary key."""
    return insert(table).on_conflict_do_nothing(index_elements=list(table.primary_key))
