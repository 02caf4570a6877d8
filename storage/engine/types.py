"""Column types that behave alike on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import JSON, DateTime, Dialect, TypeDecorator

from storage.engine.codec import from_json, prepare, to_json


class UtcTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware in, UTC stored."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive time: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """UTC out, aware (SQLite forgets the zone)."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Plain(TypeDecorator[Any]):
    """JSON data as it is."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """A JSON text in, its data out, anew each time, so that it may be changed."""
        return None if value is None else orjson.loads(value)


class Frozen(TypeDecorator[Any]):
    """A value that cannot change (a frozen dataclass, or a tuple of them), kept as JSON; `kind` is its type."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind
        prepare(kind)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """A value in, its data out."""
        return None if value is None else to_json(self.kind, value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """A JSON text in, the value out; pydantic's ValidationError where the text stands for none."""
        return None if value is None else from_json(self.kind, orjson.loads(value))
