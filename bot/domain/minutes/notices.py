"""What is said of minutes."""

from enum import StrEnum


class MinutesNotice(StrEnum):
    """Reminders to write them; in the channel the request to approve them, the minutes that were sent, and corrections.

    The secretariat is told, each by name, of every remark (REMARK) and of approval that is complete (APPROVED).
    """

    DUE = "minutes_due"
    OVERDUE = "minutes_overdue"
    REQUEST = "minutes_request"
    MINUTES = "minutes"
    ADDITION = "minutes_addition"
    REMARK = "minutes_remark"
    APPROVED = "minutes_approved"
