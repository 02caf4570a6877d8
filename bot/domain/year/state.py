"""What the forum's people settled of the year."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.kernel.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosting:
    """Who hosts a meeting as somebody said in Teams; `confirmed_for` is the day for which the host confirmed it."""

    meeting: str
    host: str
    said_by: str
    at: datetime
    confirmed_for: date | None = None

    def is_confirmed(self, meeting: Meeting, host: str | None) -> bool:
        """Whether it is that host's word for the day on which the meeting is held by now."""
        return (self.host, self.confirmed_for) == (host, meeting.day)
