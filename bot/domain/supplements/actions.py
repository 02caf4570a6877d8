"""What is done to an agenda after it was sent."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.agenda.actions import FormFields, ItemFields
from bot.domain.approval.state import Verdict
from bot.domain.kernel.action import Command, MeetingAction, Query


class OpenSupplement(MeetingAction, Query):
    """The supplement in preparation with the form for one more item, to those who may; else how it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSentItem(MeetingAction, Query):
    """One item of what was sent: to correct it or to let it lapse."""

    position: int | None = None


class ShowVersions(MeetingAction, Query):
    """Every version of the agenda, what it contained, when and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLate(ItemFields, Command):
    """One more late item: `pick` is a proposal or an item of the draft that did not come with the agenda."""

    revision: int | None = None
    pick: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementAction(MeetingAction):
    """Something done to the supplement in preparation; `revision` is the one that is meant."""

    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLate(SupplementAction, Command):
    """Take a late item out again."""

    position: int


class AskSupplement(SupplementAction, Command):
    """Ask those who approve agendas about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSupplement(SupplementAction, Command):
    """An approver's answer."""

    verdict: Verdict
    words: str = ""


class TakeBackSupplement(SupplementAction, Command):
    """An approver's answer taken back."""


class SendSupplement(SupplementAction, Command):
    """Send it to everybody who got the agenda."""


class SendSupplementUnapproved(SupplementAction, Command):
    """Send it although answers are missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectItem(FormFields, Command):
    """Correct an item of what was sent: its attachments, its time, a slip of the pen."""

    position: int
    revision: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawItem(MeetingAction, Command):
    """An item of what was sent is not taken up (Lad punktet udgå), and keeps its number."""

    position: int
    revision: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUpItem(MeetingAction, Command):
    """An item that was withdrawn (None: the last one) is taken up after all."""

    position: int | None = None


SupplementsQuery: TypeAlias = OpenSupplement | OpenSentItem | ShowVersions
SupplementsCommand: TypeAlias = (
    AddLate
    | RemoveLate
    | AskSupplement
    | AnswerSupplement
    | TakeBackSupplement
    | SendSupplement
    | SendSupplementUnapproved
    | CorrectItem
    | WithdrawItem
    | TakeUpItem
)
