"""Whatever can be done to a row behind the log's back: each column changed, the row taken out, a copy put in."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Boolean, Column, DateTime, Integer, LargeBinary, String, Table, bindparam, select, text

from storage.database import Database
from storage.engine.connection import WritingConnection
from storage.engine.types import Frozen, Plain, UtcTime
from storage.proof.digests import as_stored
from storage.proof.tables import proves
from storage.schema import metadata

Row = Mapping[str, Any]

HELD = tuple(each for each in metadata.sorted_tables if proves(each.name))
"""Every table that is not outside the proof, the log among them."""


class _Enough(Exception):  # noqa: N818 - it undoes what was only tried
    pass


@dataclass(frozen=True, slots=True)
class Tampered:
    """One thing that was done, and to which row; `column` None: to the whole row."""

    table: Table
    row: Row
    column: str | None
    doing: str


@asynccontextmanager
async def unguarded(database: Database) -> AsyncIterator[WritingConnection]:
    """A transaction in which no reference is checked, and of which nothing is kept."""
    try:
        async with database.writing() as conn:
            is_file = database.file is not None
            way = "PRAGMA defer_foreign_keys = ON" if is_file else "SET LOCAL session_replication_role = replica"
            await conn.execute(text(way))
            yield conn
            raise _Enough
    except _Enough:
        return


@asynccontextmanager
async def put_back(conn: WritingConnection) -> AsyncIterator[None]:
    """What is done meanwhile is undone."""
    await conn.execute(text("SAVEPOINT before"))
    yield
    await conn.execute(text("ROLLBACK TO SAVEPOINT before"))
    await conn.execute(text("RELEASE SAVEPOINT before"))


async def tamperings(conn: WritingConnection, every: int) -> AsyncIterator[Tampered]:
    """One thing in `every` in turn, and in a file all that can be done to a table's newest row; undone afterwards."""
    number = 0
    for table in HELD:
        *_, newest = rows = await _rows(conn, table)
        for row in rows:
            for done, doing in _deeds(conn, table, row):
                number += 1
                if number % every == 0 or (row is newest and _is_file(conn)):
                    async with put_back(conn):
                        await doing()
                        yield done


def _deeds(conn: WritingConnection, table: Table, row: Row) -> Iterator[tuple[Tampered, Callable[[], Awaitable[None]]]]:
    for column in table.c:
        for value in _others(column, row[column.name]):
            done = Tampered(table, row, column.name, f"{column.name} = {value!r}")
            yield done, partial(_set, conn, column, row, value)
    yield Tampered(table, row, None, "deleted"), partial(_delete, conn, table, row)
    yield Tampered(table, row, None, "copied"), partial(_copy, conn, table, row)


async def _delete(conn: WritingConnection, table: Table, row: Row) -> None:
    await conn.execute(text(f"DELETE FROM {table.name} WHERE {_place(conn)}"), _of(row))  # noqa: S608


async def _rows(conn: WritingConnection, table: Table) -> list[Row]:
    place = text("rowid AS at_row" if _is_file(conn) else "ctid::text AS at_row")
    return [row._asdict() for row in await conn.execute(select(*as_stored(table), place).select_from(table))]


def _others(column: Column[Any], value: Any) -> Iterator[Any]:
    """Other values of that type, and none where that is allowed."""
    if value is not None and column.nullable:
        yield None
    match column.type:
        case UtcTime():
            yield _later(value)
        case Frozen() | Plain():
            yield from map(json.dumps, _other_data(None if value is None else json.loads(value)))
        case Boolean():
            yield not value
        case Integer():
            yield (value or 0) + 1_000
        case LargeBinary():
            yield bytes(value or b"") + b"x"
        case _:
            yield f"{value or ''}x"[-(column.type.length or 999) :] if isinstance(column.type, String) else value


def _later(value: Any) -> Any:
    if isinstance(value, str):
        return (datetime.fromisoformat(value) + timedelta(microseconds=1)).isoformat(" ", "microseconds")
    return (value or datetime.fromisoformat("2027-01-01T12:00:00+00:00")) + timedelta(microseconds=1)


def _other_data(data: Any) -> Iterator[Any]:
    """The data with its last leaf changed, and with something more."""
    match data:
        case dict():
            if data:
                *_, last = data
                yield from ({**data, last: other} for other in _other_data(data[last]))
            yield {**data, "mere": 1}
        case list():
            if data:
                yield from ([*data[:-1], other] for other in _other_data(data[-1]))
            yield [*data, 1]
        case _:
            yield f"{data}x"


async def _set(conn: WritingConnection, column: Column[Any], row: Row, value: Any) -> None:
    await conn.execute(
        text(f'UPDATE {column.table.name} SET "{column.name}" = {_said(conn, column)} WHERE {_place(conn)}').bindparams(  # noqa: S608
            bindparam(column.name, type_=_kind(conn, column))
        ),
        {column.name: value, **_of(row)},
    )


_TOLD_APART = {"id", "number", "edition", "seq", "form", "item", "link", "attachment"}
"""Columns of which no two rows may say the same."""


async def _copy(conn: WritingConnection, table: Table, row: Row) -> None:
    """The row once more, under another key."""
    unique = {column.name for key in table.constraints if hasattr(key, "columns") for column in key.columns}
    new = {
        c.name: next(_others(c, row[c.name]))
        for c in table.c
        if c.name in unique & _TOLD_APART and row[c.name] is not None
    }
    if not new:
        new = {c.name: next(_others(c, row[c.name])) for c in table.primary_key if c.name not in ("forum", "tenant")}
    names = ", ".join(f'"{name}"' for name in map(str, table.c.keys()))
    places = ", ".join(_said(conn, column) for column in table.c)
    kinds = (bindparam(column.name, type_=_kind(conn, column)) for column in table.c)
    values = {name: value for name, value in (dict(row) | new).items() if name in table.c}
    await conn.execute(text(f"INSERT INTO {table.name} ({names}) VALUES ({places})").bindparams(*kinds), values)  # noqa: S608


def _said(conn: WritingConnection, column: Column[Any]) -> str:
    is_json = isinstance(column.type, Frozen | Plain) and not _is_file(conn)
    return f"CAST(:{column.name} AS JSON)" if is_json else f":{column.name}"


def _kind(conn: WritingConnection, column: Column[Any]) -> Any:
    """How the value is bound: as it is kept."""
    if isinstance(column.type, UtcTime):
        return String if _is_file(conn) else DateTime(timezone=True)
    return String if isinstance(column.type, Frozen | Plain) else column.type


def _is_file(conn: WritingConnection) -> bool:
    return conn.dialect.name == "sqlite"


def _place(conn: WritingConnection) -> str:
    return "rowid = :at_row" if _is_file(conn) else "CAST(ctid AS TEXT) = :at_row"


def _of(row: Row) -> dict[str, Any]:
    return {"at_row": row["at_row"]}
