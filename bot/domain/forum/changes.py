"""What a forum file begins, changes and ends, compared with what stood before it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.domain.kernel.delegation import Delegation
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation, Person, Seat

Fields = Mapping[str, Any]
"""What a thing says, by name, in JSON's terms."""

FREE = frozenset({"name", "place", "chosen_by", "email", "basis"})
"""The fields that are people's own words, or name them."""


class Thing(StrEnum):
    """What a forum file speaks of."""

    FORUM = "forum"
    VERSION = "version"
    LOCAL = "local"
    OVERLAY = "overlay"
    CHOICE = "choice"
    ORGANISATION = "organisation"
    PERSON = "person"
    SEAT = "seat"
    DELEGATION = "delegation"
    MEETING = "meeting"


class Fate(StrEnum):
    """What becomes of it."""

    BEGINS = "begins"
    CHANGES = "changes"
    ENDS = "ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is no longer as it was; of one that changes, only the fields that differ.

    Of a choice all are told: who chose, and when, belongs to it.
    """

    thing: Thing
    fate: Fate
    id: str
    old: Fields
    new: Fields


def changes(before: Forum | None, after: Forum, today: date) -> tuple[Change, ...]:
    """Every change, thing by thing; of a new forum everything begins."""
    old = {} if before is None else _things(before, today)
    return tuple(_changes(old, _things(after, today)))


def replaced(before: Forum, file: Forum) -> Mapping[str, tuple[str, str]]:
    """Where the file is not about this forum: its charter, name or region before, and in the file.

    What was not known before is not replaced, and a file may leave the region out. A charter that the file says from
    when it holds is a new version, and meant.
    """
    is_dated = any(each.since for each in file.versions)
    told = {
        "charter": (before.charter.id, before.charter.id if is_dated else file.charter.id),
        "name": (before.name, file.name),
        "region": (before.region or "", file.region or ""),
    }
    return {what: (old, new) for what, (old, new) in told.items() if old and new and old != new}


def _changes(old: Mapping[tuple[Thing, str], Fields], new: Mapping[tuple[Thing, str], Fields]) -> Iterator[Change]:
    for thing, ident in dict.fromkeys((*old, *new)):
        before, after = old.get((thing, ident)), new.get((thing, ident))
        if before is None:
            yield Change(thing=thing, fate=Fate.BEGINS, id=ident, old={}, new=after or {})
        elif after is None:
            yield Change(thing=thing, fate=Fate.ENDS, id=ident, old=before, new={})
        elif before != after:
            differ = [name for name in after if before.get(name) != after[name]]
            kept = list(after) if thing is Thing.CHOICE else differ
            old_fields, new_fields = ({name: each[name] for name in kept} for each in (before, after))
            yield Change(thing=thing, fate=Fate.CHANGES, id=ident, old=old_fields, new=new_fields)


def _things(forum: Forum, today: date) -> dict[tuple[Thing, str], Fields]:
    return {
        (Thing.FORUM, forum.id): _forum(forum),
        **{
            (Thing.VERSION, each.since.isoformat()): {"charter": each.charter.id}
            for each in forum.versions
            if each.since
        },
        **{(Thing.LOCAL, each.local.id): {} for each in forum.versions if each.local},
        **{(Thing.OVERLAY, each.id): {} for each in forum.overlays},
        **{(Thing.CHOICE, key): _choice(each) for key, each in _chosen(forum).items()},
        **{(Thing.ORGANISATION, each.id): _organisation(each) for each in forum.organisations},
        **{(Thing.PERSON, each.id): _person(each) for each in forum.people},
        **_seats(forum.seats, today),
        **_delegations(forum.fund_delegation, today),
        **{(Thing.MEETING, each.id): _meeting(each) for each in forum.meetings},
    }


def _forum(forum: Forum) -> Fields:
    return {
        "charter": forum.charter.id,
        "name": forum.name,
        "region": forum.region,
        "timezone": str(forum.timezone),
        "from": _iso(forum.valid_from),
        "until": _iso(forum.valid_until),
        "succeeded_by": forum.succeeded_by,
        "hosting": list(forum.hosting),
    }


def _choice(choice: Choice) -> Fields:
    return {"value": choice.value, "chosen_by": choice.chosen_by, "on": _iso(choice.on)}


def _chosen(forum: Forum) -> Mapping[str, Choice]:
    """What is in force of the file's choices and of those made in Teams."""
    return {**forum.choices, **forum.decided}


def _organisation(organisation: Organisation) -> Fields:
    return {
        "name": organisation.name,
        "kind": organisation.kind,
        "own_organisation_step": organisation.own_organisation_step,
        "guidance": organisation.guidance,
        "meeting_leader": organisation.meeting_leader,
    }


def _person(person: Person) -> Fields:
    accounts = sorted(each.written for each in person.identities)
    memberships = list(person.memberships)
    return {"name": person.name, "email": person.email, "accounts": accounts, "memberships": memberships}


def _meeting(meeting: Meeting) -> Fields:
    return {
        "starts": meeting.starts.isoformat(),
        "ends": meeting.ends.isoformat(),
        "place": meeting.place,
        "host": meeting.host,
    }


def _seats(seats: Iterable[Seat], today: date) -> dict[tuple[Thing, str], Fields]:
    """The seats that are held today or later; one that was ended, or cut where another goes on, is past."""
    found: dict[tuple[Thing, str], Fields] = {}
    for seat in sorted(seats, key=lambda each: each.since or date.min):
        if seat.until is not None and seat.until < today:
            continue
        key = (Thing.SEAT, f"{seat.person}/{seat.organisation}")
        if key in found:  # one that follows the first
            key = (Thing.SEAT, f"{key[1]}/{_iso(seat.since)}")
        found[key] = _seat(seat, today)
    return found


def _seat(seat: Seat, today: date) -> Fields:
    return {
        "roles": sorted(seat.roles),
        "level": seat.level,
        "seniority": seat.seniority,
        "side": seat.side,
        "mandate": seat.mandate,
        "substitute_for": seat.substitute_for,
        "offices": list(seat.offices),
        "areas": list(seat.areas),
        "represents": list(seat.represents),
        "attached": seat.attached,
        "from": _iso(seat.since) if seat.since is not None and seat.since > today else None,
        "until": _iso(seat.until),
    }


def _delegations(delegations: Iterable[Delegation], today: date) -> dict[tuple[Thing, str], Fields]:
    """Those that hold today or later, each organisation's first by its id alone."""
    found: dict[tuple[Thing, str], Fields] = {}
    for each in sorted(delegations, key=lambda each: each.since or date.min):
        if each.until is not None and each.until < today:
            continue
        key = (Thing.DELEGATION, each.organisation)
        if key in found:
            key = (Thing.DELEGATION, f"{each.organisation}/{_iso(each.since)}")
        found[key] = {
            "to": each.to.value,
            "seat": each.person,
            "from": _iso(each.since),
            "until": _iso(each.until),
            "basis": each.basis,
        }
    return found


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
