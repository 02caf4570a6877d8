"""What a row says, as one digest: the same from the values that are written as from what either database keeps.

A column counts where it says something else than its default, so that a new one leaves the old digests as they are.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import orjson
from sqlalchemy import Boolean, Column, ColumnElement, Integer, LargeBinary, Table, type_coerce
from sqlalchemy.sql.elements import False_, True_
from sqlalchemy.types import NullType, TypeEngine

from storage.engine.codec import to_json
from storage.engine.types import Frozen, Plain, UtcTime

_Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Said:
    """How a column's value becomes plain data, from Python and from what the database keeps."""

    name: str
    default: Any
    of_value: _Convert
    of_stored: _Convert


def digest_of_values(table: Table, values: Mapping[str, Any]) -> str:
    """The digest of a row of these values; a column that is left out has its default."""
    said = [(each, each.of_value(values[each.name])) for each in _columns(table) if each.name in values]
    if len(said) != len(values):
        raise ValueError(f"{table.name} has no {', '.join(sorted(values.keys() - set(table.c.keys())))}")
    return _digest(said)


def as_stored(table: Table) -> list[ColumnElement[Any]]:
    """Every column to be selected as it is kept, whatever it was made to hold."""
    return [type_coerce(column, NullType()).label(column.name) for column in table.c]


def digest_of_stored(table: Table, stored: Sequence[Any]) -> str:
    """The digest of a row that was selected so."""
    return _digest((each, each.of_stored(it)) for each, it in zip(_columns(table), stored, strict=True))


def digest_of_group(digests: Iterable[str]) -> str:
    """One digest of rows that belong together, in whatever order they stand."""
    return hashlib.sha256("".join(sorted(digests)).encode()).hexdigest()


def _digest(said: Iterable[tuple[_Said, Any]]) -> str:
    data = {each.name: it for each, it in said if not _is(it, each.default)}
    return hashlib.sha256(orjson.dumps(data, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _is(value: Any, default: Any) -> bool:
    return type(value) is type(default) and bool(value == default)


@cache
def _columns(table: Table) -> tuple[_Said, ...]:
    return tuple(_said(column) for column in table.c)


def _said(column: Column[Any]) -> _Said:
    of_value, of_stored = _conversions(column.type)
    return _Said(str(column.name), _default(column), of_value, of_stored)


def _conversions(kind: TypeEngine[Any]) -> tuple[_Convert, _Convert]:
    match kind:
        case UtcTime():
            return _moment, _stored_moment
        case Frozen():
            return lambda value: None if value is None else to_json(kind.kind, value), _stored_json
        case Plain():
            return _as_it_is, _stored_json
        case Boolean():
            return _as_it_is, _stored_truth
        case Integer():
            return _as_it_is, lambda stored: _only(int, stored)
        case LargeBinary():
            return _bytes, _stored_bytes
        case _:
            return _as_it_is, lambda stored: _only(str, stored)


def _as_it_is(value: Any) -> Any:
    return value


def _moment(value: datetime | None) -> str | None:
    return None if value is None else value.astimezone(UTC).isoformat(" ", "microseconds")


def _stored_moment(stored: Any) -> Any:
    if isinstance(stored, str):
        try:
            naive = datetime.fromisoformat(stored)
        except ValueError:
            return _odd(stored)
        # One spelling alone: another one may be another moment to those who read the table.
        return _moment(naive.replace(tzinfo=UTC)) if naive.isoformat(" ", "microseconds") == stored else _odd(stored)
    return _moment(_only(datetime, stored)) if isinstance(stored, datetime) else _only(datetime, stored)


def _bytes(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()


def _stored_bytes(stored: Any) -> Any:
    return _bytes(bytes(stored)) if isinstance(stored, bytes | bytearray | memoryview) else _only(bytes, stored)


def _stored_json(stored: Any) -> Any:
    try:
        return None if stored is None else orjson.loads(stored)
    except ValueError:
        return _odd(stored)


def _stored_truth(stored: Any) -> Any:
    return bool(stored) if type(stored) is int and stored in (0, 1) else _only(bool, stored)


def _only(kind: type, stored: Any) -> Any:
    return stored if stored is None or isinstance(stored, kind) else _odd(stored)


def _odd(stored: Any) -> Any:
    """What stands for a value that the program would never have written there."""
    return {"odd": repr(stored)}


def _default(column: Column[Any]) -> Any:
    said = getattr(column.server_default, "arg", None)
    match said:
        case None:
            return None
        case True_():
            return True
        case False_():
            return False
        case str() if isinstance(column.type, Frozen | Plain):
            return orjson.loads(said)
        case str():
            return int(said) if isinstance(column.type, Integer) else said
        case _:
            raise TypeError(f"the default of {column.table.name}.{column.name} is no plain value")
