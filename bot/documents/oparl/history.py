"""When what is told of a thing came to be told, last changed and was deleted, from the releases and their moments.

Nothing is remembered between two states: whatever could be seen at each moment is drawn again. Of what was taken back
only the keys are known, so what it told is held to be told anew once it no longer stands.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.documents.oparl.keys import Key
from bot.domain.documents.state import Kind, MeetingRecord
from bot.domain.publication.public import PublicState, Published, Trace
from bot.domain.publication.state import Release

Slot = tuple[Kind, int]
"""What editions of the same document share; a supplement is told from the others by its number."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A release with its record, or with the trace of one that was taken back."""

    release: Release
    record: MeetingRecord | None
    trace: Trace | None = None

    @property
    def slot(self) -> Slot:
        """Which document it is an edition of."""
        told = self.trace if self.record is None else self.record
        is_one_of_many = self.release.kind is Kind.SUPPLEMENT and told is not None
        return self.release.kind, (told.supplement or 0) if is_one_of_many and told is not None else 0


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a thing, None once nothing is; `created` and `modified` are when that came to be so."""

    fields: Any
    created: datetime
    modified: datetime


def editions(state: PublicState) -> dict[tuple[str, str], list[Edition]]:
    """All that the public could ever see of each meeting, by the forum and the meeting."""
    found: dict[tuple[str, str], list[Edition]] = {}
    traces = {(each.forum, each.number): each for each in state.traces}
    for each in every_edition(state.published, state.taken_back, traces):
        found.setdefault((each.release.forum, each.release.meeting), []).append(each)
    return found


def every_edition(
    published: Iterable[Published], taken_back: Iterable[Release], traces: Mapping[tuple[str, int], Trace]
) -> Iterator[Edition]:
    """Those that may be seen, and those that were; what was taken back before anybody could see it never was.

    A record that tells of closed items is not for the public, whoever released it.
    """
    for each in published:
        if not each.record.is_whole:
            yield Edition(each.release, each.record)
    for release in taken_back:
        if release.was_seen:
            yield Edition(release, None, traces.get((release.forum, release.number)))


def moments(every: Iterable[Edition], until: datetime) -> list[datetime]:
    """When what may be seen of them changed, up to then."""
    changes = {at for each in every for at in (each.release.visible_at, each.release.taken_back_at) if at is not None}
    return sorted(at for at in changes if at <= until)


def standing(every: Iterable[Edition], at: datetime) -> list[Edition]:
    """The newest edition of each document at that moment; the minutes come last, since they know best."""
    newest: dict[Slot, Edition] = {}
    for each in every:
        if each.release.is_visible(at):
            newest[each.slot] = max(newest.get(each.slot, each), each, key=lambda one: one.release.edition)
    order = tuple(Kind)
    return sorted(newest.values(), key=lambda each: (order.index(each.slot[0]), each.slot[1]))


def told_over_time(views: Iterable[tuple[datetime, Mapping[Key, Any]]]) -> dict[Key, Told]:
    """What became of each key through what could be seen from each moment on, the oldest first."""
    told: dict[Key, Told] = {}
    for at, view in views:
        for key in told.keys() | view.keys():
            told[key] = told_from(at, told.get(key), view.get(key))
    return told


def told_from(at: datetime, before: Told | None, fields: Any) -> Told:
    """What is told from then on; where it is the same as before, since when it was."""
    if before is None:
        return Told(fields, at, at)
    return before if before.fields == fields else Told(fields, before.created, at)


def named_over_time(changes: Iterable[tuple[datetime, Key, Collection[Key]]]) -> dict[Key, Told]:
    """When each key came to be named by anything, and when by nothing any more.

    A change says what something names from then on. `fields` of what comes of it is whether the key is named.
    """
    moments_of: dict[datetime, list[tuple[Key, Collection[Key]]]] = {}
    for at, by, named in changes:
        moments_of.setdefault(at, []).append((by, named))
    names: dict[Key, Collection[Key]] = {}
    counted: Counter[Key] = Counter()
    told: dict[Key, Told] = {}
    for at in sorted(moments_of):
        touched = set[Key]()
        for by, named in moments_of[at]:
            counted.subtract(names.get(by, ()))
            counted.update(named)
            touched |= {*names.get(by, ()), *named}
            names[by] = named
        told |= {key: told_from(at, told.get(key), counted[key] > 0) for key in touched}
    return told
