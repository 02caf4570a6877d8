"""Which case something is filed on, what was filed of a meeting, and the subjects that a municipality files by."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.documents.state import Kind

MEETING_ITSELF = 0
"""Stands for an item, where the whole meeting is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The number of a case in the records system, and its KLE: the subject (12.34.56) and the facet (A26)."""

    number: str = ""
    subject: str = ""
    facet: str = ""

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.number or self.subject)

    @property
    def kle(self) -> str:
        """Subject and facet as they are written together."""
        return " ".join(part for part in (self.subject, self.facet) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """A meeting's case, those of its items where they are filed elsewhere, by id, and the forum's own number."""

    usual: str = ""
    meeting: Case = Case()
    items: tuple[tuple[int, Case], ...] = ()

    @property
    def whole(self) -> Case:
        """What the meeting is filed on: its own case, else the forum's number."""
        own = self.meeting
        return Case(number=own.number or self.usual, subject=own.subject, facet=own.facet)

    def own(self, item: int) -> Case:
        """What was said of that item, perhaps nothing."""
        return dict(self.items).get(item, Case())

    def of(self, item: int) -> Case:
        """What that item is filed on: its own case, each part that it lacks the meeting's."""
        own, whole = self.own(item), self.whole
        kle = own if own.subject else whole
        return Case(number=own.number or whole.number, subject=kle.subject, facet=kle.facet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A document that left: `version` is the agenda's, or the minutes' revision; `number` a supplement's.

    What the minutes' revision counts may be no part of them (remarks): `said` tells one state of them from another.
    """

    kind: Kind
    version: int
    at: datetime
    number: int | None = None
    said: str = ""

    @property
    def key(self) -> str:
        """What it is known by among what was filed of its meeting."""
        return f"{self.kind.value}/{self.said or (self.version if self.number is None else self.number)}"


class How(StrEnum):
    """How a meeting came into the records system."""

    BUNDLE = "bundle"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """That everything that had left of a meeting was filed: `covers` are the keys of what that was.

    A bundle is known by the `digest` of the state it was made of; what was filed by hand has the number in the records
    system as `reference`. `by` is a person, or who ran the command.
    """

    forum: str
    meeting: str
    number: int
    how: How
    covers: tuple[str, ...]
    by: str
    at: datetime
    digest: str = ""
    reference: str = ""


class Part(StrEnum):
    """The two lists that KLE consists of."""

    SUBJECT = "subject"  # emneplan
    FACET = "facet"  # handlingsfacet


@dataclass(frozen=True, slots=True)
class KleEntry:
    """One line of the municipality's own list."""

    part: Part
    code: str
    title: str
