"""Working days as a value: public holidays come from outside, closures from the forum."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

OPENING = time(8)
CLOSING = time(17)
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)
_FAR_ENOUGH = 400  # days; a longer closure is a mistake in the forum file, not a calendar
_WORKED = 250  # days at least in so many, if nothing is closed: five weekdays a week, but for the holidays
_LOOKED_THROUGH = (date(2000, 1, 1), date(2100, 12, 31))  # in which every day of the year is every weekday


class NoWorkingDay(ValueError):  # noqa: N818 - it is what was looked for in vain
    """Everything is closed for longer than any closure lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What counts as a working day in one forum: not a weekend, not a holiday, not closed.

    Where no working day is found within 400 days, the methods raise NoWorkingDay.
    """

    holidays: Container[date] = frozenset()
    closure_days: frozenset[tuple[int, int]] = frozenset()  # (month, day), every year
    closure_periods: tuple[tuple[date, date], ...] = ()  # both ends included

    def is_working(self, day: date) -> bool:
        """Whether people are at work that day."""
        return (
            day.weekday() < _SATURDAY
            and day not in self.holidays
            and (day.month, day.day) not in self.closure_days
            and not any(first <= day <= last for first, last in self.closure_periods)
        )

    def working_day_before(self, day: date) -> date:
        """The nearest working day strictly before."""
        return self._nearest(day - _ONE_DAY, -_ONE_DAY)

    def working_day_after(self, day: date) -> date:
        """The nearest working day strictly after."""
        return self._nearest(day + _ONE_DAY, _ONE_DAY)

    def at_or_before(self, day: date) -> date:
        """The day itself if it is a working day, else the nearest one before."""
        return self._nearest(day, -_ONE_DAY)

    def at_or_after(self, day: date) -> date:
        """The day itself if it is a working day, else the nearest one after."""
        return self._nearest(day, _ONE_DAY)

    def opens(self, day: date, tz: tzinfo) -> datetime:
        """8.00 local time on that day."""
        return datetime.combine(day, OPENING, tzinfo=tz)

    def is_open(self, local: datetime) -> bool:
        """Whether reminders may leave at that local time: on a working day from 8.00 until just before 17.00."""
        return self.is_working(local.date()) and OPENING <= local.time() < CLOSING

    def next_open(self, local: datetime) -> datetime:
        """The local moment itself if open, else the next 8.00 on a working day, in the same time zone."""
        if self.is_open(local):
            return local
        day = local.date() if local.time() < OPENING else local.date() + _ONE_DAY
        return datetime.combine(self._nearest(day, _ONE_DAY), OPENING, tzinfo=local.tzinfo)

    def is_shut_for_long(self) -> bool:
        """Whether there is a stretch, in our century, in which a method could look in vain for a working day."""
        closed = sum(min((last - first).days + 1, _FAR_ENOUGH) for first, last in self.closure_periods)
        if 2 * len(self.closure_days) + closed < _WORKED:
            return False  # as with every forum that means what it says
        day, end = _LOOKED_THROUGH
        shut = 0
        while day <= end and shut < _FAR_ENOUGH:
            shut = 0 if self.is_working(day) else shut + 1
            day += _ONE_DAY
        return shut >= _FAR_ENOUGH

    def _nearest(self, day: date, step: timedelta) -> date:
        for away in range(_FAR_ENOUGH):
            candidate = day + away * step
            if self.is_working(candidate):
                return candidate
        raise NoWorkingDay(f"no working day within {_FAR_ENOUGH} days of {day}")
