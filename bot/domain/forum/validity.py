"""A forum whose period is over or has not begun, and when to say ahead that it ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Forum

_AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """Its last day is past."""

    until: date
    succeeded_by: str | None

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"ended/{self.until}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBegun:
    """Its first day is still to come."""

    since: date

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"not_begun/{self.since}"


def out_of_force(forum: Forum, day: date) -> Iterator[Ended | NotBegun]:
    """Whether nothing can be done in the forum that day."""
    if forum.valid_until is not None and forum.has_ended(day):
        yield Ended(until=forum.valid_until, succeeded_by=forum.succeeded_by)
    elif forum.valid_from is not None and not forum.has_begun(day):
        yield NotBegun(since=forum.valid_from)


def ending_reminder(until: date, calendar: Calendar) -> date:
    """When to say that the forum ends: thirty days before its last day, or the working day before that."""
    return calendar.at_or_before(until - _AHEAD)
