"""Who has a place in a meeting, and who was there: by name, role and organisation, and never how they are reached."""

from dataclasses import replace
from datetime import datetime

from bot.domain.composition.guests import coming
from bot.domain.composition.state import Guest
from bot.domain.documents.state import Attendee
from bot.domain.minutes.attendance import present, was_there
from bot.domain.minutes.state import WasThere
from bot.domain.proposals.rules import party_name
from bot.usecases.desk import Desk
from bot.usecases.minutes.presence import expected, stand_ins
from bot.usecases.minutes.records import Record
from cards.documents.roles import GUEST, role_words
from cards.kit.words import listing
from storage import absences, composition

_THERE = {WasThere.PRESENT: True, WasThere.ABSENT: False, WasThere.UNKNOWN: None}


async def attendees(desk: Desk, record: Record, at: datetime | None, *, is_held: bool) -> tuple[Attendee, ...]:
    """Those who sit there or were to step in, in the order in which the forum names its people, then the guests.

    All of it as it was known `at` that moment (None: by now).
    """
    if at is not None:
        told = await absences.standing_at(desk.conn, desk.forum.id, at)
        desk = replace(desk, forum=replace(desk.forum, absences=told))
    noted, live = record.minutes.attendance, record.live if is_held else None
    people = dict.fromkeys(expected(desk, record.meeting, live))
    if is_held:
        people |= dict.fromkeys((*present(noted), *(noted.absent or ())))
    places = {other: person for person, other in stand_ins(desk, record.meeting, live).items()}
    invited = coming(await composition.guests_of(desk.conn, desk.forum.id, record.meeting.id))
    guests = (each for each in invited if at is None or each.at <= at)
    return (
        *(
            _attendee(desk, record, each, places.get(each), _THERE[was_there(noted, each)] if is_held else None)
            for each in people
        ),
        *map(_guest, guests),
    )


def _attendee(desk: Desk, record: Record, person: str, place: str | None, is_present: bool | None) -> Attendee:
    seats = tuple(desk.forum.seats_of(person, record.meeting.day))
    roles = frozenset(role for seat in seats for role in seat.roles)
    return Attendee(
        name=desk.name_of(person),
        role=role_words(roles),
        organisation=listing(dict.fromkeys(party_name(desk.forum, seat.organisation) for seat in seats)),
        is_present=is_present,
        instead_of="" if place is None else desk.name_of(place),
    )


def _guest(guest: Guest) -> Attendee:
    return Attendee(name=guest.name, role=guest.role or GUEST, items=guest.items)
