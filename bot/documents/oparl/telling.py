"""What one release tells, by item and of people, drawn once however often it is looked at; and what is left of that.

Agendas, supplements and minutes tell of items; other papers are files and nothing more.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.documents.oparl import items, people
from bot.documents.oparl.history import Edition
from bot.documents.oparl.keys import Key
from bot.domain.documents.state import Kind
from bot.domain.publication.public import Published, Trace

TELL_OF_ITEMS = (Kind.AGENDA, Kind.SUPPLEMENT, Kind.MINUTES)


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a release said that was taken back."""

    number: int


@dataclass(frozen=True, slots=True)
class Telling:
    """The objects of each item by its id, which of them are closed, and everybody who is named."""

    edition: Edition
    items: Mapping[int, Mapping[Key, Any]] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    named: Mapping[Key, Any] = field(default_factory=dict)


def telling(edition: Edition, known: Collection[Key]) -> Telling:
    """All that it tells, or would tell if it had not been taken back."""
    record, trace = edition.record, edition.trace
    if edition.release.kind not in TELL_OF_ITEMS:
        return Telling(edition)
    if record is not None:
        return Telling(
            edition,
            {each.id: items.objects_of(record, each, known) for each in record.items},
            frozenset(each.id for each in record.items if each.is_closed),
            people.named(record),
        )
    unknown = Unknown(edition.release.number)
    told = () if trace is None else trace.items
    others = () if trace is None else trace.others
    return Telling(edition, {item: dict.fromkeys(keys, unknown) for item, keys in told}, named=dict.fromkeys(others))


def together(tellings: Iterable[Telling]) -> dict[int, Mapping[Key, Any]]:
    """Each item as the last that tells of it does; one that is closed in any is closed."""
    found: dict[int, Mapping[Key, Any]] = {}
    closed: dict[int, Mapping[Key, Any]] = {}
    for each in tellings:
        found |= each.items
        closed |= {item: each.items[item] for item in each.closed}
    return found | closed


def trace_of(published: Published) -> Trace:
    """What is kept of a release that is taken back: of what it told, and nothing that it said."""
    release, record = published.release, published.record
    told = telling(Edition(release, record), ())
    return Trace(
        forum=release.forum,
        number=release.number,
        supplement=record.supplement,
        items=tuple((item, tuple(objects)) for item, objects in told.items.items()),
        others=tuple(told.named),
    )
