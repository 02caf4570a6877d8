"""What can be found in a sentence, and where it stands."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where in the sentence it stands, from `start` up to `end`, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Slot):
    """A day, or several in a row up to and with `until`.

    `is_other_weekday` where the weekday that is said is not that day's.
    """

    day: date
    until: date | None = None
    is_other_weekday: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Slot):
    """A time of the day, with when it ends where that is said."""

    begins: time
    ends: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length(Slot):
    """How long something takes."""

    length: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Slot):
    """An amount in kroner, with the sign or unit that makes it one."""

    kroner: Decimal


class Counted(StrEnum):
    """What a number counts: an agenda's item ("punkt 4"), a proposal or case, a task, a version, or nobody knows."""

    ITEM = "item"
    PROPOSAL = "proposal"
    TASK = "task"
    VERSION = "version"
    BILAG = "bilag"
    YEAR = "year"
    BARE = "bare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Slot):
    """A number, with what stands before it.

    `until` is the last of several in a row ("punkt 2-4"), `year` that of "forslag 3/2026", and `is_numbered` says that
    a bare one is called a number ("nr. 3", "nummer to").
    """

    counts: Counted
    number: int
    until: int | None = None
    year: int | None = None
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Everything of it, each in the order of the sentence; nothing stands in two of them.

    `reason` is what follows "fordi", "da", a first colon and the like, as it was typed.
    """

    days: tuple[Day, ...] = ()
    clocks: tuple[Clock, ...] = ()
    lengths: tuple[Length, ...] = ()
    amounts: tuple[Amount, ...] = ()
    numbers: tuple[Number, ...] = ()
    reason: str = ""
    reason_start: int | None = None

    def places(self) -> frozenset[int]:
        """Every character that one of them takes up."""
        return frozenset(place for each in self.every() for place in range(each.start, each.end))

    def every(self) -> tuple[Slot, ...]:
        """All that takes up characters."""
        return (*self.days, *self.clocks, *self.lengths, *self.amounts, *self.numbers)
