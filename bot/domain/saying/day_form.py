"""One way to say a day, as it was found in the sentence and before it is known which day is meant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import TypeAlias

from bot.domain.kernel.danish import WEEKDAYS, parse_date
from bot.domain.kernel.refusal import Refusal

Span: TypeAlias = tuple[date, date | None]
Resolve: TypeAlias = Callable[[date], Span]
"""Which day is meant, or which are, seen from a day; one of NO_DAY is raised where there is none."""

NO_DAY = (Refusal, ValueError, OverflowError, StopIteration)

_YEARS_AHEAD = 9  # 29 February, and week 53, may be eight years away
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayForm:
    """Where it stands in the compared text and what it resolves to.

    `comes_yearly` says that it has no year and comes again each year. `month` (with a `year`, where it is said) may be
    lent to a day before it: "12." in "12.-16. juli". `weekday` is said with a day that may be another. `is_named` is
    what can only be meant as a day, so that none is read out of a part of it where there is none ("31. februar").
    """

    start: int
    end: int
    resolve: Resolve
    comes_yearly: bool = False
    month: str = ""
    year: str = ""
    weekday: str = ""
    is_week: bool = False
    is_named: bool = False

    def seen_from(self, today: date) -> Span | None:
        """Which day or days are meant; None where there are none."""
        try:
            first, last = self.resolve(today)
        except NO_DAY:
            return None
        return (first, last) if last is None or last > first else (first, None)

    def is_other_weekday(self, day: date) -> bool:
        """Whether that day is not the weekday said."""
        return self.weekday not in ("", WEEKDAYS[day.weekday()])


def dated(day: int, month: str, year: str = "") -> Resolve:
    """That day of that month, the next where no year is said."""
    return lambda today: (parse_date(f"{day}/{month}/{year}" if year else f"{day}/{month}", today), None)


def day_of_month(day: int, weekday: str = "") -> Resolve:
    """The next such day of a month; with a weekday the next that it is, within a year, else the next."""

    def resolve(today: date) -> Span:
        months = (months_on(today.replace(day=1), ahead) for ahead in range(13))
        days = (found for found in (_existing(month, day) for month in months) if found and found >= today)
        first = next(days)
        meant = (found for found in chain((first,), days) if weekday in ("", WEEKDAYS[found.weekday()]))
        return next(meant, first), None

    return resolve


def coming(weekday: str, weeks: int = 0) -> Resolve:
    """The next such weekday after the day, or so many weeks later."""
    return lambda today: (parse_date(weekday, today) + timedelta(weeks=weeks), None)


def gone(weekday: str) -> Resolve:
    """The latest such weekday before the day."""
    return lambda today: (parse_date(weekday, today - timedelta(days=8)), None)


def in_week(weekday: str, weeks: int) -> Resolve:
    """That weekday in the calendar week so many weeks on."""
    return lambda today: (_monday(today) + timedelta(weeks=weeks, days=WEEKDAYS.index(weekday)), None)


def week_ahead(weeks: int) -> Resolve:
    """Monday to Friday of the calendar week so many weeks on."""
    return lambda today: _working_week(_monday(today) + timedelta(weeks=weeks))


def numbered_week(number: int, until: int, year: str, weekday: str = "") -> Resolve:
    """Monday to Friday of that week, or that day of it; without a year the next that is not over."""

    def of_year(each: int) -> Span:
        if weekday:
            return date.fromisocalendar(each, number, WEEKDAYS.index(weekday) + 1), None
        return date.fromisocalendar(each, number, 1), date.fromisocalendar(each, until, 5)

    return yearly(of_year, year)


def yearly(of_year: Callable[[int], Span], year: str = "") -> Resolve:
    """What comes each year: that of the year said, else the first that is not over."""

    def resolve(today: date) -> Span:
        if year:
            return of_year(int(year))
        for each in range(today.year - 1, today.year + _YEARS_AHEAD):
            try:
                first, last = of_year(each)
            except ValueError:
                continue
            if (last or first) >= today:
                return first, last
        raise ValueError

    return resolve


def after(resolve: Resolve) -> Resolve:
    """The same, but none that has begun."""

    def not_begun(today: date) -> Span:
        first, last = resolve(today)
        return (first, last) if first > today else resolve((last or first) + _ONE_DAY)

    return not_begun


def part_of_month(month: int, first: int, last: int) -> Callable[[int], Span]:
    """From that day of the month to that; 31 is its last day, whichever it is."""
    return lambda year: (date(year, month, first), min(_end_of_month(year, month), _at_most(year, month, last)))


def end_of_month(month: int) -> Callable[[int], Span]:
    """The month's last day."""
    return lambda year: (_end_of_month(year, month), None)


def nth_weekday(weekday: str, nth: int, month: int) -> Callable[[int], Span]:
    """That weekday of the month: the first, the second …, the last (0)."""

    def of_year(year: int) -> Span:
        start = _end_of_month(year, month) - timedelta(days=6) if nth == 0 else date(year, month, 7 * nth - 6)
        return start + timedelta(days=(WEEKDAYS.index(weekday) - start.weekday()) % 7), None

    return of_year


def months_on(today: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    year, month = today.year + (today.month + months - 1) // 12, (today.month + months - 1) % 12 + 1
    return _at_most(year, month, today.day)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _working_week(monday: date) -> Span:
    return monday, monday + timedelta(days=4)


def _existing(month: date, day: int) -> date | None:
    found = _at_most(month.year, month.month, day)
    return found if found.day == day else None


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - _ONE_DAY


def _at_most(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, _end_of_month(year, month).day))
