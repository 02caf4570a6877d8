"""A year as somebody may see it: its meetings, its hosts and its days, by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.kernel.meeting import Meeting
from bot.domain.year.frequency import Frequency
from cards.kit.words import keyed


class Held(StrEnum):
    """Where a meeting of the year stands."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


HELD = keyed(Held, "year.held")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting of the year; its `host` is `proposed` where the rota alone says so."""

    id: str
    day: date
    place: str
    held: Held
    host: str | None = None
    is_proposed: bool = False
    is_confirmed: bool = False
    is_beyond: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRow:
    """An organisation of the rota and the latest meeting that it hosts, if there is one."""

    name: str
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    """Who hosts in turn, and who is `following`; `left_out` are organisations of which nobody says whether they do."""

    order: Sequence[HostRow]
    following: str | None
    left_out: Sequence[str]
    words: str
    host_leads: bool
    is_rotating: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something that falls on a day of the year."""

    day: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The year; `counted` is None where the forum does not exist in it, and `rota` in a forum without hosts.

    `outside` are meetings of other bodies, `dated` what is ahead, `notes` what else is said of the year.
    The next meeting whose host the reader answers for can be confirmed, or given to another.
    """

    forum: str
    name: str
    year: int
    today: date
    counted: Frequency | None
    meetings: Sequence[MeetingRow]
    rota: Rota | None
    dated: Sequence[Dated]
    outside: Sequence[Dated]
    notes: Sequence[str]
    may_order: bool
    may_evaluate: bool
    may_confirm: Meeting | None = None
    may_swap: Meeting | None = None
