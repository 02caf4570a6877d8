"""Which reminders the minutes of a meeting call for, when each is due, and until when it is of use."""

from collections.abc import Iterator
from datetime import timedelta, tzinfo

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.deadlines import Timetable, ends, minutes_reminders, overdue_on
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.reminder import Reminder
from bot.domain.minutes.notices import MinutesNotice

AFTER, BEFORE = "after", "before"
"""The minutes are called for twice: after the meeting, and before their deadline."""

_ONE_DAY = timedelta(days=1)


def reminders(
    meeting: Meeting, timetable: Timetable, calendar: Calendar, tz: tzinfo
) -> Iterator[Reminder[MinutesNotice]]:
    """Every reminder of the minutes; none where nobody settled when they are due."""
    deadline = timetable.minutes
    if deadline is None:
        return
    days = minutes_reminders(meeting.day, deadline, calendar)
    moments = [calendar.opens(day, tz) for day in days]
    ending = [*moments[1:], ends(deadline, tz)]
    for about, at, until in zip((AFTER, BEFORE), moments, ending, strict=False):
        yield Reminder(kind=MinutesNotice.DUE, about=about, at=at, until=until)
    overdue = calendar.opens(overdue_on(deadline, calendar), tz)
    yield Reminder(kind=MinutesNotice.OVERDUE, about="", at=overdue, until=overdue + _ONE_DAY)


def reminder(
    kind: MinutesNotice, about: str, meeting: Meeting, timetable: Timetable, calendar: Calendar, tz: tzinfo
) -> Reminder[MinutesNotice] | None:
    """That one reminder, or None where the minutes call for none such (any more)."""
    every = reminders(meeting, timetable, calendar, tz)
    return next((each for each in every if (each.kind, each.about) == (kind, about)), None)
