"""A meeting of another body (eksternt møde): its items, what each organisation answered, and the joint text."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

WHOLE = 0
"""In place of an item's id: all items in an answer, and in the text what stands before them."""


class Position(StrEnum):
    """What an organisation says of an item."""

    AGREE = "agree"
    REMARK = "remark"
    MANDATE = "mandate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of the other body's agenda; the `id` stays its own, whatever becomes of its place."""

    id: int
    title: str
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What the secretariat wrote for an item in place of what follows from the answers; `answers` were known then."""

    item: int
    words: str
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """That the joint input was sent: when, by whom, and what it said of each item by then."""

    at: datetime
    by: str
    texts: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is only read whole; `dated` is when its day was last set, `last_item` the highest id an item ever had."""

    created_at: datetime
    created_by: str
    dated: date
    starts: time | None = None
    place: str = ""
    items: tuple[Item, ...] = ()
    last_item: int = 0
    edited: tuple[Edited, ...] = ()
    sent: Sent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalMeeting:
    """One such meeting; `number` counts per forum and year, `revision` grows with every change but an answer.

    `body` is the charter's id of whose meeting it is, None where somebody just typed a name.
    """

    forum: str
    year: int
    number: int
    revision: int
    body: str | None
    name: str
    day: date
    details: Details
    is_cancelled: bool = False

    def is_ahead(self, today: date) -> bool:
        """Whether it is yet to be held."""
        return not self.is_cancelled and self.day >= today


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody answered for an organisation about an item; of a mandate `words` are its limits."""

    item: int
    organisation: str
    position: Position
    words: str
    at: datetime
    person: str
    account: str | None = None
