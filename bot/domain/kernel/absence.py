"""That somebody is away from a meeting or for a time, and who was meant to step in."""

from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Away from one `meeting` or, without one, for a period (both ends included); `number` counts the forum's.

    `substitute` is who was named, `outsider` a stand-in for the day whom the forum does not know; with neither, whoever
    the seats name steps in. `mandate`: the one who is meant has it.
    """

    number: int
    person: str
    meeting: str | None = None
    since: date | None = None
    until: date | None = None
    substitute: str | None = None
    outsider: str = ""
    mandate: bool = False

    def is_from(self, meeting: Meeting) -> bool:
        """Whether it is an absence from that meeting."""
        return self.meeting == meeting.id if self.meeting is not None else self.is_on(meeting.day)

    def is_on(self, day: date) -> bool:
        """Whether the day lies in its period; of one meeting no day does."""
        return self.since is not None and self.until is not None and self.since <= day <= self.until
