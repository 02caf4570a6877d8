"""Evaluation of the forum's own work: whether, how and how often is its choice where its charter speaks of it."""

from collections.abc import Iterator
from datetime import date

from bot.domain.duties.reminders import months_after
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Forum

HOW, EVERY = "evaluation", "evaluation_every_months"
ON_AGENDA, NEVER = "agenda_item", "none"
_FORESEEN = 3  # days, each a reminder: whatever changes the forum plans anew


def is_spoken_of(forum: Forum) -> bool:
    """Whether the charter speaks of it."""
    return forum.charter.evaluation.value is not None


def is_chosen(forum: Forum) -> bool:
    """Whether the forum chose to evaluate its work, and how often."""
    how = forum.chosen(HOW)
    return is_spoken_of(forum) and how is not None and how.value != NEVER and forum.chosen(EVERY) is not None


def days(forum: Forum, calendar: Calendar, today: date) -> tuple[date, ...]:
    """The next working days on which it is time, counted from the day on which the forum chose it; none until then."""
    return tuple(_days(forum, calendar, today)) if is_spoken_of(forum) else ()


def _days(forum: Forum, calendar: Calendar, today: date) -> Iterator[date]:
    how, every = forum.chosen(HOW), forum.chosen(EVERY)
    if how is None or how.value == NEVER or every is None:
        return
    begun = max(how.on, every.on)
    passed = max((today.year - begun.year) * 12 + today.month - begun.month, 0) // int(every.value)
    for number in range(max(passed, 1), max(passed, 1) + _FORESEEN):
        day = calendar.at_or_after(months_after(begun, number * int(every.value)))
        if day >= today and forum.is_in_force(day):
            yield day
