"""What a card of how things stand shows, as far as its reader may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.kernel.action import Action
from bot.domain.kernel.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that waits: what it is, until when it is in time, and the button that leads to it."""

    words: str
    title: str
    way: Action
    due: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting as it stands, by the names of what is known of it, with its next step."""

    meeting: Meeting
    facts: Mapping[str, str | None]
    step: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What comes next: a meeting, or until when proposals to it are taken."""

    forum: str
    day: date
    is_deadline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One forum: what awaits the reader, and to those who serve it how its meetings stand."""

    forum: str
    title: str
    lines: Sequence[Line] = ()
    meetings: Sequence[MeetingRow] = ()
    coming: Coming | None = None
    is_in_force: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All of it; `unreadable` are the names of forums that cannot be read."""

    parts: Sequence[Part] = field(default=())
    unreadable: Sequence[str] = ()
