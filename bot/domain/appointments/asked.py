"""Whom a call for candidates asks: the member organisations, and who answers for each of them."""

from collections.abc import Iterator
from datetime import date

from bot.domain.appointments.state import Appointment
from bot.domain.forum.graph import Edge, Way, graph
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Role, Seat

COORDINATES = "coordinates-appointments"
"""By this relation, from the forum to a body, it coordinates who is appointed there."""

_AMONG_MUNICIPALITIES = "tvaerkommunal"
_MUNICIPALITY = "municipality"


def bodies(forum: Forum) -> tuple[Edge, ...]:
    """The bodies to which the forum coordinates appointments, as its charter names them."""
    return tuple(each for each in graph(forum) if each.relation.kind == COORDINATES and each.way is Way.FROM_US)


def is_municipal(forum: Forum, appointment: Appointment) -> bool:
    """Whether the municipalities alone name candidates: the body is one of theirs, by the charter."""
    own = (each for each in bodies(forum) if each.to.id == appointment.body)
    return any(each.cooperation == _AMONG_MUNICIPALITIES for each in own)


def asked(forum: Forum, appointment: Appointment, day: date) -> tuple[Organisation, ...]:
    """The organisations that are asked: those that somebody answers for, and of them the municipalities where only
    they cooperate there.
    """
    alone = is_municipal(forum, appointment)
    return tuple(
        each
        for each in forum.organisations
        if (not alone or each.kind == _MUNICIPALITY) and answering(forum, each.id, day)
    )


def answering(forum: Forum, organisation: str, day: date) -> tuple[str, ...]:
    """Who answers for the organisation that day: whoever has a seat of it, but for those who only serve the forum."""
    return tuple(dict.fromkeys(seat.person for seat in _seats(forum, organisation, day)))


def reminded(forum: Forum, organisation: str, day: date) -> tuple[str, ...]:
    """Who is asked in person: its coordinators, else whoever sits in their own right."""
    own = [seat for seat in _seats(forum, organisation, day) if seat.substitute_for is None]
    coordinating = [seat for seat in own if Role.COORDINATOR in seat.roles]
    named = tuple(dict.fromkeys(seat.person for seat in coordinating or own))
    return named or answering(forum, organisation, day)


def _seats(forum: Forum, organisation: str, day: date) -> Iterator[Seat]:
    for seat in forum.seats:
        is_theirs = seat.organisation == organisation or organisation in seat.represents
        if is_theirs and seat.holds_on(day) and seat.roles != {Role.SECRETARIAT}:
            yield seat
