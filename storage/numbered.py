"""Rows numbered per forum and year: each stored once for the form it came from, and changed as its next revision.

Both are written only in a transaction that holds the forum.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, func, select, update

from storage.engine.connection import WritingConnection
from storage.proof.ledger import note


async def add(conn: WritingConnection, table: Table, new: Mapping[str, Any], form: str) -> dict[str, Any]:
    """Store a new row under the forum's next number of its year; what was stored."""
    of_year = (table.c.forum == new["forum"], table.c.year == new["year"])
    number = (await conn.scalar(select(func.max(table.c.number)).where(*of_year)) or 0) + 1
    values = {**new, "number": number, "form": form}
    await conn.execute(table.insert().values(**values))
    note(conn, table, values)
    return values


async def save(conn: WritingConnection, table: Table, changed: Mapping[str, Any]) -> dict[str, Any]:
    """Store a changed row, read as the revision that it bears, as the next; what was stored."""
    here = [table.c[name] == changed[name] for name in ("forum", "year", "number")]
    form = await conn.scalar(select(table.c.form).where(*here))
    values = {**changed, "revision": changed["revision"] + 1}
    await conn.execute(update(table).where(*here).values(**values))
    note(conn, table, values | {"form": form})
    return values
