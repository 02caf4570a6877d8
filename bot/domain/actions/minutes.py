"""Minutes."""

from dataclasses import dataclass

from bot.domain.actions.base import MeetingAction
from bot.domain.minutes import Outcome


class ShowMinutes(MeetingAction):
    """The minutes; for the secretariat with what is needed to write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenResolution(MeetingAction):
    """Show the form for one item's resolution."""

    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResolution(MeetingAction):
    """What the meeting resolved on one item of the agenda that was sent."""

    position: int
    revision: int | None = None
    outcome: Outcome | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAbsence(MeetingAction):
    """Who was absent; replaces what was recorded before."""

    revision: int | None = None
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMinutes(MeetingAction):
    """Send them to the channel (or for approval first, where the forum wants that)."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(MeetingAction):
    """An approver's yes, where minutes are approved before sending."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkOnMinutes(MeetingAction):
    """A member's remark."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToMinutes(MeetingAction):
    """The secretariat's correction after sending."""

    words: str = ""


AboutMinutes = (
    ShowMinutes
    | OpenResolution
    | RecordResolution
    | RecordAbsence
    | SendMinutes
    | ApproveMinutes
    | RemarkOnMinutes
    | AddToMinutes
)
