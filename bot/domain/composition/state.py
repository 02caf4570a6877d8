"""What is kept of who takes part: confirmed mandates, who speaks for the doctors, and guests."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """That a person may decide for an organisation, since a day, and who said so and when."""

    person: str
    organisation: str
    confirmed: date
    said_by: str
    at: datetime
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GpAnswer:
    """Which of the doctors' organisations comes to a meeting, and who said so and when."""

    organisations: tuple[str, ...]
    said_by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody without a seat who comes to a meeting: for the items of those ids, or for all where none is named."""

    number: int
    name: str
    role: str
    items: tuple[int, ...]
    said_by: str
    at: datetime
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """Who comes in somebody's place: one of the forum's people or not, with a mandate where that was said."""

    absent: str
    person: str | None = None
    has_mandate: bool = False
