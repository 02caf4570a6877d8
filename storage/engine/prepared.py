"""Statements that every turn needs: SQLAlchemy writes each of them once, and the driver runs it as it is.

Interpreting a statement anew costs SQLAlchemy some 0.1 ms, twenty times what SQLite then takes to answer it. What needs
SQLAlchemy each time it runs is refused when it is first written, and stays with SQLAlchemy; so does what is not in the
path of a turn, a claim or a delivery.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import Delete, Dialect, Insert, Select, Update
from sqlalchemy.sql.base import Executable
from sqlalchemy.types import TypeEngine

from storage.engine.connection import Connection, WritingConnection
from storage.engine.driver import is_file, native_of

Convert = Callable[[Any], Any]
Make = Callable[[Any], Any]

_KEPT = 2_000  # values of each statement


class UnpreparableError(TypeError):
    """A statement that only SQLAlchemy can run, or one that is given other values than it has places for."""

    is_discreet = True


class Prepared:
    """One statement; `sets` are the columns that an insert or an update is given beside its own values.

    Raises UnpreparableError for what it cannot do, where it is first used in a database, and for other values.
    `make` turns a row into a value that cannot change: the same row is the same value, which is made once.
    """

    def __init__(self, statement: Executable, *sets: str, make: Make | None = None) -> None:
        self._statement = statement
        self._sets = sets
        self._make = make
        self._plans: dict[str, _Plan] = {}

    async def all(self, conn: Connection, **given: Any) -> list[Any]:
        """Every row of a SELECT, with its columns as attributes, or what is made of it."""
        plan = self._plan(conn.dialect, for_rows=True)
        rows, _ = await _run(conn, plan, given)
        return [plan.row(values) for values in rows]

    async def first(self, conn: Connection, **given: Any) -> Any:
        """The first row, or None."""
        plan = self._plan(conn.dialect, for_rows=True)
        rows, _ = await _run(conn, plan, given)
        return plan.row(rows[0]) if rows else None

    async def run(self, conn: WritingConnection, **given: Any) -> int:
        """How many rows were written."""
        return (await _run(conn, self._plan(conn.dialect, for_rows=False), given))[1]

    def _plan(self, dialect: Dialect, *, for_rows: bool) -> "_Plan":
        plan = self._plans.get(dialect.name)
        if plan is None:
            plan = self._plans[dialect.name] = _Plan(self._statement, self._sets, dialect, self._make)
        if plan.gives_rows is not for_rows:
            raise UnpreparableError(f"{'no rows come of' if for_rows else 'nothing is written by'} {plan.sql}")
        return plan


class _Plan:
    """The statement in one dialect, with what each value must become on its way in and out."""

    def __init__(self, statement: Any, sets: tuple[str, ...], dialect: Dialect, make: Make | None) -> None:
        if isinstance(statement, Insert):
            statement = statement.inline()  # else PostgreSQL is asked for the new row's id, which nobody wants
        compiled = statement.compile(dialect=dialect, column_keys=list(sets) or None)
        _refuse_more(statement, compiled)
        self.sql: str = compiled.string
        self._order: list[str] = compiled.positiontup
        self._into = {name: into for bind, name in compiled.bind_names.items() if (into := _into(bind.type, dialect))}
        self._asks = {name for bind, name in compiled.bind_names.items() if bind.required}
        self._fixed = {name: self._convert(name, it) for name, it in compiled.params.items() if name not in self._asks}
        columns = list(statement.selected_columns) if isinstance(statement, Select) else []
        self._out_of = [(place, out) for place, each in enumerate(columns) if (out := _out_of(each.type, dialect))]
        self._named = _named([column.name for column in columns])
        self._make = make
        self.row = self._row if make is None else lru_cache(maxsize=_KEPT)(self._row)
        self.gives_rows = bool(columns)

    def arguments(self, given: Mapping[str, Any]) -> list[Any]:
        """The values as the driver wants them."""
        if given.keys() != self._asks:
            raise UnpreparableError(f"given {sorted(given)}, but asking for {sorted(self._asks)}: {self.sql}")
        values = dict(self._fixed)
        for name, value in given.items():
            values[name] = self._convert(name, value)
        return [values[name] for name in self._order]

    def _convert(self, name: str, value: Any) -> Any:
        return self._into[name](value) if name in self._into else value

    def _row(self, values: tuple[Any, ...]) -> Any:
        """A row as the program knows it."""
        known = list(values)
        for place, convert in self._out_of:
            known[place] = convert(known[place])
        row = self._named(known)
        return row if self._make is None else self._make(row)


def _refuse_more(statement: Any, compiled: Any) -> None:
    """Raises UnpreparableError for what SQLAlchemy would do at each run."""
    if not isinstance(statement, (Select, Insert, Update, Delete)):
        raise UnpreparableError(f"neither SELECT, INSERT, UPDATE nor DELETE: {compiled.string}")
    if compiled.post_compile_params or compiled.literal_execute_params:
        raise UnpreparableError(f"text that grows with its values, as IN does: {compiled.string}")
    if compiled.effective_returning:
        raise UnpreparableError(f"RETURNING: {compiled.string}")
    if filled_in := [column.name for column in (*compiled.insert_prefetch, *compiled.update_prefetch)]:
        raise UnpreparableError(f"defaults that Python fills in ({', '.join(filled_in)}): {compiled.string}")


def _named(names: list[str]) -> Callable[[Iterable[Any]], Any]:
    row: Any = namedtuple("Row", names)  # type: ignore[misc]  # each statement has columns of its own
    return cast(Callable[[Iterable[Any]], Any], row._make)


def _into(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _out_of(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


async def _run(conn: Connection, plan: _Plan, given: Mapping[str, Any]) -> tuple[list[Any], int]:
    native, arguments = native_of(conn), plan.arguments(given)
    if is_file(native):
        cursor = native.cursor(sqlite3.Cursor).execute(plan.sql, arguments)
        return cursor.fetchall() if plan.gives_rows else [], cursor.rowcount
    if plan.gives_rows:
        return await native.fetch(plan.sql, *arguments), 0
    done = await native.execute(plan.sql, *arguments)
    return [], int(done.rpartition(" ")[2])  # "UPDATE 1", "INSERT 0 1"
