"""Who may decide for an organisation, and which organisations nobody at a meeting may decide for.

Nothing here keeps a meeting from being held: no source knows a quorum.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from bot.domain.composition.state import Mandate, StandIn
from bot.domain.forum.clusters import has_part, is_attached
from bot.domain.forum.representation import stands_for, takes_part
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Seat


def is_asked(forum: Forum) -> bool:
    """Whether the charter wants those who come to have a mandate (B23)."""
    return forum.charter.composition.mandate.value is not None


def confirmed_of(forum: Forum, seat: Seat, day: date, mandates: Iterable[Mandate]) -> Mandate | None:
    """The mandate that was confirmed for the seat and still holds: one of a seat that ended went with it."""
    return next(
        (
            each
            for each in mandates
            if not each.is_withdrawn
            and (each.person, each.organisation) == (seat.person, seat.organisation)
            and _is_held_throughout(forum, seat, each.at.astimezone(forum.timezone).date(), day)
        ),
        None,
    )


def has_mandate(forum: Forum, seat: Seat, day: date, mandates: Iterable[Mandate]) -> bool:
    """Whether the seat has one, by the forum file or since it was confirmed."""
    return seat.mandate or confirmed_of(forum, seat, day, mandates) is not None


def inherits(forum: Forum) -> bool:
    """Whether the forum chose that whoever steps in has the mandate of the one who is away (B24)."""
    return bool(forum.choice("substitute_mandate") == "inherited")


def without_mandate(
    forum: Forum,
    day: date,
    mandates: Collection[Mandate] = (),
    *,
    absent: Collection[str] = (),
    stand_ins: Collection[StandIn] = (),
) -> tuple[str, ...] | None:
    """The organisations that nobody who comes may decide for; None where nobody settled that anybody should.

    Whoever steps in inherits no mandate unless the forum chose so: it was said that they have one, or they have a seat
    with one (B24). Where the charter asks for none, those are looked at that have given one.
    """
    given = {each for seat in _holding(forum, day, mandates) for each in stands_for(forum, seat)}
    if not given and not is_asked(forum):
        return None
    wanted = [each.id for each in _members(forum, day)] if is_asked(forum) else sorted(given, key=_order(forum).index)
    there = {*_of_those_who_come(forum, day, mandates, absent, stand_ins)}
    return tuple(each for each in wanted if each not in there)


def _of_those_who_come(
    forum: Forum, day: date, mandates: Collection[Mandate], absent: Collection[str], stand_ins: Collection[StandIn]
) -> Iterator[str]:
    stepping = {each.person for each in stand_ins if each.person is not None}
    for seat in _holding(forum, day, mandates):
        is_there = seat.substitute_for is None or seat.person in stepping
        if is_there and seat.person not in absent:
            yield from stands_for(forum, seat)
    for each in stand_ins:
        for seat in forum.seats_of(each.absent, day):
            if each.has_mandate or (inherits(forum) and has_mandate(forum, seat, day, mandates)):
                yield from stands_for(forum, seat)


def _holding(forum: Forum, day: date, mandates: Collection[Mandate]) -> Iterator[Seat]:
    return (seat for seat in forum.seats if takes_part(seat, day) and has_mandate(forum, seat, day, mandates))


def _members(forum: Forum, day: date) -> Iterator[Organisation]:
    """The organisations that take part as members, by the kinds that the charter names."""
    settled = forum.charter.composition
    kinds = settled.parties.value or tuple(rule.kind for rule in settled.seats)
    for each in forum.organisations:
        is_member = each.kind in kinds if kinds else each.kind != "other"
        if is_member and has_part(forum, each, day) and not is_attached(forum, each):
            yield each


def _order(forum: Forum) -> list[str]:
    return [each.id for each in forum.organisations]


def _is_held_throughout(forum: Forum, seat: Seat, first: date, last: date) -> bool:
    """Whether the person has had a seat in the organisation on every day between, so that it is still the same."""
    own = [each for each in forum.seats if (each.person, each.organisation) == (seat.person, seat.organisation)]
    day = first
    while day <= last:
        found = next((each for each in own if each.holds_on(day)), None)
        if found is None:
            return False
        if found.until is None:
            return True
        day = found.until + timedelta(days=1)
    return True
