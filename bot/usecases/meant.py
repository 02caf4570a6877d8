"""Which meeting somebody means by an id or by a day as they type it."""

import re
from contextlib import suppress
from datetime import date

from bot.domain.kernel.danish import MONTHS, bare, parse_date
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.not_held import not_held
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk

_MONTH = re.compile(rf"(?:i )?({'|'.join(MONTHS)})")
_LONGEST = 20  # characters of a month


def meeting_meant(desk: Desk, named: str, *, looks_back: bool = False) -> Meeting:
    """The meeting with that id, on that day or in that month; of several the nearest not ended, else the last.

    What looks back (minutes) means the latest that has begun, else the first. A day without a year is one that has a
    meeting. Refusal "no_meeting_on" or "bad_date"; "meeting_cancelled" where it was.
    """
    found = desk.forum.meeting(named)
    if found is not None:
        return found
    if desk.forum.cancelled_meeting(named) is not None:
        raise not_held(desk.forum, named, desk.next_meeting())
    on_day = _on_day(desk, named) or _in_month(desk, named)
    if not on_day:
        raise _none_on(desk, parse_date(named, desk.today))
    if looks_back:
        begun = [each for each in on_day if each.starts <= desk.now]
        return begun[-1] if begun else on_day[0]
    return next((each for each in on_day if each.ends > desk.now), on_day[-1])


def _none_on(desk: Desk, day: date) -> Refusal:
    if (gone := desk.forum.cancelled_on(day)) is not None:
        return not_held(desk.forum, gone.id, desk.next_meeting())
    return Refusal("no_meeting_on", forum=desk.forum.name, dato=day)


def _on_day(desk: Desk, named: str) -> list[Meeting]:
    """The meetings on the day as typed, in order, whichever year it may be."""
    days = set()
    with suppress(Refusal):  # the weekday that was typed may be another year's
        days.add(parse_date(named, desk.today))
    for year in desk.meeting_years():
        with suppress(Refusal):
            day = parse_date(named, date(year, 1, 1))
            if parse_date(named, day) == day:  # not »på tirsdag«, which is counted from today
                days.add(day)
    return [each for day in sorted(days) for each in desk.meetings_on(day)]


def _in_month(desk: Desk, named: str) -> list[Meeting]:
    """Those in the month that is typed alone ("i marts"), in order."""
    month = _MONTH.fullmatch(bare(named[:_LONGEST]).strip())
    number = 0 if month is None else MONTHS.index(month[1]) + 1
    return sorted((each for each in desk.forum.meetings if each.day.month == number), key=lambda each: each.starts)
