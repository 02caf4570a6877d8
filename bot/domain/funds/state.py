"""The ledger's entries, what the meeting decided on money, and what each council has said to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

ORE = 100
"""How many of the smallest coins make a krone: the ledger counts in those, so that nothing is ever rounded."""


class EntryKind(StrEnum):
    """What an entry of the ledger is about."""

    GRANT = "grant"
    DISPOSAL = "disposal"
    SPENDING = "spending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: never changed, only countered; `number` counts per forum and year of the budget.

    `amount` is in øre and never negative. `purpose` is whose account of the year it is on, by the charter's id (empty:
    all purposes together). `of` is the entry of the same year that a counter takes back, or the disposal that was spent
    of. A disposal is of the `organisation` that delegated, by the resolution on the `item` of a `meeting`; without one,
    `waiver` says why. `basis` is what an entry rests on.
    """

    forum: str
    year: int
    number: int
    kind: EntryKind
    is_counter: bool = False
    of: int | None = None
    amount: int
    purpose: str = ""
    organisation: str | None = None
    meeting: str | None = None
    item: int | None = None
    by: str
    at: datetime
    basis: str = ""
    waiver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """An account, in øre: what is left of a grant is what was not disposed of."""

    granted: int = 0
    disposed: int = 0
    spent: int = 0

    @property
    def left(self) -> int:
        """What can still be disposed of."""
        return self.granted - self.disposed

    @property
    def unspent(self) -> int:
        """What was disposed of and is not spent."""
        return self.disposed - self.spent


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An item with an amount that the meeting granted, as the minutes left; `amount` in øre bounds its disposals.

    `on_funds` says that it was put as one on the shared funds, `parties` are the organisations that it named.
    """

    forum: str
    meeting: str
    item: int
    amount: int
    on_funds: bool
    is_closed: bool
    parties: tuple[str, ...]
    decided_at: datetime


class CouncilAnswer(StrEnum):
    """What a council has said: nothing yet, that it is still to treat it, yes or no."""

    AWAITED = "awaited"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


OPEN = (CouncilAnswer.AWAITED, CouncilAnswer.PENDING)
"""What leaves an answer owed: that nothing was said, or that it is still to be treated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFollowUp:
    """That one organisation's council is to say to one decision; `number` counts per forum.

    `since` is when it was last told of, from which reminders are counted.
    """

    forum: str
    number: int
    meeting: str
    item: int
    organisation: str
    answer: CouncilAnswer
    since: datetime
    by: str | None = None
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether an answer is still owed."""
        return self.answer in OPEN


Accounts = Mapping[str, Balance]
"""By purpose: the accounts of one year."""


def kroner(ore: int) -> Decimal:
    """An amount as people read it."""
    return Decimal(ore) / ORE


def in_ore(amount: Decimal) -> int:
    """An amount as the ledger keeps it; it has two decimals at most."""
    return int(amount * ORE)
