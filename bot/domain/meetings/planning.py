"""A meeting that somebody in Teams makes, moves, cancels or holds after all, laid into the forum."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal

FARTHEST = timedelta(days=2 * 366)
_TO_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def mark(meeting: Meeting) -> str:
    """Letters by which a form knows whether the meeting is as it was; digits might be taken for somebody's number."""
    facts = "/".join((meeting.starts.isoformat(), meeting.ends.isoformat(), meeting.place, meeting.host or ""))
    return _letters(facts)


def next_id(forum: Forum, year: int) -> str:
    """The first of that year's numbers, as forum files count them, that comes after all that were given."""
    every = (each.id for each in (*forum.meetings, *forum.cancelled))
    given = [each.removeprefix(f"{year}-") for each in every if each.startswith(f"{year}-")]
    return f"{year}-{max((int(each) for each in given if each.isdecimal()), default=0) + 1}"


def marks(meetings: Iterable[Meeting]) -> str:
    """The same of several meetings together."""
    return _letters("/".join(map(mark, meetings)))


def check_day(forum: Forum, starts: datetime, now: datetime, *, farthest: timedelta = FARTHEST) -> None:
    """Refusal where no meeting can be held then: in the past, too far ahead, or when the forum is not in force."""
    if starts <= now:
        raise Refusal("meeting_past", field="day", tidspunkt=starts)
    if starts - now > farthest:
        raise Refusal("meeting_far", field="day", dato=starts.date())
    if not forum.has_begun(starts.date()):
        raise Refusal("meeting_before_forum", field="day", fra=forum.valid_from)
    if forum.has_ended(starts.date()):
        raise Refusal("meeting_after_forum", field="day", til=forum.valid_until)


def made(forum: Forum, meeting: Meeting) -> Forum:
    """The forum with a new meeting."""
    decided = replace(meeting, is_decided=True)
    return replace(forum, meetings=_in_order((*forum.meetings, decided)))


def moved(forum: Forum, meeting: Meeting) -> Forum:
    """The forum with the meeting of that id as it is now."""
    decided = replace(meeting, is_decided=True)
    return replace(forum, meetings=_in_order(decided if each.id == meeting.id else each for each in forum.meetings))


def called_off(forum: Forum, meeting: Meeting, reason: str) -> Forum:
    """The forum in which that meeting is not held."""
    gone = replace(meeting, is_decided=True, reason=reason)
    others = tuple(each for each in forum.meetings if each.id != meeting.id)
    return replace(forum, meetings=others, cancelled=_in_order((*forum.cancelled, gone)))


def resumed(forum: Forum, gone: Meeting) -> Forum:
    """The forum in which that cancelled meeting is held after all."""
    back = replace(gone, is_decided=True, reason="")
    cancelled = tuple(each for each in forum.cancelled if each.id != gone.id)
    return replace(forum, meetings=_in_order((*forum.meetings, back)), cancelled=cancelled)


def lacks_meetings(forum: Forum, year: int) -> tuple[int, int] | None:
    """How many meetings the charter wants that year at least and how many there are, where those are too few."""
    least = forum.charter_on(date(year, 12, 31)).meetings.min_per_year.value
    planned = sum(1 for each in forum.meetings if each.day.year == year)
    return (least, planned) if least is not None and planned < least else None


def _in_order(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return tuple(sorted(meetings, key=lambda each: each.starts))


def _letters(facts: str) -> str:
    return hashlib.sha256(facts.encode()).hexdigest()[:12].translate(_TO_LETTERS)
