"""When a meeting is to be held, as people type it: a day, from when and until when, in the forum's own time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.domain.kernel.danish import parse_date, parse_time
from bot.domain.kernel.refusal import Refusal

_EVENING, _NIGHT = time(18), time(6)  # whoever begins after the one and ends before the other means the next day
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when."""

    starts: datetime
    ends: datetime


def span_of(day: str, begins: str, ends: str, *, tz: tzinfo, today: date, usual: Span | None) -> Span:
    """The times that were typed, what was not being as `usual`; an evening may end in the night after.

    Refusal "bad_date", "bad_time", "no_such_time" on the day the clocks go forward, or "meeting_ends_first".
    """
    held = _day(day, today, usual)
    first = _time(begins, "begins", None if usual is None else usual.starts.time())
    last = _time(ends, "ends", _usual_end(first, usual))
    is_night = first >= _EVENING and last <= _NIGHT
    starts = _moment(held, first, tz, "begins")
    finish = _moment(held + _ONE_DAY if is_night else held, last, tz, "ends")
    if finish.astimezone(UTC) <= starts.astimezone(UTC):
        raise Refusal("meeting_ends_first", field="ends")
    return Span(starts, finish)


def _day(typed: str, today: date, usual: Span | None) -> date:
    if not typed.strip():
        if usual is None:
            raise Refusal("meeting_no_day", field="day")
        return usual.starts.date()
    try:
        return parse_date(typed, today)
    except Refusal:
        raise Refusal("bad_date", field="day") from None


def _time(typed: str, field: str, usual: time | None) -> time:
    if typed.strip():
        return parse_time(typed, field)
    if usual is None:
        raise Refusal("bad_time", field=field)
    return usual


def _usual_end(first: time, usual: Span | None) -> time | None:
    """As long after it begins as usual."""
    if usual is None:
        return None
    return (datetime.combine(date.min, first) + (usual.ends - usual.starts)).time()


def _moment(day: date, clock: time, tz: tzinfo, field: str) -> datetime:
    local = datetime.combine(day, clock, tzinfo=tz)
    if local.astimezone(UTC).astimezone(tz).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Refusal("no_such_time", field=field, dato=day)
    return local
