"""What a meeting that is held looks like to one reader: titles, names and times, and what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.domain.kernel.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item with its planned and its actual time; `began` None of one that has not been on.

    One that `is_gone` was withdrawn from the agenda, and keeps its number.
    """

    position: int
    title: str
    planned: timedelta
    spent: timedelta
    began: datetime | None
    is_on: bool
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveView:
    """`current` is the item that is on (or was last, in a break), `since` from when on it is or the break lasts.
    It `has_next` where an item after it is taken up.

    `people` are offered by id, marked as they are; `may_write` says whether minutes are the reader's to write,
    `may_touch` whether the item that is on may be written of here.
    """

    forum: str
    meeting: Meeting
    tz: tzinfo
    revision: int
    items: Sequence[ItemLine]
    current: ItemLine | None
    has_next: bool
    has_previous: bool
    is_running: bool
    is_break: bool
    since: datetime
    started_at: datetime
    ended_at: datetime | None
    expected_end: datetime | None
    planned_end: datetime
    lag: timedelta
    here: Sequence[str]
    missing: Sequence[str]
    recused: Sequence[str]
    people: Mapping[str, str]
    untreated: Sequence[int]
    may_write: bool
    may_touch: bool
    has_unknown: bool
    has_substitutes: bool
