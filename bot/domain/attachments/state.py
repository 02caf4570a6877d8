"""A bilag: what it belongs to, and one version of it; a new version stands beside the old ones and replaces none."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from bot.domain.agenda.state import AgendaItem


@dataclass(frozen=True, slots=True)
class OfProposal:
    """It goes with a proposal, by its id, wherever that goes."""

    proposal: int


@dataclass(frozen=True, slots=True)
class OfItem:
    """It belongs to an item that came from no proposal, by the item's id."""

    meeting: str
    item: int


Owner: TypeAlias = OfProposal | OfItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilag:
    """One version of a file; `id` is the same through all of them, and the newest is the one with the highest.

    `is_closed` says that it is closed by itself: of a closed item each is. One that was taken off stays stored.
    """

    forum: str
    id: int
    version: int
    owner: Owner
    name: str
    title: str
    media_type: str
    size: int  # bytes
    digest: str  # sha256, hex
    is_closed: bool
    by: str
    at: datetime
    taken_off_by: str | None = None
    taken_off_at: datetime | None = None

    def stands_at(self, moment: datetime | None) -> bool:
        """Whether it is among the bilag (None: by now)."""
        if moment is None:
            return self.taken_off_at is None
        return self.at <= moment and (self.taken_off_at is None or moment < self.taken_off_at)


def owner_of(meeting: str, item: AgendaItem) -> Owner:
    """What a bilag of an item belongs to: to its proposal, where it came from one."""
    return OfItem(meeting, item.id) if item.proposal is None else OfProposal(item.proposal)


def newest(versions: Iterable[Bilag], at: datetime | None = None) -> tuple[Bilag, ...]:
    """The newest version of each (None: by now), as far as it is not taken off, in the order they were added.

    What is closed in any version is closed in each.
    """
    every = sorted(versions, key=lambda one: (one.id, one.version))
    closed = {each.id for each in every if each.is_closed}
    found = {each.id: each for each in every if at is None or each.at <= at}
    return tuple(replace(each, is_closed=each.id in closed) for each in found.values() if each.stands_at(at))
