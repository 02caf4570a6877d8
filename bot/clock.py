"""The only reader of time: moments are aware and in UTC, and a pinned clock stands still until it is moved."""

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class Clock(Protocol):
    """What the program believes the time is."""

    def now(self) -> datetime:
        """The moment, in UTC."""


class SystemClock:
    """The computer's own time."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        return elapsed_now()


class PinnedClock:
    """A time that stands still, for the demo, development and tests; moments must be aware (else ValueError)."""

    def __init__(self, moment: datetime) -> None:
        self._moment = _in_utc(moment)

    def now(self) -> datetime:
        """The pinned moment, in UTC."""
        return self._moment

    def move_to(self, moment: datetime) -> None:
        """Pin another moment, earlier or later."""
        self._moment = _in_utc(moment)


def elapsed_now() -> datetime:
    """The real moment in UTC, never pinned: for back-off and leases."""
    return datetime.now(UTC)


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC)
