"""»Ryk«: the secretariat's one extra reminder to those who owe an answer, rarely enough that nobody stops reading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice

BETWEEN = 3
"""Working days from one to the next, to the same person about the same round."""
MARK = "nudged"
"""It stands in the subject of a reminder, where the secretariat asked for it."""


class Matter(StrEnum):
    """What an answer is owed to."""

    AGENDA = "agenda"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """Somebody who owes an answer, and the reminder that tells them: its kind, what it is about, its subject."""

    person: str
    kind: StrEnum
    about: tuple[object, ...]
    subject: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """When somebody was last reminded at all, and last by the secretariat's own reminder."""

    last: datetime | None = None
    nudged: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What they owe it to, and each of them with what they have had already."""

    matter: Matter
    meeting: Meeting
    number: int
    owing: tuple[tuple[Owing, Reminded], ...]


def reminded_by(owed: Owing, sent: Iterable[Notice]) -> Reminded:
    """What they have had about just this, of all that was said of the meeting."""
    own = [each for each in sent if each.recipient == owed.person and each.kind == owed.kind and _is_same(owed, each)]
    left = [each.sent_at for each in own if each.sent_at is not None]
    nudges = [each.due_at for each in own if each.subject.get(MARK)]
    return Reminded(last=max(left, default=None), nudged=max(nudges, default=None))


def next_day(nudged: datetime, calendar: Calendar, tz: tzinfo) -> date:
    """The first day on which the secretariat may remind them once more."""
    day = nudged.astimezone(tz).date()
    for _ in range(BETWEEN):
        day = calendar.working_day_after(day)
    return day


def may_nudge(had: Reminded, today: date, calendar: Calendar, tz: tzinfo) -> bool:
    """Whether they may be reminded today."""
    return had.nudged is None or today >= next_day(had.nudged, calendar, tz)


def _is_same(owed: Owing, notice: Notice) -> bool:
    return all(notice.subject.get(name) == value for name, value in owed.subject.items())
