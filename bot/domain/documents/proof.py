"""What the code on a document is: the entry of the log that it left with, and whether that version still holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Sort(StrEnum):
    """What left with the entry."""

    AGENDA = "agenda"
    SUPPLEMENT = "supplement"
    MINUTES = "minutes"
    APPROVED_MINUTES = "approved_minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The entry `seq` of the forum's log says that this left `at`; `code` are as many digits of its hash as it shows.

    `version` is the agenda's, None of minutes, which have none that anybody counts.
    """

    forum: str
    meeting: str
    sort: Sort
    version: int | None
    at: datetime
    seq: int
    code: str
    is_newest: bool
