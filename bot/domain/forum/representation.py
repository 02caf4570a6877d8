"""For whom somebody has a place in a forum, and where else they sit."""

from datetime import date

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role, Seat

_ELSEWHERE = "-elsewhere"


def stands_for(forum: Forum, seat: Seat) -> tuple[str, ...]:
    """The organisations that the seat counts for: more than its own, unless the charter means other bodies (B6)."""
    allowed = forum.charter.composition.representation.value
    if allowed is not None and allowed.endswith(_ELSEWHERE):
        return (seat.organisation,)
    return tuple(dict.fromkeys((seat.organisation, *seat.represents)))


def takes_part(seat: Seat, day: date) -> bool:
    """Whether the seat is held that day and counts: whoever only serves, or is attached, comes beside those who do."""
    return seat.holds_on(day) and not seat.attached and bool(seat.roles - {Role.SECRETARIAT})


def sits_in(forum: Forum, person: str, body: str, day: date) -> bool:
    """Whether the person sits in that body outside the forum, by their memberships or a seat's offices."""
    memberships = (each.memberships for each in forum.people if each.id == person)
    offices = (seat.offices for seat in forum.seats_of(person, day))
    return any(body in each for each in (*memberships, *offices))
