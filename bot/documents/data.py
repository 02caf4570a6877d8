"""A record as data: JSON with a published schema, read back as the same record.

Times are ISO 8601 with offset, lengths of time ISO 8601 durations, amounts decimal strings in Danish kroner.
"""

from typing import Any

from pydantic import TypeAdapter

from bot.domain.documents.state import MeetingRecord

MEDIA_TYPE = "application/json"

_RECORD: TypeAdapter[MeetingRecord] = TypeAdapter(MeetingRecord)


def to_json(record: MeetingRecord) -> bytes:
    """The record in UTF-8, the same bytes for the same record."""
    return _RECORD.dump_json(record)


def from_json(data: bytes) -> MeetingRecord:
    """The record again; raises ValueError for what is none."""
    return _RECORD.validate_json(data)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` writes."""
    described = _RECORD.json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | described
