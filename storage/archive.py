"""Every table that proves something, and the log, as rows for an archive: what stands there, as it stands."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Table, select, type_coerce
from sqlalchemy.types import TypeDecorator

from storage.audit import audit
from storage.engine.connection import Connection
from storage.engine.schema import metadata
from storage.engine.types import Plain
from storage.proof.tables import proving


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the kind of value, whether rows are known by it, and the table that it refers to."""

    name: str
    kind: str
    is_key: bool
    of: str | None


def tables() -> tuple[str, ...]:
    """Their names, those that others refer to first, the log last."""
    return (*(each.name for each in proving(metadata)), audit.name)


def columns_of(name: str) -> tuple[Column, ...]:
    """The table's columns in their order."""
    return tuple(
        Column(
            name=each.name,
            kind=_kind(each.type),
            is_key=each.primary_key,
            of=next((key.column.table.name for key in each.foreign_keys), None),
        )
        for each in _table(name).columns
    )


async def rows_of(conn: Connection, name: str) -> AsyncIterator[tuple[Any, ...]]:
    """Each row as plain values, in the order of the key."""
    found = _table(name)
    columns = [type_coerce(each, Plain) if isinstance(_impl(each.type), JSON) else each for each in found.columns]
    query = select(*columns).order_by(*found.primary_key.columns)
    for row in await conn.execute(query):
        yield tuple(row)


def _table(name: str) -> Table:
    return metadata.tables[name]


def _kind(kind: Any) -> str:
    return str(_impl(kind).__class__.__name__).lower()


def _impl(kind: Any) -> Any:
    return kind.impl if isinstance(kind, TypeDecorator) else kind
