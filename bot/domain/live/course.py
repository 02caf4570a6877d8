"""Planned and actual time of each item, and when the meeting will probably end: in time that really passes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.live.state import Live, Spell

_NO_TIME = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTime:
    """One item: how long it was to take, how long it took so far, and from when until when it was on.

    `ended` is None of one that is on, or that nobody saw the end of; `began` of one that has not been on.
    """

    item: int
    planned: timedelta
    spent: timedelta = _NO_TIME
    began: datetime | None = None
    ended: datetime | None = None
    is_on: bool = False

    @property
    def left(self) -> timedelta:
        """How much of the planned time is left: none once something else is on."""
        if self.began is not None and not self.is_on:
            return _NO_TIME
        return max(self.planned - self.spent, _NO_TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """`planned_end` is when all items would have ended, `expected_end` when they will, or the meeting did."""

    items: tuple[ItemTime, ...]
    planned_end: datetime
    expected_end: datetime | None

    @property
    def lag(self) -> timedelta:
        """How far behind the plan, or ahead of it where it is negative."""
        return _NO_TIME if self.expected_end is None else self.expected_end - self.planned_end


def course(
    live: Live, items: Sequence[AgendaItem], meeting: Meeting, now: datetime, ended: datetime | None = None
) -> Course:
    """How the meeting goes; `ended` is when it did, where that was said otherwise afterwards."""
    at, over = now.astimezone(UTC), ended or live.ended_at
    times = tuple(_time(item, tuple(spells_of(live, item.id, over)), at, live.item) for item in items)
    planned = meeting.starts.astimezone(UTC) + sum((each.planned for each in times), _NO_TIME)
    expected = at + sum((each.left for each in times), _NO_TIME) if live.is_running else over
    return Course(items=times, planned_end=planned, expected_end=expected)


def spells_of(live: Live, item: int, over: datetime | None = None) -> Iterator[Spell]:
    """When that item was on; once the meeting was `over` nothing was."""
    for each in live.spells:
        if each.item == item:
            yield each if live.is_running else _within(each, over)


def _within(spell: Spell, over: datetime | None) -> Spell:
    """The spell, ended at the latest when the meeting was; of one without an end, when that was."""
    if over is None:
        return spell
    end = over.astimezone(UTC) if spell.ended is None else min(spell.ended, over.astimezone(UTC))
    return replace(spell, ended=max(end, spell.began))


def _time(item: AgendaItem, spells: Sequence[Spell], at: datetime, on: int | None) -> ItemTime:
    is_on = on == item.id
    lengths = ((each.ended or (at if is_on else each.began)) - each.began for each in spells)
    return ItemTime(
        item=item.id,
        planned=item.length,
        spent=sum((max(each, _NO_TIME) for each in lengths), _NO_TIME),
        began=spells[0].began if spells else None,
        ended=None if is_on or not spells else spells[-1].ended,
        is_on=is_on,
    )
