"""Which reminders a duty calls for, when each is due, and whom it is for.

Only what has a day of its own can be late: what the charter says may be done never is by itself.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.duties.notices import DutyNotice
from bot.domain.duties.owners import acting
from bot.domain.duties.state import FollowUp, Kind, Status
from bot.domain.kernel import settings
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.escalation import Party, course
from bot.domain.kernel.forum import Forum

GRANT_DAYS = 14
"""Calendar days before a grant's deadline, where the forum chose no other number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One reminder to one person, at 8.00 that day."""

    kind: DutyNotice
    day: date
    recipient: str


def calls(duty: FollowUp, forum: Forum, calendar: Calendar) -> Iterator[Call]:
    """Every reminder of the duty; none once nothing is owed any more."""
    if not duty.is_open:
        return
    if duty.kind is Kind.AGREEMENT:
        yield from _agreement(duty, forum, calendar)
    elif duty.details.due is not None and duty.status is not Status.APPLIED:
        yield from _dated(duty, duty.details.due, forum, calendar)
    yield from _left(duty, forum, calendar)


def grant_days(forum: Forum) -> int:
    """How many calendar days before its deadline a grant is reminded of."""
    chosen = forum.choice("grant_reminder_days_before")
    return GRANT_DAYS if chosen is None else int(chosen)


def followed_up_by(duty: FollowUp, forum: Forum) -> tuple[date, ...]:
    """The days by which an agreement is to be on an agenda again, counted from each that it was or will be on."""
    months = forum.choice("agreement_follow_up_months")
    if months is None:
        return ()
    meeting = forum.meeting(duty.details.agenda_meeting or "")
    last = duty.details.followed_on or duty.details.created_at.astimezone(forum.timezone).date()
    return tuple(months_after(day, int(months)) for day in (last, None if meeting is None else meeting.day) if day)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _dated(duty: FollowUp, due: date, forum: Forum, calendar: Calendar) -> Iterator[Call]:
    if duty.kind is Kind.GRANT:
        yield from _each(DutyNotice.GRANT, duty, forum, calendar.at_or_before(due - timedelta(days=grant_days(forum))))
    for step in course(due, calendar):
        if step.to is Party.SERVING:
            yield from _late(duty, forum, step.day)
        else:
            yield from _each(DutyNotice.OVERDUE if step.is_late else DutyNotice.DUE, duty, forum, step.day)


def _late(duty: FollowUp, forum: Forum, day: date) -> Iterator[Call]:
    """To the secretariat; to one of it whose own it is as to any owner."""
    owners = acting(duty, forum, day)
    for person in settings.secretariat(forum, day):
        if person not in owners:
            yield Call(kind=DutyNotice.LATE, day=day, recipient=person)


def _each(kind: DutyNotice, duty: FollowUp, forum: Forum, day: date) -> Iterator[Call]:
    for person in acting(duty, forum, day):
        yield Call(kind=kind, day=day, recipient=person)


def _agreement(duty: FollowUp, forum: Forum, calendar: Calendar) -> Iterator[Call]:
    wanted = (*followed_up_by(duty, forum), *((duty.details.due,) if duty.details.due else ()))
    for day in sorted({calendar.at_or_after(each) for each in wanted}):
        for person in settings.secretariat(forum, day):
            yield Call(kind=DutyNotice.AGREEMENT, day=day, recipient=person)


def _left(duty: FollowUp, forum: Forum, calendar: Calendar) -> Iterator[Call]:
    """That it is open again, the working day after whoever has it leaves."""
    holder = duty.taker or duty.person
    ends = [seat.until for seat in forum.seats if seat.person == holder]
    if holder is None or not ends or None in ends:
        return
    day = calendar.working_day_after(max(each for each in ends if each is not None))
    for person in settings.secretariat(forum, day):
        if person != holder:
            yield Call(kind=DutyNotice.OPEN, day=day, recipient=person)
