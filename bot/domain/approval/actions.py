"""Asking for approval, answering, and sending."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.approval.clearance import Clearing
from bot.domain.approval.state import Verdict
from bot.domain.kernel.action import Command, MeetingAction, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowApprovals(Query):
    """What awaits an answer; `words` as for `OnForm`."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnForm(MeetingAction):
    """Pressed where one may be writing an answer: `words` are what stands in the field, and are never dropped."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulate(MeetingAction, Command):
    """Freeze a version and ask for approval (send dagsorden til godkendelse)."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowVersion(OnForm, Query):
    """One frozen version (the newest where none is named) in full (Se hele dagsordenen), or one item of it."""

    version: int | None = None
    position: int | None = None


class EditAnswer(OnForm, Query):
    """The request with its answers, for somebody who has answered and would answer otherwise (Ret svar)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowChanges(OnForm, Query):
    """What one version changed since another (Se alle ændringer), or with a position what it changed in one item.

    Where none is named it is the newest one, since the one before it.
    """

    version: int | None = None
    since: int | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionAction(OnForm):
    """Something done to one frozen version."""

    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Respond(VersionAction, Command):
    """An approver's answer."""

    verdict: Verdict


class TakeBack(VersionAction, Command):
    """An approver's answer taken back (Fortryd svar): they have not answered any more."""


class SendUnapproved(VersionAction, Command):
    """The secretariat sends it although answers are missing."""


class SendAgenda(VersionAction, Command):
    """The secretariat sends it now, before its day or where the charter sets none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowClearance(OnForm, Query):
    """Where clearance in the organisations stands (afklaring), or with an organisation what it is asked."""

    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clear(VersionAction, Command):
    """An organisation's answer; `organisation` None is the one that the person answers for."""

    clearing: Clearing
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCopy(OnForm, Query):
    """The copy of the newest version for a body that the charter names (the first), to send."""

    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCopySent(VersionAction, Command):
    """»Markér som sendt«: the body has the copy of that version (the newest)."""

    body: str | None = None


ApprovalQuery: TypeAlias = EditAnswer | ShowApprovals | ShowChanges | ShowClearance | ShowCopy | ShowVersion
ApprovalCommand: TypeAlias = Circulate | Clear | MarkCopySent | Respond | SendAgenda | SendUnapproved | TakeBack
