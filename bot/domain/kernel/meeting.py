"""A meeting of a forum."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """`starts` and `ends` are aware, in the forum's time zone; `id` is unique within the forum.

    One that lay in the past when it was first named `owes` neither minutes nor publication. What was decided of it in
    Teams (`is_decided`) stands before the forum's file, with the `reason` that was given.
    """

    forum: str
    id: str
    starts: datetime
    ends: datetime
    place: str
    host: str | None = None
    owes: bool = True
    is_decided: bool = False
    reason: str = ""

    @property
    def day(self) -> date:
        """The local date it is held."""
        return self.starts.date()
