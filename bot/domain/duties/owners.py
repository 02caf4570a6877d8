"""Whose a duty is: who may take it, who hears that it is due, and whom people mean by the words they type."""

from collections.abc import Iterator
from datetime import date

from bot.domain.duties.state import FollowUp, Kind
from bot.domain.kernel import settings
from bot.domain.kernel.danish import NOBODY, bare, fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.naming import people_meant
from bot.domain.kernel.people import Organisation, Role, Seat
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.standing_in import in_place_on

Owner = tuple[str | None, str | None]
"""The organisation or the person, by id; neither where nobody is named."""

OF_SECRETARIAT = (Kind.MINUTES, Kind.AGREEMENT, Kind.GRANT, Kind.ASSIGNED)
"""What is the secretariat's where nobody else is named."""

_LONGEST = 200  # characters of a name


def owner_meant(forum: Forum, words: str, day: date) -> Owner:
    """An organisation or somebody with a seat, by id, name or part of a name; an organisation goes before its people.

    Refusal "unknown_person" or "ambiguous_person" about the field `owner`.
    """
    typed = fold(words[: _LONGEST + 1]).strip().rstrip(".")
    if not typed or bare(typed) == NOBODY:
        return None, None
    seated = [each for each in forum.people if any(forum.seats_of(each.id, day))]
    for each in seated:
        if typed in (fold(each.id), fold(each.name)):
            return None, each.id
    if (found := _organisation(forum, typed)) is not None:
        return found.id, None
    try:
        return None, people_meant((words.strip().rstrip("."),), seated)[0]
    except Refusal as refusal:
        if refusal.key == "unknown_person":
            raise Refusal("owner_unknown", field="owner", navn=refusal.facts["navn"]) from None
        refusal.field = "owner"
        raise


def taker_of(duty: FollowUp, forum: Forum, day: date) -> str | None:
    """Whoever took it and still has a seat: a duty of somebody who left is open again."""
    taker = duty.taker
    return taker if taker is not None and any(forum.seats_of(taker, day)) else None


def responsible(duty: FollowUp, forum: Forum, day: date) -> tuple[str, ...]:
    """Who is reminded: whoever took it, else its owner, else the secretariat.

    Of an organisation its coordinators, else everybody with a seat of it in their own right.
    """
    taker = taker_of(duty, forum, day)
    if taker is not None:
        return (taker,)
    if duty.person is not None and any(forum.seats_of(duty.person, day)):
        return (duty.person,)
    own = tuple(_seats(forum, duty.organisation, day))
    coordinating = [seat for seat in own if Role.COORDINATOR in seat.roles]
    named = dict.fromkeys(seat.person for seat in (coordinating or own) if seat.substitute_for is None)
    return tuple(named) or settings.secretariat(forum, day)


def acting(duty: FollowUp, forum: Forum, day: date) -> tuple[str, ...]:
    """Who is reminded that day: those responsible, and whoever stands in for one of them who is away for a time."""
    own = responsible(duty, forum, day)
    instead = (other for each in own if (other := in_place_on(forum, each, day)) is not None)
    return tuple(dict.fromkeys((*own, *instead)))


def may_take(duty: FollowUp, forum: Forum, person: str, day: date) -> bool:
    """Whether it could be theirs: of an organisation its people's, of nobody everybody's or the secretariat's.

    What belongs to one person, or to an organisation that has nobody here any more, falls to the secretariat, and so
    does nobody's of a closed item: whoever takes it is shown what it says.
    """
    serves = person in settings.secretariat(forum, day)
    if duty.person is not None:
        return serves and not any(forum.seats_of(duty.person, day))
    if duty.organisation is None:
        is_anybodys = duty.kind not in OF_SECRETARIAT and not duty.is_closed
        return serves or (is_anybodys and any(forum.seats_of(person, day)))
    people = {seat.person for seat in _seats(forum, duty.organisation, day)}
    return person in people if people else serves


def may_change(duty: FollowUp, forum: Forum, person: str, day: date) -> bool:
    """Whether they may say how far it is: whoever it is or could be, who stands in for them, and the secretariat."""
    has_it = person in acting(duty, forum, day) or may_take(duty, forum, person, day)
    return has_it or person in settings.secretariat(forum, day)


def _organisation(forum: Forum, typed: str) -> Organisation | None:
    """The one whose id or name it is or, where that is one alone, whose name it is a part of."""
    for each in forum.organisations:
        if typed in (fold(each.id), fold(each.name)):
            return each
    part = [each for each in forum.organisations if typed in fold(each.name)]
    return part[0] if len(part) == 1 else None


def _seats(forum: Forum, organisation: str | None, day: date) -> Iterator[Seat]:
    """The organisation's seats that day, but for those who only serve the forum."""
    own = (seat for seat in forum.seats if seat.organisation == organisation and seat.holds_on(day))
    return (seat for seat in own if seat.roles != {Role.SECRETARIAT})
