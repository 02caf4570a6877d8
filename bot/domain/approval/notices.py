"""What is said of an approval and of the agenda that leaves, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class ApprovalNotice(StrEnum):
    """A draft that is due, the living request, reminders of missing answers, the agenda, and that it is late."""

    DRAFT_DUE = "draft_due"
    REQUEST = "approval"
    MISSING = "approval_missing"
    OVERDUE = "approval_overdue"
    AGENDA_SENT = "agenda_sent"
    AGENDA_OVERDUE = "agenda_overdue"


_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[ApprovalNotice, Hearing] = complete(
    ApprovalNotice,
    {
        ApprovalNotice.DRAFT_DUE: _SECRETARIAT,
        ApprovalNotice.REQUEST: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, calls=Calls.APPROVERS, news=News.KEPT),
        ApprovalNotice.MISSING: Hearing(who=Hearer.APPROVER, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        ApprovalNotice.OVERDUE: _SECRETARIAT,
        ApprovalNotice.AGENDA_SENT: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
        ApprovalNotice.AGENDA_OVERDUE: _SECRETARIAT,
    },
)
