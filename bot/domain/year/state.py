"""What the forum's people settled of the year."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.kernel.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A host's word that it hosts a meeting on that day, and who gave it."""

    meeting: str
    host: str
    day: date
    said_by: str
    at: datetime

    def holds(self, meeting: Meeting, host: str | None) -> bool:
        """Whether it is that host's word for the day on which the meeting is held by now."""
        return (self.host, self.day) == (host, meeting.day)
