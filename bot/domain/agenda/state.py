"""An agenda: a draft that the secretariat works on and the numbered versions frozen from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import accumulate

from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.state import Content


class Standing(StrEnum):
    """The items every agenda has unless the forum chose otherwise, in the order they stand."""

    APPROVE_AGENDA = "approve_agenda"
    APPROVE_MINUTES = "approve_minutes"
    ANY_OTHER_BUSINESS = "any_other_business"


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """That an item came after dispatch, with which supplement, and why it could not wait."""

    supplement: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """That an item is not taken up after all, who said so, when and why; it keeps its number."""

    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item; `id` stays the same through moves, edits and versions of one agenda.

    A recurring one was put on by the forum's template, and can be edited, moved and taken off. One that approves
    minutes names the meeting that they are of as `minutes_of`. `late` and `gone` are what became of it after dispatch.
    """

    id: int
    content: Content
    proposal: int | None = None
    standing: Standing | None = None
    is_recurring: bool = False
    minutes_of: str | None = None
    late: Late | None = None
    gone: Gone | None = None

    @property
    def length(self) -> timedelta:
        """How long it takes: nothing once it is not taken up."""
        return timedelta() if self.gone else self.content.duration

    @property
    def is_own(self) -> bool:
        """Whether somebody put it on this agenda."""
        return self.standing is None and not self.is_recurring


class LaterKind(StrEnum):
    """What may happen to an agenda that was sent."""

    SUPPLEMENT = "supplement"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    CORRECTED = "corrected"
    ATTACHED = "attached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Why there is a version after the one that was sent: what happened to which items, and in whose words."""

    kind: LaterKind
    items: tuple[int, ...]
    words: str = ""
    supplement: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaVersion:
    """A frozen numbered version of the agenda; `later` says what it changed where it came after dispatch."""

    number: int
    items: tuple[AgendaItem, ...]
    frozen_at: datetime
    frozen_by: str | None  # None: frozen by the clock
    later: Later | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The agenda of one meeting: the draft (`items`, guarded by `revision`), its versions, and what was sent.

    What happens after dispatch is a version each, and `sent_version` the newest of them: the merged agenda.
    `removed` are the items last taken off the draft, the latest last: they can be put back.
    """

    forum: str
    meeting: str
    revision: int
    items: tuple[AgendaItem, ...]
    versions: tuple[AgendaVersion, ...] = ()
    removed: tuple[AgendaItem, ...] = ()
    sent_version: int | None = None
    sent_at: datetime | None = None

    @property
    def newest(self) -> AgendaVersion | None:
        """The newest frozen version, or None before the first."""
        return self.versions[-1] if self.versions else None

    def version(self, number: int | None) -> AgendaVersion | None:
        """The frozen version with that number, or None."""
        return next((version for version in self.versions if version.number == number), None)

    @property
    def sent(self) -> AgendaVersion | None:
        """The version that holds since it was sent, with what came afterwards, or None before that."""
        return self.version(self.sent_version)

    @property
    def current(self) -> tuple[AgendaItem, ...]:
        """What the meeting is to take up as far as is known: what was sent, else the draft."""
        return self.items if self.sent is None else self.sent.items

    @property
    def later(self) -> tuple[AgendaVersion, ...]:
        """The versions that came after dispatch, oldest first."""
        return tuple(each for each in self.versions if each.later is not None)


def begins(items: Sequence[AgendaItem], starts: datetime) -> tuple[datetime, ...]:
    """When each item begins, the first when the meeting does."""
    lengths = [item.length for item in items]
    return tuple(starts + before for before in accumulate(lengths[:-1], initial=timedelta()))[: len(items)]


def overrun(items: Sequence[AgendaItem], meeting: Meeting) -> timedelta:
    """How much longer the items take together than the meeting lasts; zero where they fit."""
    wanted = sum((item.length for item in items), timedelta())
    return max(wanted - (meeting.ends - meeting.starts), timedelta())
