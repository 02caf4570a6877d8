"""Who is asked about another body's items, who answers for them, and who of the forum sits in that body."""

from collections.abc import Iterator
from datetime import date

from bot.domain.external.state import ExternalMeeting
from bot.domain.forum.representation import stands_for, takes_part
from bot.domain.kernel.danish import fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Seat
from bot.domain.meetings.standing_in import in_place_on


def asked(forum: Forum) -> tuple[Organisation, ...]:
    """The organisations that are asked: all members, of the kinds that the charter says there are."""
    kinds = forum.charter.composition.parties.value
    return tuple(each for each in forum.organisations if kinds is None or each.kind in kinds)


def speakers(forum: Forum, organisation: str, day: date) -> tuple[str, ...]:
    """Who answers for it that day: whoever has a seat of it in their own right, and who stands in for one away.

    Where all its seats are substitutes', they do.
    """
    seats = [each for each in forum.seats if takes_part(each, day) and organisation in stands_for(forum, each)]
    own = [each.person for each in seats if each.substitute_for is None] or [each.person for each in seats]
    instead = (other for each in own if (other := in_place_on(forum, each, day)) is not None)
    return tuple(dict.fromkeys((*own, *instead)))


def spoken_for(forum: Forum, person: str, day: date) -> tuple[Organisation, ...]:
    """The organisations that the person answers for that day."""
    return tuple(each for each in asked(forum) if person in speakers(forum, each.id, day))


def representatives(forum: Forum, external: ExternalMeeting) -> tuple[str, ...]:
    """Those with a seat on its day who also sit in that body, and whoever was named as the tie to it (B20)."""
    sitting = [each.id for each in forum.people if _sits_there(forum, each.id, external)]
    is_tied = external.body is not None and external.body == forum.charter.chair.preferred_membership.value
    liaison = forum.choice("liaison") if is_tied else None
    named = (*sitting, *(() if liaison is None else (str(liaison),)))
    return tuple(dict.fromkeys(each for each in named if any(forum.seats_of(each, external.day))))


def represented(forum: Forum, person: str, day: date) -> tuple[str, ...]:
    """The organisations that a representative stands for in the other body: more than one where a seat says so (B6)."""
    seats = (each for each in forum.seats_of(person, day) if takes_part(each, day))
    return tuple(dict.fromkeys(each for seat in seats for each in _of_seat(seat)))


def _of_seat(seat: Seat) -> tuple[str, ...]:
    return (seat.organisation, *seat.represents)


def _sits_there(forum: Forum, person: str, external: ExternalMeeting) -> bool:
    wanted = fold(external.name)
    return any(
        each == external.body or wanted in (fold(each), fold(forum.charter.name_of_body(each)))
        for each in _bodies_of(forum, person, external.day)
    )


def _bodies_of(forum: Forum, person: str, day: date) -> Iterator[str]:
    for each in forum.people:
        if each.id == person:
            yield from each.memberships
    for seat in forum.seats_of(person, day):
        yield from seat.offices
