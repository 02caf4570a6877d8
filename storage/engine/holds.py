"""Names that one transaction at a time may hold until it ends: for what has no row of its own to be locked.

A file needs none of this, since it has one writer. Two names of one hash wait for each other, and nothing worse.
"""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, String, func, literal, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from storage.engine.connection import WritingConnection


class _TryHold(FunctionElement[bool]):
    name = "try_hold"
    inherit_cache = True
    type = Boolean()


@compiles(_TryHold, "postgresql")
def _on_a_server(element: _TryHold, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(func.pg_try_advisory_xact_lock(_number(*element.clauses)), **options)


@compiles(_TryHold, "sqlite")
def _on_a_file(_element: _TryHold, _compiler: SQLCompiler, **_options: Any) -> str:
    return "1"


def try_hold(kind: str, *name: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the transaction holds the name from now on, without waiting; to be selected from a subquery.

    (In a WHERE, or beside a LIMIT, a planner may ask of rows that it then leaves out.)
    """
    return _TryHold(literal_column(f"'{kind}'"), *name)


async def hold(conn: WritingConnection, kind: str, name: str) -> None:
    """Wait until the name is free, and hold it."""
    if conn.dialect.name == "postgresql":
        await conn.execute(select(func.pg_advisory_xact_lock(_number(literal(kind, String), literal(name, String)))))


def _number(*name: ColumnElement[Any]) -> ColumnElement[int]:
    return func.hashtextextended(func.concat_ws(literal_column("'/'"), *name), literal_column("0"))
