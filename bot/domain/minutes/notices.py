"""What is said of minutes."""

from enum import StrEnum


class MinutesNotice(StrEnum):
    """Reminders to write them, the living card in the channel, and corrections."""

    DUE = "minutes_due"
    OVERDUE = "minutes_overdue"
    MINUTES = "minutes"
    ADDITION = "minutes_addition"
