"""Everything a person can ask for, as typed values; text and buttons both become one of these.

`forum` None means the one the conversation belongs to (or the only one the person sits in), `meeting` None the one
that is next in turn, `revision` or `version` None (a text command) the newest. A proposal is named by its number and
year, an item by its position. Texts are as typed: the rules parse and check them.
"""

from dataclasses import dataclass

from bot.domain.approval import Verdict
from bot.domain.minutes import Outcome
from bot.domain.proposal import ItemKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What all actions have; never asked for itself."""

    forum: str | None = None


class TieChannel(Action):
    """Make this channel the forum's."""


class ShowHelp(Action):
    """What the bot can do."""


class ShowMeetings(Action):
    """Coming meetings and their hosts."""


class ShowDeadlines(Action):
    """The next deadlines."""


class ShowApprovals(Action):
    """What awaits an answer."""


class ShowMyProposals(Action):
    """The person's own proposals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Action):
    """A sentence that is no command, with the nearest one."""

    nearest: str | None = None


# --- proposals -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProposalForm(Action):
    """Show the form, with a title already typed."""

    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose(Action):
    """Send the form; `form` is the random id it was drawn with, so that sending it twice is harmless."""

    form: str
    title: str = ""
    kind: ItemKind = ItemKind.DISCUSSION
    basis: str = ""
    summary: str = ""
    recommendation: str = ""
    on_behalf_of: str = ""
    financial_note: str = ""
    amount: str = ""
    duration: str = ""
    meeting: str = ""
    links: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAction(Action):
    """Something done to one proposal."""

    number: int
    year: int | None = None
    revision: int | None = None


class OpenTriage(ProposalAction):
    """Ask what one may do with the proposal (Behandl forslag)."""


class Accept(ProposalAction):
    """Put it on the agenda."""


class Withdraw(ProposalAction):
    """The proposer takes it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForMore(ProposalAction):
    """Ask the proposer to elaborate."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elaborate(ProposalAction):
    """The proposer's answer to that."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone(ProposalAction):
    """Move it to a later meeting (or to none yet)."""

    meeting: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(ProposalAction):
    """Do not put it on the agenda, with a reason."""

    words: str = ""


# --- agenda ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAction(Action):
    """Something about one meeting."""

    meeting: str | None = None


class ShowAgenda(MeetingAction):
    """The draft (or what was sent) with its timetable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowVersion(MeetingAction):
    """One frozen version in full (Se hele dagsordenen), or with a position one item of it."""

    version: int
    position: int | None = None


class EditAgenda(MeetingAction):
    """Show the secretariat's editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAction(MeetingAction):
    """Something done to the draft's item at a position (from 1)."""

    position: int
    revision: int | None = None


class OpenItem(ItemAction):
    """Show the form for one item."""


class RemoveItem(ItemAction):
    """Take it off the draft; its proposal becomes undecided again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveItem(ItemAction):
    """Put it at another position."""

    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditItem(ItemAction):
    """Change its texts and times; None leaves a field as it is."""

    title: str | None = None
    recommendation: str | None = None
    amount: str | None = None
    duration: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem(MeetingAction):
    """Put a new item on the draft without a proposal."""

    title: str = ""
    duration: str = ""
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulate(MeetingAction):
    """Freeze a version and ask for approval (send dagsorden til godkendelse)."""

    revision: int | None = None


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


# --- minutes ---------------------------------------------------------------------------------------------------


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


AnyAction = (
    TieChannel
    | ShowHelp
    | ShowMeetings
    | ShowDeadlines
    | ShowApprovals
    | ShowMyProposals
    | NotUnderstood
    | OpenProposalForm
    | Propose
    | OpenTriage
    | Accept
    | Withdraw
    | AskForMore
    | Elaborate
    | Postpone
    | Decline
    | ShowAgenda
    | ShowVersion
    | EditAgenda
    | OpenItem
    | RemoveItem
    | MoveItem
    | EditItem
    | AddItem
    | Circulate
    | Respond
    | SendUnapproved
    | SendAgenda
    | ShowMinutes
    | OpenResolution
    | RecordResolution
    | RecordAbsence
    | SendMinutes
    | ApproveMinutes
    | RemarkOnMinutes
    | AddToMinutes
)
"""Every action there is: a `match` over it is complete, or a type error."""
