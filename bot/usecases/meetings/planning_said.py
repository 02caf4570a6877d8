"""A meeting that somebody wants made or moved in their own words: when, where and why."""

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.kernel.danish import WEEKDAYS, bare
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.actions import OpenCancel, OpenMove, OpenNewMeeting, ResumeMeeting
from bot.domain.saying.slots import Counted, Day
from bot.usecases.said.told import Told
from cards.kit.words import medium_date

_READ = 1_000  # characters
_NEXT_YEAR, _LAST_YEAR = re.compile(r"\bnaste ar(?:s|ets)?\b"), re.compile(r"\b(?:sidste|forrige) ar(?:s|ets)?\b")
_PLACE = re.compile(
    r"\b(?:i|på|til|hos) (?P<place>[A-ZÆØÅ][\w-]*(?: (?:[A-ZÆØÅ][\w-]*|rådhus|kommune|hospital|bibliotek)){0,3})"
)
_NO_PLACE = re.compile(
    r"(?:(?:man|tirs|ons|tors|fre|lor|son)dag|januar|februar|marts|april|maj|juni|juli|august|september|oktober"
    r"|november|december|teams|outlook|zoom|klyngen|politisk|region)\w{0,4}(?:\s|$)"
)
_BARE_DAY = re.compile(r"(?:den |d\.? ?)?(?P<day>[1-9][0-9]?)\.?", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)})en efter"
    r"|(?:(?P<many>en|to|tre) )?(?P<weeks>ugen?|uger) (?:(?P<after>efter|senere|frem)|tidligere|for|tilbage))\b"
)


def new(told: Told) -> AnyQuery:
    """The form with the day, the time and the place that were said."""
    clock = told.slots.clocks[0] if told.slots.clocks else None
    return OpenNewMeeting(
        day=told.day_typed,
        begins=f"{clock.begins:%H.%M}" if clock else "",
        ends=f"{clock.ends:%H.%M}" if clock and clock.ends else "",
        place=_place(told),
    )


def moved(told: Told) -> OpenMove:
    """The form of the meeting that is said, else the next; a day that is no meeting's is where it is moved to."""
    which, day = _which(told)
    clock = told.slots.clocks[0] if told.slots.clocks else None
    return OpenMove(
        meeting=which,
        day=day,
        begins=f"{clock.begins:%H.%M}" if clock else "",
        ends=f"{clock.ends:%H.%M}" if clock and clock.ends else "",
        place=_place(told),
        reason=told.reason,
    )


def moved_where_said(told: Told) -> AnyQuery | None:
    """The same of words that mean it only with another day, time or place."""
    form = moved(told)
    return form if form.day or form.begins or form.place else None


def cancelled(told: Told) -> AnyQuery:
    """The form of the meeting that is said, with why."""
    return OpenCancel(meeting=told.meeting, reason=told.reason)


def resumed(told: Told) -> AnyCommand:
    """The meeting that is said is held after all."""
    return ResumeMeeting(meeting=told.meeting)


def is_of_year(told: Told) -> bool:
    """Whether a year is said."""
    return (
        any(each.counts is Counted.YEAR for each in told.slots.numbers) or _NEXT_YEAR.search(_sound(told)) is not None
    )


def of_year(told: Told) -> str:
    """The year as it is typed; the next where none is said, as whoever plans a year means that."""
    said = next((each.number for each in told.slots.numbers if each.counts is Counted.YEAR), None)
    if said is not None:
        return str(said)
    return "sidste år" if _LAST_YEAR.search(_sound(told)) else "i år" if " i ar" in _sound(told) else "næste år"


def _which(told: Told) -> tuple[str | None, str]:
    """The meeting, and the first day that is none of its own."""
    about = told.meeting_meant or told.moment.next
    days = [_day(told, each, about) for each in told.slots.days]
    others = [each for each in days if about is None or each != about.day]
    day = others[0] if others else _from(about, _sound(told))
    return told.meeting, "" if day is None else medium_date(day)


def _day(told: Told, said: Day, about: Meeting | None) -> date:
    """ "Den 23." is a day of the month in which the meeting is."""
    found = _BARE_DAY.fullmatch(told.said[said.start : said.end].strip())
    if found is None or about is None or int(found["day"]) > monthrange(about.day.year, about.day.month)[1]:
        return said.day
    return about.day.replace(day=int(found["day"]))


def _from(meeting: Meeting | None, sound: str) -> date | None:
    """A day that is counted from the meeting's: "tirsdagen efter", "en uge senere"."""
    found = _COUNTED.search(sound)
    if meeting is None or found is None:
        return None
    if found["weeks"]:
        weeks = {"en": 1, "to": 2, "tre": 3}.get(found["many"] or "en", 1)
        return meeting.day + timedelta(weeks=weeks if found["after"] else -weeks)
    away = (WEEKDAYS.index(found["weekday"]) - meeting.day.weekday() - 1) % 7 + 1
    return meeting.day + timedelta(days=away)


def _place(told: Told) -> str:
    """A place by its name, which stands with a capital letter."""
    for found in _PLACE.finditer(told.said[:_READ]):
        if not _NO_PLACE.match(bare(found["place"])):
            return found["place"]
    return ""


def _sound(told: Told) -> str:
    return told.sound
