"""When the forum meets ahead of another body, and which of its meetings hang on one that is moved.

A day that is proposed lies before the other body's meeting and after today, and is a working day of the forum.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.external.state import ExternalMeeting
from bot.domain.kernel.calendar import Calendar, NoWorkingDay
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting

USUAL_DAYS = 14
"""Calendar days before the other body's meeting that are proposed where neither charter nor forum settled any."""

REMINDER_DAYS = 7
"""Calendar days before it that whoever has not answered is reminded, where the forum chose no other number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysBefore:
    """A number of calendar days, and whether anybody settled it."""

    number: int
    is_settled: bool


def days_before(forum: Forum, day: date) -> DaysBefore:
    """How long before a meeting of that day the forum meets itself: the charter's number, else the forum's own."""
    settled = forum.charter_on(day).meetings.aligned_days_before.value
    chosen = forum.choice("aligned_days_before") if settled is None else settled
    return DaysBefore(number=USUAL_DAYS if chosen is None else int(chosen), is_settled=chosen is not None)


def reminder_days(forum: Forum) -> DaysBefore:
    """How long before it those are reminded who have not answered."""
    chosen = forum.choice("input_reminder_days_before")
    return DaysBefore(number=REMINDER_DAYS if chosen is None else int(chosen), is_settled=chosen is not None)


def proposed(day: date, days: int, calendar: Calendar, today: date) -> date | None:
    """The day for the forum's own meeting: so many days before, or the working day before that.

    Where that is past, the first working day there still is; None where there is none before the meeting.
    """
    return _ahead(day, day - timedelta(days=max(days, 1)), calendar, today)


def reminded(day: date, days: int, calendar: Calendar, since: date) -> date | None:
    """The day on which to remind of a meeting of that day, on the same terms; `since` is when its day was set."""
    return _ahead(day, day - timedelta(days=max(days, 1)), calendar, since)


def hanging(
    own: Iterable[Meeting], was: ExternalMeeting, now: date | None, earlier: date | None, today: date
) -> tuple[Meeting, ...]:
    """The forum's meetings that are ahead and hang on it: those between the two days, and the last one before it.

    `now` is the new day, None where it is cancelled; what lies at or before the body's `earlier` meeting prepared that.
    """
    ahead = sorted((each for each in own if each.day > today), key=lambda each: each.starts)
    first, last = (was.day, was.day) if now is None else (min(was.day, now), max(was.day, now))
    before = [each for each in ahead if each.day <= was.day and (earlier is None or each.day > earlier)]
    between = (each for each in ahead if first <= each.day <= last)
    return tuple(dict.fromkeys((*before[-1:], *between)))


def _ahead(day: date, wanted: date, calendar: Calendar, today: date) -> date | None:
    try:
        found = calendar.at_or_before(wanted)
        if found <= today:
            found = calendar.working_day_after(today)
    except NoWorkingDay:
        return None
    return found if found < day else None
