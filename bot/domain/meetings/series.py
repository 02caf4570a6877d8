"""Days proposed for a year's meetings: spread over it, on the usual weekday, ahead of other bodies' meetings."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.kernel.meeting import Meeting

MOST = 12
"""Meetings on one card, at most."""

YEARS_AHEAD = 2
"""Years after this one that can be planned, too: so many."""

_LOOKED_AT = 8  # meetings, the latest, tell what is usual
_APART = 14  # days at least between two meetings, where a day allows it
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """On which weekday (Monday is 0), from when until when meetings are held here."""

    weekday: int
    begins: time
    ends: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Another body's meeting of that `day` that the forum meets ahead of, on the day `since` or later."""

    name: str
    day: date
    since: date

    def has(self, day: date) -> bool:
        """Whether a meeting of that day prepares it in time."""
        return self.since <= day < self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is planned: `number` meetings altogether in the days from `first` to `last`, none before `earliest`."""

    first: date
    last: date
    earliest: date
    number: int
    weekday: int


def usual(meetings: Iterable[Meeting]) -> Usual | None:
    """What most of the latest meetings have in common, the latest of equals; None where there never was one."""
    latest = sorted(meetings, key=lambda each: each.starts, reverse=True)[:_LOOKED_AT]
    if not latest:
        return None
    weekday = Counter(each.day.weekday() for each in latest).most_common(1)[0][0]
    times = Counter((each.starts.time(), each.ends.time()) for each in latest)
    begins, ends = times.most_common(1)[0][0]
    return Usual(weekday=weekday, begins=begins, ends=ends)


def usual_place(meetings: Iterable[Meeting], host: str | None, *, has_hosts: bool) -> str:
    """Where that host last had a meeting; without hosts, where most of the latest were held. Empty: nobody knows."""
    known = sorted((each for each in meetings if each.place), key=lambda each: each.starts, reverse=True)
    if has_hosts:
        return next((each.place for each in known if host is not None and each.host == host), "")
    places = Counter(each.place for each in known[:_LOOKED_AT])
    return places.most_common(1)[0][0] if places else ""


def number_wanted(needed: int, most: int | None, held: Sequence[date], before: Sequence[Before]) -> int:
    """How many meetings the year calls for: as many as the charter wants, and one ahead of each body's meeting.

    Not more than the charter's usual number, unless there are more already.
    """
    unprepared = [each for each in before if not any(each.has(day) for day in held)]
    wanted = max(needed, len(held) + len(unprepared))
    return max(len(held), wanted if most is None else min(wanted, max(most, needed)))


def proposed(
    wanted: Wanted, held: Sequence[date], before: Sequence[Before], is_free: Callable[[date], bool]
) -> tuple[date, ...]:
    """The days for those meetings that are not planned yet, in order; fewer where no more days are free.

    First those ahead of another body's meeting, then the middles of what is left of the year's equal parts.
    """
    missing, chosen = min(wanted.number - len(held), MOST), list[date]()
    if missing <= 0:
        return ()
    for each in sorted(before, key=lambda each: each.day):
        if len(chosen) < missing and not any(each.has(day) for day in (*held, *chosen)):
            days = [day for day in _days(max(each.since, wanted.earliest), each.day - _ONE_DAY) if is_free(day)]
            chosen += _nearest(days, each.since, wanted.weekday, (*held, *chosen))
    for target in _targets(wanted, (*held, *chosen), missing - len(chosen)):
        days = [day for day in _days(max(wanted.first, wanted.earliest), wanted.last) if is_free(day)]
        chosen += _nearest(days, target, wanted.weekday, (*held, *chosen))
    return tuple(sorted(chosen))


def _targets(wanted: Wanted, taken: Sequence[date], number: int) -> list[date]:
    """The middles of the year's parts that no meeting is near to; of what is left of the year where some are past."""
    free = _middles(wanted.first, wanted.last, max(wanted.number, len(taken) + number))
    for day in taken:
        free.remove(min(free, key=lambda each: abs(each - day)))
    if any(each < wanted.earliest for each in free):
        free = _middles(wanted.earliest, wanted.last, len(free))
    return free[:number]


def _middles(first: date, last: date, number: int) -> list[date]:
    length = (last - first).days + 1
    return [first + timedelta(days=length * (2 * place + 1) // (2 * number)) for place in range(number)]


def _nearest(days: Sequence[date], target: date, weekday: int, taken: Sequence[date]) -> list[date]:
    """The day nearest to the target: apart from other meetings and on the weekday, as far as there is one."""
    apart = [day for day in days if all(abs(day - each).days >= _APART for each in taken)]
    for among in (_on(apart, weekday), _on(days, weekday), apart, list(days)):
        left = [day for day in among if day not in taken]
        if left:
            return [min(left, key=lambda day: abs(day - target))]
    return []


def _on(days: Iterable[date], weekday: int) -> list[date]:
    return [day for day in days if day.weekday() == weekday]


def _days(first: date, last: date) -> Iterator[date]:
    for away in range((last - first).days + 1):
        yield first + timedelta(days=away)
