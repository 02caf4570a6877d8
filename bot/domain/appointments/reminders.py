"""Which reminders seats and groups call for, when each is due, and whom it is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.appointments.asked import asked, reminded
from bot.domain.appointments.notices import AppointmentNotice
from bot.domain.appointments.rules import silent
from bot.domain.appointments.state import Appointment, Candidacy, Group
from bot.domain.kernel import settings
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.escalation import course
from bot.domain.kernel.forum import Forum

EXPIRY_DAYS = 60
"""Calendar days before a tenure ends, where the forum chose no other number."""

ANSWER_DAYS = 14
"""Calendar days that a call for candidates is open, where the forum chose no other number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One reminder to one person, at 8.00 that day; `about` is the call's number or the tenure's last day."""

    kind: AppointmentNotice
    day: date
    recipient: str
    about: int | str


def expiry_days(forum: Forum) -> int:
    """How many calendar days before it ends the secretariat is told of a tenure."""
    chosen = forum.choice("appointment_reminder_days_before")
    return EXPIRY_DAYS if chosen is None else int(chosen)


def answer_until(forum: Forum, calendar: Calendar, today: date) -> date:
    """The last day to answer a call that is made today."""
    chosen = forum.choice("candidate_answer_days")
    return calendar.at_or_after(today + timedelta(days=ANSWER_DAYS if chosen is None else int(chosen)))


def told_of_expiry(forum: Forum, calendar: Calendar, last: date) -> date:
    """The day on which the secretariat is told that a tenure with that last day ends."""
    return calendar.at_or_before(last - timedelta(days=expiry_days(forum)))


def of_seat(appointment: Appointment, given: Sequence[Candidacy], forum: Forum, calendar: Calendar) -> Iterator[Due]:
    """Every reminder of the seat; none once there is no such seat."""
    if appointment.is_closed:
        return
    yield from _of_call(appointment, given, forum, calendar)
    for tenure in appointment.details.tenures:
        if tenure.left_on is None:
            day = told_of_expiry(forum, calendar, tenure.last)
            yield from _to_secretariat(AppointmentNotice.EXPIRES, day, forum, tenure.last.isoformat())


def of_group(group: Group, forum: Forum, calendar: Calendar) -> Iterator[Due]:
    """That its last day is past, while it is at work."""
    until = group.founding.until
    if not group.is_closed and until is not None:
        day = calendar.working_day_after(until)
        yield from _to_secretariat(AppointmentNotice.ENDED, day, forum, until.isoformat())


def _of_call(appointment: Appointment, given: Sequence[Candidacy], forum: Forum, calendar: Calendar) -> Iterator[Due]:
    call = appointment.details.call
    if call is None:
        return
    (reminder, late, *_) = course(call.until, calendar)
    before, after = reminder.day, late.day
    every = [each.id for each in asked(forum, appointment, before)]
    waiting = silent(every, given, call.number)
    people = dict.fromkeys(person for each in waiting for person in reminded(forum, each, before))
    for person in people:
        yield Due(kind=AppointmentNotice.MISSING, day=before, recipient=person, about=call.number)
    if waiting:  # else it was told as the last one answered
        yield from _to_secretariat(AppointmentNotice.CANDIDATES, after, forum, call.number)


def _to_secretariat(kind: AppointmentNotice, day: date, forum: Forum, about: int | str) -> Iterator[Due]:
    for person in settings.secretariat(forum, day):
        yield Due(kind=kind, day=day, recipient=person, about=about)
