"""Every object that may be seen or that once was, found by its key, in lists, and as JSON has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from bot.documents.oparl import bodies, files, keys
from bot.documents.oparl.fields import Fields, moment
from bot.documents.oparl.history import Edition, Told, editions, named_over_time
from bot.documents.oparl.keys import Inner, Key, Link, path_of
from bot.documents.oparl.meetings import held
from bot.domain.publication.public import PublicForum, PublicState, Published
from bot.domain.publication.state import Release

TYPES = {
    "system": "System",
    "body": "Body",
    "organization": "Organization",
    "person": "Person",
    "membership": "Membership",
    "meeting": "Meeting",
    "location": "Location",
    "agendaitem": "AgendaItem",
    "paper": "Paper",
    "consultation": "Consultation",
    "file": "File",
}
"""What OParl calls each kind of object."""
OMITTED = {"auxiliaryFile", "membership", "agendaItem", "legislativeTerm"}
"""The lists of inner objects that whoever reads the lists of a body has no need of."""
PLACES = (
    "system",
    "body/{forum}",
    "organization/{forum}/{key}",
    "person/{forum}/{key}",
    "membership/{forum}/{person}/{key}",
    "meeting/{forum}/{meeting}",
    "location/{forum}/{meeting}",
    "agendaitem/{forum}/{meeting}/{item}",
    "paper/{forum}/{meeting}/{item}",
    "consultation/{forum}/{meeting}/{item}",
    "file/{forum}/release/{number}/{form}",
    "file/{forum}/attachment/{meeting}/{number}",
)
"""Where objects are found below our base; with its places filled it is what each is known by."""
ITSELF: Key = ("system",)


def type_of(kind: str) -> str:
    """The address by which OParl calls a kind of object."""
    return f"https://schema.oparl.org/1.1/{TYPES[kind]}"


@dataclass(frozen=True)
class Dataset:
    """What is told of each key; `stamp` is that of the state it was drawn from."""

    stamp: str
    told: Mapping[Key, Told]

    def drawn(self, key: Key, root: str, *, omits: bool = False) -> Fields | None:
        """The object below that address, or None where there never was one; without inner lists if `omits`."""
        told = self.told.get(key)
        if told is None:
            return None
        return self._drawn(key, told, root, frozenset(OMITTED if omits else ()))

    def _drawn(self, key: Key, told: Told, root: str, without: frozenset[str]) -> Fields:
        fields = {"deleted": True} if told.fields is None else told.fields
        said = {name: self._value(each, root) for name, each in fields.items() if name not in without}
        begins = {"id": f"{root}{path_of(key)}", "type": type_of(key[0])}
        return begins | said | {"created": moment(told.created), "modified": moment(self.modified(key))}

    def _value(self, value: Any, root: str) -> Any:
        match value:
            case Link():
                return f"{root}{value.path}"
            case Inner():
                return self._drawn(value.key, self.told[value.key], root, frozenset(value.without))
            case dict():
                return {name: self._value(each, root) for name, each in value.items()}
            case list():
                return [self._value(each, root) for each in value]
            case _:
                return value

    def modified(self, key: Key) -> datetime:
        """When it last changed, or anything that stands in it."""
        return self._modified[key]

    @cached_property
    def _modified(self) -> dict[Key, datetime]:
        found: dict[Key, datetime] = {}

        def changed(key: Key) -> datetime:
            if key not in found:
                told = self.told[key]
                found[key] = max((told.modified, *(changed(each) for each in _inner(told.fields))))
            return found[key]

        for key in self.told:
            changed(key)
        return found

    @cached_property
    def lists(self) -> dict[Key, list[Key]]:
        """The keys of every list by its own, what was there first comes first."""
        found: dict[Key, list[Key]] = {("bodies",): []}
        of_kind = {kind: name for name, kind in bodies.LISTS.items()}
        for key in sorted(self.told, key=lambda each: (self.told[each].created, each)):
            if key[0] == "body":
                found[("bodies",)].append(key)
                found |= {("body", key[1], name): found.get(("body", key[1], name), []) for name in bodies.LISTS}
            elif key != ITSELF:
                found.setdefault(("body", key[1], of_kind[key[0]]), []).append(key)
        return found


def dataset(state: PublicState, licence: str = "") -> Dataset:
    """Everything of one state; `licence` is the address of the terms that it may be used on, where somebody set one."""
    every = editions(state)
    known = {keys.body(each.id) for each in state.forums}
    known |= {keys.meeting(forum.id, each.id) for forum in state.forums for each in forum.meetings}
    told: dict[Key, Told] = {ITSELF: bodies.system(state, licence)}
    for forum in state.forums:
        told[keys.body(forum.id)] = bodies.body(forum, licence)
        told |= _forum(forum, state, every, known)
    told |= dict(_files(state, every, known))
    return Dataset(state.stamp, told)


def _forum(
    forum: PublicForum, state: PublicState, every: Mapping[tuple[str, str], list[Edition]], known: set[Key]
) -> dict[Key, Told]:
    meetings = [held(forum, each, every.get((forum.id, each.id), []), known, state.at) for each in forum.meetings]
    told = {key: one for each in meetings for key, one in each.told.items()}
    said = {key: fields for each in meetings for key, fields in each.people.items()}
    named = named_over_time([change for each in meetings for change in each.named])
    members: dict[Key, dict[Key, Told]] = {}
    for key, each in named.items():
        if key[0] == "membership":
            members.setdefault(("person", *key[1:3]), {})[key] = each
    told |= {key: _told_of(key, each, said, members.get(key, {})) for key, each in named.items()}
    return told | bodies.organisations(
        forum, state, {key: each for own in members.values() for key, each in own.items()}
    )


def _told_of(key: Key, named: Told, said: Mapping[Key, Fields], members: Mapping[Key, Told]) -> Told:
    """What is said of somebody or something while anything names it; a person changes with the memberships."""
    if not named.fields:
        return Told(None, named.created, named.modified)
    changed = max((named.modified, *(each.modified for each in members.values())))
    inner = [Inner(each, ("person",)) for each in sorted(members) if members[each].fields]
    return Told(said[key] | ({"membership": inner} if inner else {}), named.created, changed)


def _files(
    state: PublicState, every: Mapping[tuple[str, str], list[Edition]], known: set[Key]
) -> Iterator[tuple[Key, Told]]:
    """Every release's files, the deleted ones too."""
    for (forum, meeting), of_meeting in every.items():
        if keys.body(forum) not in known:
            continue
        has_meeting = keys.meeting(forum, meeting) in known
        for each in of_meeting:
            at, number = each.release.visible_at, each.release.number
            if each.record is None:
                gone = each.release.taken_back_at or at
                yield from ((keys.release(forum, number, form), Told(None, at, gone)) for form in files.FORMS)
                continue
            published = Published(release=each.release, record=each.record)
            before = _before(each, of_meeting)
            for key, fields in files.objects_of(published, before, has_meeting=has_meeting).items():
                yield key, Told(fields, at, at)


def _before(edition: Edition, every: list[Edition]) -> Release | None:
    """The edition whose place it took, if that could be seen by then."""
    older = (
        each.release
        for each in every
        if each.slot == edition.slot
        and each.release.edition < edition.release.edition
        and each.release.visible_at <= edition.release.visible_at
    )
    return max(older, key=lambda each: each.edition, default=None)


def _inner(fields: Fields | None) -> Iterator[Key]:
    for value in (fields or {}).values():
        yield from (each.key for each in (value if isinstance(value, list) else [value]) if isinstance(each, Inner))
