"""What is said of a meeting ahead of it."""

from enum import StrEnum


class MeetingNotice(StrEnum):
    """Reminders to the channel."""

    PROPOSAL_DEADLINE = "proposal_deadline"
    MEETING = "meeting"
