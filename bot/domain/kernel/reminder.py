"""A reminder of something that has a day: when it is due, and from when on it would be of no use."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Generic[Kind]):
    """One reminder, due at 8.00; `about` tells two of a kind apart. From `until` on it is not worth planning."""

    kind: Kind
    about: str
    at: datetime
    until: datetime
