"""Statements that every turn needs: SQLAlchemy writes each of them once, and the driver runs it as it is.

Interpreting a statement anew costs SQLAlchemy some 0.1 ms, twenty times what SQLite then takes to answer it.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import Dialect, Select
from sqlalchemy.sql.base import Executable
from sqlalchemy.types import TypeEngine

from storage.engine.connection import Connection, WritingConnection
from storage.engine.driver import is_file, line_of

Convert = Callable[[Any], Any]
Make = Callable[[Any], Any]

_KEPT = 2_000  # values of each statement


class Prepared:
    """One statement; `sets` are the columns that an insert or an update is given beside its own values.

    `make` turns a row into a value that cannot change: the same row is the same value, which is made once.
    """

    def __init__(self, statement: Executable, *sets: str, make: Make | None = None) -> None:
        self._statement = statement
        self._sets = sets
        self._make = make
        self._plans: dict[str, _Plan] = {}

    async def all(self, conn: Connection, **given: Any) -> list[Any]:
        """Every row, with its columns as attributes, or what is made of it."""
        plan = self._plan(conn.dialect)
        rows, _ = await _run(conn, plan, given)
        return [plan.row(values) for values in rows]

    async def first(self, conn: Connection, **given: Any) -> Any:
        """The first row, or None."""
        plan = self._plan(conn.dialect)
        rows, _ = await _run(conn, plan, given)
        return plan.row(rows[0]) if rows else None

    async def run(self, conn: WritingConnection, **given: Any) -> int:
        """How many rows were written."""
        return (await _run(conn, self._plan(conn.dialect), given))[1]

    def _plan(self, dialect: Dialect) -> "_Plan":
        if dialect.name not in self._plans:
            self._plans[dialect.name] = _Plan(self._statement, self._sets, dialect, self._make)
        return self._plans[dialect.name]


class _Plan:
    """The statement in one dialect, with what each value must become on its way in and out."""

    def __init__(self, statement: Any, sets: tuple[str, ...], dialect: Dialect, make: Make | None) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(sets) or None)
        self.sql: str = compiled.string
        self._order: list[str] = compiled.positiontup
        self._fixed: Mapping[str, Any] = compiled.params
        self._into = {name: into for bind, name in compiled.bind_names.items() if (into := _into(bind.type, dialect))}
        columns = list(statement.selected_columns) if isinstance(statement, Select) else []
        self._out_of = [(place, out) for place, each in enumerate(columns) if (out := _out_of(each.type, dialect))]
        self._named = _named([column.name for column in columns])
        self._make = make
        self.row = self._row if make is None else lru_cache(maxsize=_KEPT)(self._row)
        self.gives_rows = bool(columns)

    def arguments(self, given: Mapping[str, Any]) -> list[Any]:
        """The values as the driver wants them."""
        values = dict(self._fixed)
        for name, value in given.items():
            values[name] = self._into[name](value) if name in self._into else value
        return [values[name] for name in self._order]

    def _row(self, values: tuple[Any, ...]) -> Any:
        """A row as the program knows it."""
        known = list(values)
        for place, convert in self._out_of:
            known[place] = convert(known[place])
        row = self._named(known)
        return row if self._make is None else self._make(row)


def _named(names: list[str]) -> Callable[[Iterable[Any]], Any]:
    row: Any = namedtuple("Row", names)  # type: ignore[misc]  # each statement has columns of its own
    return cast(Callable[[Iterable[Any]], Any], row._make)


def _into(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _out_of(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


async def _run(conn: Connection, plan: _Plan, given: Mapping[str, Any]) -> tuple[list[Any], int]:
    line, arguments = line_of(conn), plan.arguments(given)
    if is_file(line):
        cursor = line.cursor(sqlite3.Cursor).execute(plan.sql, arguments)
        return cursor.fetchall() if plan.gives_rows else [], cursor.rowcount
    if plan.gives_rows:
        return await line.fetch(plan.sql, *arguments), 0
    done = await line.execute(plan.sql, *arguments)
    return [], int(done.rpartition(" ")[2])  # "UPDATE 1", "INSERT 0 1"
