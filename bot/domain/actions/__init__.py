"""Everything a person can ask for, as typed values; text and buttons both become one of these.

`forum` None means the one the conversation belongs to (or the only one the person sits in), `meeting` None the one
that is next in turn, `revision` or `version` None (a text command) the newest. A proposal is named by its number and
year, an item by its position. Texts are as typed: the rules parse and check them.
"""

from bot.domain.actions.agenda import (
    AboutDraft,
    AddItem,
    EditAgenda,
    EditItem,
    ItemAction,
    MoveItem,
    OpenItem,
    RemoveItem,
    ShowAgenda,
)
from bot.domain.actions.approval import (
    AboutApproval,
    Circulate,
    Respond,
    SendAgenda,
    SendUnapproved,
    ShowApprovals,
    ShowVersion,
    VersionAction,
)
from bot.domain.actions.base import Action, MeetingAction
from bot.domain.actions.minutes import (
    AboutMinutes,
    AddToMinutes,
    ApproveMinutes,
    OpenResolution,
    RecordAbsence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
)
from bot.domain.actions.overview import AboutForum, NotUnderstood, ShowDeadlines, ShowHelp, ShowMeetings, TieChannel
from bot.domain.actions.proposals import (
    AboutOneProposal,
    AboutProposals,
    Accept,
    AskForMore,
    Decline,
    Elaborate,
    OpenProposalForm,
    OpenTriage,
    Postpone,
    ProposalAction,
    Propose,
    ShowMyProposals,
    Withdraw,
)

AnyAction = TieChannel | AboutForum | AboutProposals | AboutOneProposal | AboutDraft | AboutApproval | AboutMinutes
"""Every action there is: a `match` over it is complete, or a type error."""

__all__ = [
    "AboutApproval",
    "AboutDraft",
    "AboutForum",
    "AboutMinutes",
    "AboutOneProposal",
    "AboutProposals",
    "Accept",
    "Action",
    "AddItem",
    "AddToMinutes",
    "AnyAction",
    "ApproveMinutes",
    "AskForMore",
    "Circulate",
    "Decline",
    "EditAgenda",
    "EditItem",
    "Elaborate",
    "ItemAction",
    "MeetingAction",
    "MoveItem",
    "NotUnderstood",
    "OpenItem",
    "OpenProposalForm",
    "OpenResolution",
    "OpenTriage",
    "Postpone",
    "ProposalAction",
    "Propose",
    "RecordAbsence",
    "RecordResolution",
    "RemarkOnMinutes",
    "RemoveItem",
    "Respond",
    "SendAgenda",
    "SendMinutes",
    "SendUnapproved",
    "ShowAgenda",
    "ShowApprovals",
    "ShowDeadlines",
    "ShowHelp",
    "ShowMeetings",
    "ShowMinutes",
    "ShowMyProposals",
    "ShowVersion",
    "TieChannel",
    "VersionAction",
    "Withdraw",
]
