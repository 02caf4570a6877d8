"""How often a forum meets in a calendar year, against what its charter says, and when too few meetings are told of.

What was held and what is planned counts alike; a meeting that was cancelled does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.sections import MeetingRules

PROPOSED_WARNINGS = ("06-01", "10-01")
"""Month and day on which the secretariat hears that meetings are missing, where the forum chose no others."""

WARNINGS = "frequency_warnings"
_FORESEEABLE = 8  # years: a meeting that is named for a later one is a slip of the pen
YEARS_AHEAD = 2
"""So many years after this one, or after the last that has a meeting, are watched: what brings a meeting plans anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """A year's meetings, the earliest first, under the rules that hold at its end.

    The forum exists from `first` to `last` of that year. `needed` is how many meetings that calls for, None where the
    charter names no number: in a part of a year its part of the number, rounded to the nearest.
    """

    year: int
    first: date
    last: date
    rules: MeetingRules
    meetings: tuple[Meeting, ...]
    needed: int | None

    @property
    def is_part(self) -> bool:
        """Whether the forum exists in a part of the year alone."""
        return (self.first, self.last) != (date(self.year, 1, 1), date(self.year, 12, 31))

    @property
    def missing(self) -> int:
        """How many meetings are neither held nor planned that the year calls for."""
        return max((self.needed or 0) - len(self.meetings), 0)

    @property
    def beyond(self) -> tuple[Meeting, ...]:
        """Those beyond the usual number, which is no fault where the forum may hold more (yderligere møder)."""
        most = self.rules.max_per_year.value
        return () if most is None else self.meetings[most:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """That meetings are missing in a year is told on that working day; `chosen` is the day it is counted from."""

    year: int
    day: date
    chosen: date


def frequency(forum: Forum, year: int) -> Frequency | None:
    """The year's meetings against the charter; None in a year in which the forum does not exist."""
    span = existence(forum, year)
    if span is None:
        return None
    first, last = span
    rules = forum.charter_on(last).meetings
    held = sorted((each for each in forum.meetings if each.day.year == year), key=lambda each: each.starts)
    return Frequency(
        year=year,
        first=first,
        last=last,
        rules=rules,
        meetings=tuple(held),
        needed=_needed(rules.min_per_year.value, year, first, last),
    )


def existence(forum: Forum, year: int) -> tuple[date, date] | None:
    """The days of that year, both included, between which the forum exists; None where it does on none."""
    first = max(forum.valid_from or date.min, date(year, 1, 1))
    last = min(forum.valid_until or date.max, date(year, 12, 31))
    return (first, last) if first <= last else None


def warning_days(forum: Forum, year: int) -> tuple[date, ...]:
    """The days on which too few meetings are told of in that year, by the forum's choice or as is proposed."""
    chosen = forum.choice(WARNINGS)
    days = (day_in(year, each) for each in (PROPOSED_WARNINGS if chosen is None else chosen))
    return tuple(day for day in sorted(set(days)) if forum.is_in_force(day))


def day_in(year: int, month_day: str) -> date:
    """That day of the year, the last of February where it has no 29th."""
    try:
        return date.fromisoformat(f"{year:04}-{month_day}")
    except ValueError:
        return date(year, 2, 28)


def warnings(forum: Forum, calendar: Calendar, today: date) -> Iterator[Warned]:
    """Every warning from today on that is called for as the meetings are now, each on a working day."""
    latest = max([today.year, *(each.day.year for each in forum.meetings)])
    for year in range(today.year, min(latest, today.year + _FORESEEABLE) + YEARS_AHEAD + 1):
        found = frequency(forum, year)
        if found is not None and found.missing:
            yield from (each for each in _warnings(forum, calendar, year) if each.day >= today)


def _warnings(forum: Forum, calendar: Calendar, year: int) -> Iterator[Warned]:
    for chosen in warning_days(forum, year):
        day = calendar.at_or_before(chosen)
        if day.year < year:
            day = calendar.at_or_after(chosen)
        yield Warned(year=year, day=day, chosen=chosen)


def _needed(least: int | None, year: int, first: date, last: date) -> int | None:
    if least is None:
        return None
    days, whole = (last - first).days + 1, (date(year, 12, 31) - date(year, 1, 1)).days + 1
    return (2 * least * days + whole) // (2 * whole)
