"""Which reminders a meeting calls for, when each is due, and from when on it would be of no use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.domain.calendar import Calendar
from bot.domain.deadlines import (
    Deadline,
    Timetable,
    ends,
    meeting_reminder,
    minutes_reminders,
    overdue_on,
    proposal_reminder,
)
from bot.domain.meeting import Meeting
from bot.domain.notice import NoticeKind

AFTER, BEFORE = "after", "before"
"""The minutes are called for twice: after the meeting, and before their deadline."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One reminder, due at 8.00; `about` tells two of a kind apart. From `until` on it is not worth planning."""

    kind: NoticeKind
    about: str
    at: datetime
    until: datetime


def reminders(meeting: Meeting, timetable: Timetable, calendar: Calendar, tz: tzinfo) -> Iterator[Reminder]:
    """Every reminder of a meeting; of a deadline that nobody settled there is none."""
    if timetable.proposals is not None:
        day = proposal_reminder(timetable.proposals, calendar)
        until = ends(timetable.proposals, tz)
        yield Reminder(kind=NoticeKind.PROPOSAL_DEADLINE, about="", at=calendar.opens(day, tz), until=until)
    day = meeting_reminder(meeting.day, calendar)
    yield Reminder(kind=NoticeKind.MEETING, about="", at=calendar.opens(day, tz), until=meeting.starts)
    if timetable.minutes is not None:
        yield from _of_minutes(meeting, timetable.minutes, calendar, tz)


def reminder(
    kind: NoticeKind, about: str, meeting: Meeting, timetable: Timetable, calendar: Calendar, tz: tzinfo
) -> Reminder | None:
    """That one reminder, or None where the meeting calls for none such (any more)."""
    every = reminders(meeting, timetable, calendar, tz)
    return next((each for each in every if (each.kind, each.about) == (kind, about)), None)


def _of_minutes(meeting: Meeting, deadline: Deadline, calendar: Calendar, tz: tzinfo) -> Iterator[Reminder]:
    days = minutes_reminders(meeting.day, deadline, calendar)
    moments = [calendar.opens(day, tz) for day in days]
    ending = [*moments[1:], ends(deadline, tz)]
    for about, at, until in zip((AFTER, BEFORE), moments, ending, strict=False):
        yield Reminder(kind=NoticeKind.MINUTES_DUE, about=about, at=at, until=until)
    overdue = calendar.opens(overdue_on(deadline, calendar), tz)
    yield Reminder(kind=NoticeKind.MINUTES_OVERDUE, about="", at=overdue, until=overdue + _ONE_DAY)
