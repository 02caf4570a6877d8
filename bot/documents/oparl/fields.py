"""What an object says, as JSON has it, with the references still to be made absolute."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

Fields = dict[str, Any]


def filled(fields: Mapping[str, Any]) -> Fields:
    """Without what nobody said; that something is not so, and 0, are said."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {}, ())}


def moment(when: datetime | None) -> str | None:
    """With its offset."""
    return None if when is None else when.isoformat()


def day(when: date | None) -> str | None:
    """A day of the calendar."""
    return None if when is None else when.isoformat()
