"""The days of a forum, which follow from its snapshot alone: its calendar, its meetings in order, their deadlines."""

from datetime import date, datetime

import holidays

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.course import Course, course_of
from bot.domain.kernel.deadlines import Timetable
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.settings import calendar_of
from bot.usecases.per_snapshot import per_snapshot

DANISH_HOLIDAYS = holidays.country_holidays("DK", language="da")
"""The public holidays with their names."""


@per_snapshot
def calendar(forum: Forum) -> Calendar:
    """Its working days."""
    return calendar_of(forum, DANISH_HOLIDAYS)


@per_snapshot
def course(forum: Forum) -> Course:
    """Its meetings, in order."""
    return course_of(forum.meetings)


@per_snapshot
def timetables(_: Forum) -> dict[date, Timetable]:
    """By the meeting's day; each is worked out when it is first asked for."""
    return {}


def as_it_is(forum: Forum, now: datetime) -> tuple[Forum, datetime]:
    """The forum under the charter in force then, the same one each time, and that moment in its own time."""
    local = now.astimezone(forum.timezone)
    if len(forum.versions) < 2:
        return forum, local
    day = local.date()
    return _under(forum).setdefault(forum.version_on(day).since, forum.on(day)), local


@per_snapshot
def _under(_: Forum) -> dict[date | None, Forum]:
    """By the day since which a version holds."""
    return {}
