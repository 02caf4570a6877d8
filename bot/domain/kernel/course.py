"""A forum's meetings in the order of time, each found without going through all that were held before."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from bot.domain.kernel.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Course:
    """`meetings` begin one after the other, but a long one may end after others that began later.

    `all_ended[n]` is when the first n + 1 of them have ended, `one_ended[n]` when the first from there on has.
    """

    meetings: tuple[Meeting, ...]
    by_day: Mapping[date, tuple[Meeting, ...]]
    years: tuple[int, ...]
    begin: tuple[datetime, ...]
    all_ended: tuple[datetime, ...]
    one_ended: tuple[datetime, ...]

    def to_come(self, now: datetime) -> tuple[Meeting, ...]:
        """Those that have not ended."""
        first = bisect_right(self.all_ended, now)
        return tuple(each for each in self.meetings[first:] if each.ends > now)

    def ahead(self, now: datetime) -> tuple[Meeting, ...]:
        """Those that have not begun."""
        return self.meetings[bisect_right(self.begin, now) :]

    def last_begun(self, now: datetime) -> Meeting | None:
        """The latest that has begun."""
        begun = bisect_right(self.begin, now)
        return self.meetings[begun - 1] if begun else None

    def last_ended(self, now: datetime) -> Meeting | None:
        """The latest that has ended."""
        ended = bisect_right(self.one_ended, now)
        return self.meetings[ended - 1] if ended else None


def course_of(meetings: Iterable[Meeting]) -> Course:
    """The course of those meetings."""
    every = tuple(sorted(meetings, key=lambda each: each.starts))
    by_day: dict[date, tuple[Meeting, ...]] = {}
    for each in every:
        by_day[each.day] = (*by_day.get(each.day, ()), each)
    ends = [each.ends for each in every]
    return Course(
        meetings=every,
        by_day=by_day,
        years=tuple(sorted({day.year for day in by_day})),
        begin=tuple(each.starts for each in every),
        all_ended=tuple(accumulate(ends, max)),
        one_ended=tuple(accumulate(reversed(ends), min))[::-1],
    )
