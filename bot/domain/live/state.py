"""A meeting as it is held: which item was on from when until when, and who was recused from it or stepped in.

Every moment is in UTC, so that what lies between two of them is the time that really passed.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """That an item was on, by its id (None: a break); the one that is on has not `ended`.

    `next_by` is who went on to it as the next one; None where it came otherwise.
    """

    item: int | None
    began: datetime
    ended: datetime | None = None
    next_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recusal:
    """That somebody is no part of an item from `since` until it ends, whenever it is on."""

    item: int
    person: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SteppedIn:
    """That somebody is there in another's place."""

    person: str
    instead_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """`spells` stand in order, each beginning where the one before ended, but for the time between end and resumption.

    Of one that was left running nobody knows when it ended: its last spell never does.
    """

    forum: str
    meeting: str
    revision: int
    spells: tuple[Spell, ...]
    recusals: tuple[Recusal, ...] = ()
    stepped_in: tuple[SteppedIn, ...] = ()
    is_running: bool = True
    ended_at: datetime | None = None

    @property
    def started_at(self) -> datetime:
        """When it began."""
        return self.spells[0].began

    @property
    def is_left(self) -> bool:
        """Whether nobody said when it ended."""
        return not self.is_running and self.ended_at is None

    @property
    def item(self) -> int | None:
        """The item that is on; None in a break, and once it is over."""
        return self.spells[-1].item if self.is_running else None

    @property
    def last_item(self) -> int | None:
        """The item that is on or, in a break and afterwards, was on last."""
        return next((each.item for each in reversed(self.spells) if each.item is not None), None)
