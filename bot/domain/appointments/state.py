"""A seat that the forum fills elsewhere (udpegning) with all who held it, and a working group (arbejdsgruppe)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """The resolution that something rests on: an item of a meeting's minutes.

    Of another forum's, which handed it on, `told` is what it was called there.
    """

    meeting: str
    item: int
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """That somebody holds a seat from `since` to `until`, both included, by the resolution `by`.

    `person` is their id where they have a seat in the forum. `left_on` is the last day of whoever left earlier.
    """

    name: str
    since: date
    until: date
    by: Ref
    at: datetime
    level: str = ""
    stand_in: str = ""
    person: str | None = None
    left_on: date | None = None

    @property
    def last(self) -> date:
        """The last day."""
        return self.until if self.left_on is None else self.left_on

    def holds_on(self, day: date) -> bool:
        """Whether it is theirs that day."""
        return self.since <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """That the member organisations were asked for candidates; `number` counts the calls of the seat."""

    number: int
    on: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is only read whole; `until` is the last day of the period that the seat is to be filled for."""

    created_at: datetime
    created_by: str
    until: date | None = None
    calls: int = 0
    call: Call | None = None  # the one that is open
    tenures: tuple[Tenure, ...] = ()  # in the order of their days


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One seat; `number` counts per forum and year, `revision` grows with every change to it.

    `body` is the id of a body that the charter names, or a name as it was typed; of a seat in a working group it is
    empty, and `group` (its year and number) says which. `level` is the one that is wanted, empty where none is.
    """

    forum: str
    year: int
    number: int
    revision: int
    title: str
    details: Details
    body: str = ""
    group: tuple[int, int] | None = None
    level: str = ""
    is_closed: bool = False  # there is no such seat any more

    def holder(self, day: date) -> Tenure | None:
        """Who holds it that day."""
        return next((each for each in self.details.tenures if each.holds_on(day)), None)

    def coming(self, day: date) -> Iterator[Tenure]:
        """Those whose time begins after that day."""
        return (each for each in self.details.tenures if day < each.since <= each.last)

    def past(self, day: date) -> Iterator[Tenure]:
        """Those whose time is over by then."""
        return (each for each in self.details.tenures if each.last < day)

    def first_free(self, day: date) -> date:
        """The first day from then on from which nobody holds it any more."""
        ends = [each.last for each in self.details.tenures if each.last >= day and each.since <= each.last]
        return max(ends) + timedelta(days=1) if ends else day


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidacy:
    """One answer of an organisation to a call: whom it names, or (`name` empty) that it has no candidate.

    `by` gave it, for their own organisation or (`is_on_behalf`) for another one that they serve.
    """

    call: int
    organisation: str
    name: str
    level: str
    by: str
    at: datetime
    is_on_behalf: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What of a group is only read whole: the resolution it was set up `by`, by whom, and its last day."""

    by: Ref
    at: datetime
    created_by: str
    until: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A working group: its task, the level that is appointed on, and who coordinates it.

    `is_secret` where it rests on a closed item. It is at work until it `is_closed`.
    """

    forum: str
    year: int
    number: int
    revision: int
    task: str
    founding: Founding
    level: str = ""
    coordinator: str = ""
    is_secret: bool = False
    is_closed: bool = False

    @property
    def key(self) -> tuple[int, int]:
        """Its year and number."""
        return self.year, self.number
