"""Asking for approval, answering, and sending."""

from dataclasses import dataclass

from bot.domain.actions.base import Action, MeetingAction
from bot.domain.approval import Verdict


class ShowApprovals(Action):
    """What awaits an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulate(MeetingAction):
    """Freeze a version and ask for approval (send dagsorden til godkendelse)."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowVersion(MeetingAction):
    """One frozen version in full (Se hele dagsordenen), or with a position one item of it."""

    version: int
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionAction(MeetingAction):
    """Something done to one frozen version."""

    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Respond(VersionAction):
    """An approver's answer."""

    verdict: Verdict
    words: str = ""


class SendUnapproved(VersionAction):
    """The secretariat sends it although answers are missing."""


class SendAgenda(VersionAction):
    """The secretariat sends it now, where the charter sets no day."""


AboutApproval = ShowApprovals | Circulate | ShowVersion | Respond | SendUnapproved | SendAgenda
