"""What a member would have minutes say of one item, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """A suggestion is a whole new wording of the item's resolution; a comment says something of it."""

    SUGGESTION = "suggestion"
    COMMENT = "comment"


class Status(StrEnum):
    """What became of it.

    A suggestion WAITS until it is TAKEN (after sending: ADDED), NOT_TAKEN or WITHDRAWN; a comment is SAID and that is
    all. What came too LATE stands below the approval of the minutes on the next agenda.
    """

    WAITING = "waiting"
    TAKEN = "taken"
    ADDED = "added"
    NOT_TAKEN = "not_taken"
    WITHDRAWN = "withdrawn"
    SAID = "said"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who answered it and when, with a reason where they gave one, and the text that was changed, if one was."""

    by: str
    at: datetime
    reason: str = ""
    replaced: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is only read whole: `seen` is the text that it is about, as it stood then."""

    words: str
    at: datetime
    seen: str = ""
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One of them; `number` counts per forum and year, and `item` is the item's id, None for the minutes as a whole."""

    forum: str
    year: int
    number: int
    revision: int
    meeting: str
    item: int | None
    person: str
    kind: Kind
    status: Status
    details: Details

    @property
    def waits(self) -> bool:
        """Whether the secretariat has yet to answer it."""
        return self.status is Status.WAITING
