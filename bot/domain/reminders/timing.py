"""When a message may leave: at once, with the next day's gathered one, when the working day opens, or never.

One rule for every topic: a reminder waits for working hours unless what it is about falls due before them, and what
somebody chose holds for their own chat alone.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.kernel.calendar import OPENING, Calendar
from bot.domain.reminders.state import NoticeChoice

GATHERED_AT = time(7, 30)
"""When what was gathered leaves, in the forum's own time."""

JUST_AFTER = timedelta(seconds=1)
"""So much later is due what waits for the gathered message, so that it never leaves beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What decides when a message may leave.

    It `owes` where its hearer is to do something by a day, and is `urgent` where it tells of a change of the days that
    people go by. `due` is the first moment that is too late, where there is one; `is_planned` one that has a day.
    """

    owes: bool
    due: datetime | None
    is_planned: bool
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Leaving:
    """`at` None is never; `is_gathered` where it leaves with all else that waits until then."""

    at: datetime | None
    is_gathered: bool = False


def leaving(about: About, choice: NoticeChoice, now: datetime, calendar: Calendar) -> Leaving:
    """When it may leave, of a person who chose that; `now` is local."""
    if choice is NoticeChoice.DEADLINES and not (about.owes or about.is_urgent):
        return Leaving(None)
    if choice is NoticeChoice.GATHERED and not about.is_urgent:
        next_one = next_gathered(now, calendar)
        if about.due is None or about.due > next_one:
            return Leaving(next_one, is_gathered=True)
    return Leaving(in_working_hours(about, now, calendar))


def in_working_hours(about: About, now: datetime, calendar: Calendar) -> datetime:
    """Now, or when the working day opens where it is a reminder of what is not due before that."""
    opening = calendar.next_open(now)
    is_due_before = about.due is not None and now < about.due <= opening
    return opening if about.is_planned and not is_due_before else now


def next_gathered(now: datetime, calendar: Calendar) -> datetime:
    """The next moment at which what is gathered leaves: 7.30 on a working day."""
    day = calendar.at_or_after(now.date())
    moment = _gathered_on(day, now)
    return moment if moment > now else _gathered_on(calendar.working_day_after(day), now)


def gathers_now(now: datetime, calendar: Calendar) -> bool:
    """Whether it is the morning of a working day, between the gathered message and the day's reminders."""
    return calendar.is_working(now.date()) and GATHERED_AT <= now.time() < OPENING


def once_more(now: datetime, calendar: Calendar) -> datetime:
    """When somebody is reminded who asked for tomorrow: as the next working day opens."""
    return datetime.combine(calendar.working_day_after(now.date()), OPENING, tzinfo=now.tzinfo)


def is_in_time(at: datetime, due: datetime | None, now: datetime) -> bool:
    """Whether a reminder then is still before its day; of what is late already it always is."""
    return due is None or due <= now or at < due


def _gathered_on(day: date, now: datetime) -> datetime:
    return datetime.combine(day, GATHERED_AT, tzinfo=now.tzinfo)
