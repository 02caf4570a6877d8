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
class AgendaItem:
    """One item; `id` stays the same through moves, edits and versions of one agenda.

    A recurring one was put on by the forum's template, and can be edited, moved and taken off.
    """

    id: int
    content: Content
    proposal: int | None = None
    standing: Standing | None = None
    is_recurring: bool = False

    @property
    def is_own(self) -> bool:
        """Whether somebody put it on this agenda."""
        return self.standing is None and not self.is_recurring


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaVersion:
    """A frozen numbered version of the agenda."""

    number: int
    items: tuple[AgendaItem, ...]
    frozen_at: datetime
    frozen_by: str | None  # None: frozen by the clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The agenda of one meeting: the draft (`items`, guarded by `revision`), its versions, and what was sent.

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
        """The version that was sent, or None before that."""
        return self.version(self.sent_version)


def begins(items: Sequence[AgendaItem], starts: datetime) -> tuple[datetime, ...]:
    """When each item begins, the first when the meeting does."""
    lengths = [item.content.duration for item in items]
    return tuple(starts + before for before in accumulate(lengths[:-1], initial=timedelta()))[: len(items)]


def overrun(items: Sequence[AgendaItem], meeting: Meeting) -> timedelta:
    """How much longer the items take together than the meeting lasts; zero where they fit."""
    wanted = sum((item.content.duration for item in items), timedelta())
    return max(wanted - (meeting.ends - meeting.starts), timedelta())
