"""Which meeting a sentence speaks of: by its day, its month, or as the last or the next one."""

import re

from bot.domain.kernel.danish import bare
from bot.domain.kernel.meeting import Meeting
from bot.domain.saying.slots import Day, Slots
from bot.usecases.said.moment import Moment

_LAST = re.compile(r"\b(?:sidste|seneste|forrige) (?:mode|gang|klyngemode)")
_NEXT = re.compile(r"\b(?:naste|kommende) (?:mode|gang|klyngemode)")
_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_OF_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})(?:mode|mote)?\w*")
_READ = 2_000  # characters
_BARE_DAY = re.compile(r"(?:den |d\.? ?)?(?P<day>[0-9]{1,2})\.?", re.IGNORECASE)


def meeting_said(said: str, slots: Slots, moment: Moment) -> Meeting | None:
    """The meeting on a day that is named, else of a month that has one alone, else the last or the next."""
    sound = bare(said[:_READ])
    days = [each.day for each in slots.days]
    for meeting in moment.forum.meetings:
        if any(day == meeting.day for day in days):
            return meeting
    if moment.next is not None and any(_is_its_day(said, each, moment.next) for each in slots.days):
        return moment.next
    if (month := _OF_MONTH.search(bare(_without_days(said[:_READ], slots)))) is not None:
        number = _MONTHS.index(month[1]) + 1
        coming = [each for each in moment.forum.meetings if each.day.month == number and each.ends >= moment.now]
        if len(coming) == 1:
            return coming[0]
    within = {each.id: each for each in moment.forum.meetings for day in slots.days if _is_within(each, day)}
    if len(within) == 1:
        return next(iter(within.values()))
    if _LAST.search(sound):
        return moment.last
    return moment.next if _NEXT.search(sound) else None


def _without_days(said: str, slots: Slots) -> str:
    """The month in "18. marts" says no meeting in March."""
    for each in slots.days:
        if each.until is None:
            said = f"{said[: each.start]}{' ' * (each.end - each.start)}{said[each.end :]}"
    return said


def _is_within(meeting: Meeting, days: Day) -> bool:
    """Whether it is on one of several days in a row, like those of an autumn."""
    return days.until is not None and days.day <= meeting.day <= days.until


def _is_its_day(said: str, day: Day, meeting: Meeting) -> bool:
    """Whether "den 16." says the meeting's day, in whichever month it is."""
    bare_day = _BARE_DAY.fullmatch(said[day.start : day.end].strip())
    return bare_day is not None and int(bare_day["day"]) == meeting.day.day
