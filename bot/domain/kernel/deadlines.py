"""Deadlines counted from a meeting in calendar days and moved to working days, with both days kept.

What charter and choices leave open is None, and so is the deadline that would follow from it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.kernel.calendar import Calendar

_PROPOSAL_REMINDER = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """What people must keep (`day`), what the rule says (`source_day`), and the rule: a negative number is before."""

    day: date
    source_day: date
    days_after_meeting: int

    @property
    def is_moved(self) -> bool:
        """Whether the rule's own day is no working day."""
        return self.day != self.source_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """One meeting's deadlines; the agenda leaves at 8.00 on `dispatch`, the others last to the end of their day."""

    meeting_day: date
    proposals: Deadline | None
    draft: Deadline | None
    answers: Deadline | None
    dispatch: Deadline | None
    minutes: Deadline | None


def timetable(
    meeting_day: date,
    calendar: Calendar,
    *,
    proposals: int | None,
    draft: int | None,
    answers: int | None,
    dispatch: int | None,
    minutes: int | None,
) -> Timetable:
    """The timetable of a meeting; the numbers are calendar days before it, for the minutes after it."""
    return Timetable(
        meeting_day=meeting_day,
        proposals=days_before(meeting_day, proposals, calendar),
        draft=days_before(meeting_day, draft, calendar),
        answers=days_before(meeting_day, answers, calendar),
        dispatch=days_before(meeting_day, dispatch, calendar),
        minutes=minutes_deadline(meeting_day, minutes, calendar),
    )


def days_before(meeting_day: date, days: int | None, calendar: Calendar) -> Deadline | None:
    """A deadline that many calendar days before the meeting, on that day or the working day before."""
    if days is None:
        return None
    source = meeting_day - timedelta(days=days)
    return Deadline(day=calendar.at_or_before(source), source_day=source, days_after_meeting=-days)


def minutes_deadline(meeting_day: date, days: int | None, calendar: Calendar) -> Deadline | None:
    """The minutes' deadline; it never moves to or before the meeting's own day, but then stays where it is."""
    if days is None:
        return None
    source = meeting_day + timedelta(days=days)
    moved = calendar.at_or_before(source)
    return Deadline(day=moved if moved > meeting_day else source, source_day=source, days_after_meeting=days)


def reaction_deadline(since: date, days: int | None, calendar: Calendar) -> Deadline | None:
    """Until when people may react to something: that many calendar days after it, or the working day after.

    What the house itself must keep moves to an earlier day; the time that others were given is never shortened.
    """
    if days is None:
        return None
    source = since + timedelta(days=days)
    return Deadline(day=calendar.at_or_after(source), source_day=source, days_after_meeting=days)


def ends(deadline: Deadline, tz: tzinfo) -> datetime:
    """The first moment that is too late: the start of the next local day."""
    return datetime.combine(deadline.day + timedelta(days=1), time.min, tzinfo=tz)


def proposal_reminder(deadline: Deadline, calendar: Calendar) -> date:
    """When to remind of the proposal deadline: seven calendar days before, or the working day before that."""
    return calendar.at_or_before(deadline.day - _PROPOSAL_REMINDER)


def draft_reminder(deadline: Deadline, calendar: Calendar) -> date:
    """When to remind of the draft: the working day before it is due to those who approve it."""
    return calendar.working_day_before(deadline.day)


def meeting_reminder(meeting_day: date, calendar: Calendar) -> date:
    """When to remind of the meeting: the working day before."""
    return calendar.working_day_before(meeting_day)


def minutes_reminders(meeting_day: date, deadline: Deadline, calendar: Calendar) -> tuple[date, ...]:
    """When to remind of the minutes: the working day after the meeting and the one before the deadline, each day once.

    A day that is not after the meeting, or that is after the deadline, is left out.
    """
    wanted = {calendar.working_day_after(meeting_day), calendar.working_day_before(deadline.day)}
    return tuple(sorted(day for day in wanted if meeting_day < day <= deadline.day))


def overdue_on(deadline: Deadline, calendar: Calendar) -> date:
    """When to say that a deadline has passed: the working day after."""
    return calendar.working_day_after(deadline.day)
