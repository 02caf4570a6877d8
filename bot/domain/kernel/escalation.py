"""Who hears of what is owed by a day, and when: one rule for every topic.

Whoever owes it is reminded the working day before. Once it is late the secretariat hears it first, the working day
after; whoever owes it hears again every third working day after the reminder and no oftener, in private, until it is
done or of no use any more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.kernel.calendar import Calendar

EVERY = 3
"""Between two messages to whoever owes it lie so many working days, or more."""


class Party(StrEnum):
    """Whoever owes it, or whoever serves the forum."""

    OWING = "owing"
    SERVING = "serving"


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody hears of it that day; `is_late` where the last day is past."""

    to: Party
    day: date
    is_late: bool


def course(
    last: date,
    calendar: Calendar,
    *,
    asked: date | None = None,
    answered: date | None = None,
    until: date | None = None,
    most: int = 1,
) -> Iterator[Step]:
    """Every step in order, for what may be done until the end of its `last` day.

    What was `asked` too late for a reminder has none. Nothing is told from the day on which it was `answered`, nor
    from `until` on. Of what is late whoever owes it hears `most` times.
    """
    for step in _steps(last, calendar, asked, most):
        if (answered is None or step.day < answered) and (until is None or step.day < until):
            yield step


def _steps(last: date, calendar: Calendar, asked: date | None, most: int) -> Iterator[Step]:
    before, after = calendar.working_day_before(last), calendar.working_day_after(last)
    is_reminded = asked is None or asked < before
    if is_reminded:
        yield Step(Party.OWING, before, is_late=False)
    yield Step(Party.SERVING, after, is_late=True)
    told = before if is_reminded or asked is None else asked
    for _ in range(most):
        told = _third_after(told, after, calendar)
        yield Step(Party.OWING, told, is_late=True)


def _third_after(told: date, after: date, calendar: Calendar) -> date:
    """The third working day after they heard of it, and never before the secretariat did."""
    day = told
    for _ in range(EVERY):
        day = calendar.working_day_after(day)
    return day if day > after else calendar.working_day_after(after)
