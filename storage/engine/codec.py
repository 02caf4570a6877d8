"""Frozen dataclasses to JSON columns and back, by pydantic, with every field checked on the way in."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import orjson
from pydantic import TypeAdapter

T = TypeVar("T")

JSON: dict[str, Any] = {
    "json_serializer": lambda data: orjson.dumps(data).decode(),
    "json_deserializer": lambda raw: raw,
}
"""How an engine writes its JSON columns; what it reads is left as it is for the types in storage/engine/types.py."""


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def prepare(kind: Any) -> None:
    """Make now what reads and writes that type: it takes some milliseconds, for which no turn should wait."""
    _adapter(kind)


def to_json(kind: Any, value: Any) -> Any:
    """The value as plain JSON data."""
    return _adapter(kind).dump_python(value, mode="json")


def from_json(kind: type[T], data: Any) -> T:
    """The value that the JSON data stands for; pydantic's ValidationError if it stands for none."""
    value: T = _adapter(cast(Hashable, kind)).validate_python(data)
    return value
