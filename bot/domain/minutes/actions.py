"""Minutes."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query
from bot.domain.minutes.state import Outcome


class ShowMinutes(MeetingAction, Query):
    """The minutes; for the secretariat with what is needed to write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenResolution(MeetingAction, Query):
    """Show the form for one item's resolution."""

    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResolution(MeetingAction, Command):
    """What the meeting resolved on one item of the agenda that was sent."""

    position: int
    revision: int | None = None
    outcome: Outcome | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAbsence(MeetingAction, Command):
    """Who was absent; replaces what was recorded before."""

    revision: int | None = None
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMinutes(MeetingAction, Command):
    """Send them to the channel (or for approval first, where the forum wants that)."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(MeetingAction, Command):
    """An approver's yes, where minutes are approved before sending."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkOnMinutes(MeetingAction, Command):
    """A member's remark."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToMinutes(MeetingAction, Command):
    """The secretariat's correction after sending."""

    words: str = ""


MinutesQuery: TypeAlias = ShowMinutes | OpenResolution
MinutesCommand: TypeAlias = (
    RecordResolution | RecordAbsence | SendMinutes | ApproveMinutes | RemarkOnMinutes | AddToMinutes
)
