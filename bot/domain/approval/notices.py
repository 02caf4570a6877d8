"""What is said of an approval and of the agenda that leaves."""

from enum import StrEnum


class ApprovalNotice(StrEnum):
    """The living request in the channel, reminders of missing answers, the agenda, and that it is late.

    The secretariat hears of each answer that asks something of it, and that all have approved.
    """

    REQUEST = "approval"
    MISSING = "approval_missing"
    OVERDUE = "approval_overdue"
    ANSWER = "approval_answer"
    COMPLETE = "approval_complete"
    AGENDA_SENT = "agenda_sent"
    AGENDA_OVERDUE = "agenda_overdue"
