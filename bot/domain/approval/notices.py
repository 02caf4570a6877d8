"""What is said of an approval and of the agenda that leaves, and who hears it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class ApprovalNotice(StrEnum):
    """A draft that is due, the living request, reminders of missing answers, the agenda, and that it is late.

    The secretariat hears of each answer that asks something of it, that all have approved, that somebody who is asked
    answers from another account by now, and what a change of the forum did to a round (MENDED); an approver hears what
    that is to them (CHANGED).

    An organisation that clears the agenda itself has one card in the channel (CLEARANCE), and whoever answers for it
    the same in their own chat (CLEARANCE_OWN) and a reminder (CLEARANCE_MISSING). The secretariat hears of what was
    answered (CLEARANCE_ANSWER), those who have approved that it was not cleared after that (CLEARANCE_LATE).

    The secretariat has the COPY of each version for a body that the charter has it coordinate with; where that body is
    a forum here, it gets the copy in its own channel (COPY_RECEIVED).
    """

    DRAFT_DUE = "draft_due"
    REQUEST = "approval"
    MISSING = "approval_missing"
    OVERDUE = "approval_overdue"
    ANSWER = "approval_answer"
    COMPLETE = "approval_complete"
    ACCOUNT = "approval_account"
    CHANGED = "approval_changed"
    MENDED = "approval_mended"
    CLEARANCE = "clearance"
    CLEARANCE_OWN = "clearance_own"
    CLEARANCE_MISSING = "clearance_missing"
    CLEARANCE_ANSWER = "clearance_answer"
    CLEARANCE_LATE = "clearance_late"
    AGENDA_SENT = "agenda_sent"
    AGENDA_OVERDUE = "agenda_overdue"
    COPY = "agenda_copy"
    COPY_RECEIVED = "agenda_copy_received"


_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
_DESK = Hearing(who=Hearer.SECRETARIAT, stands=Stands.DESK, calls=Calls.RECIPIENT)
_KEPT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT)
_OWED = replace(_KEPT, owes=True)
_CLEARING = replace(_OWED, who=Hearer.CLEARING)
_ASKED = Hearing(who=Hearer.ASKED, stands=Stands.CHAT, calls=Calls.RECIPIENT, urgent=True)
HEARD: Mapping[ApprovalNotice, Hearing] = complete(
    ApprovalNotice,
    {
        ApprovalNotice.DRAFT_DUE: replace(_DESK, owes=True),
        ApprovalNotice.REQUEST: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, calls=Calls.APPROVERS, news=News.KEPT),
        ApprovalNotice.MISSING: replace(_OWED, who=Hearer.APPROVER),
        ApprovalNotice.OVERDUE: _OWED,
        ApprovalNotice.ANSWER: _KEPT,
        ApprovalNotice.COMPLETE: replace(_DESK, news=News.KEPT),
        ApprovalNotice.ACCOUNT: _SECRETARIAT,
        ApprovalNotice.CHANGED: _ASKED,
        ApprovalNotice.MENDED: _SECRETARIAT,
        ApprovalNotice.CLEARANCE: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, calls=Calls.CLEARING, news=News.KEPT),
        ApprovalNotice.CLEARANCE_OWN: _CLEARING,
        ApprovalNotice.CLEARANCE_MISSING: _CLEARING,
        ApprovalNotice.CLEARANCE_ANSWER: _DESK,
        ApprovalNotice.CLEARANCE_LATE: _ASKED,
        ApprovalNotice.AGENDA_SENT: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, news=News.KEPT),
        ApprovalNotice.AGENDA_OVERDUE: replace(_OWED, urgent=True),
        ApprovalNotice.COPY: _KEPT,
        ApprovalNotice.COPY_RECEIVED: Hearing(who=Hearer.FORUM, stands=Stands.POST),
    },
)
