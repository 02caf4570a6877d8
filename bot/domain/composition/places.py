"""The places of a forum as a table: for each organisation what is found, and what the charter wants."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.composition.mandate import has_mandate
from bot.domain.composition.state import Mandate
from bot.domain.forum.composition import filling, groups
from bot.domain.forum.representation import stands_for, takes_part
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Role, Seat
from bot.domain.kernel.sections import SeatRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupant:
    """Somebody in a place; who supplements, or sits in for somebody else, comes beside those who are counted."""

    seat: Seat
    has_mandate: bool
    supplements: bool = False

    @property
    def counts(self) -> bool:
        """Whether the place is theirs."""
        return not self.supplements and self.seat.substitute_for is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What one organisation, or several together, fill. Without a `rule` nobody settled how many there are.

    `missing` are the areas of the rule that nobody is from; known only where somebody's are told.
    """

    organisations: tuple[Organisation, ...]
    occupants: tuple[Occupant, ...]
    rule: SeatRule | None = None
    missing: tuple[str, ...] = ()

    @property
    def found(self) -> int:
        """How many count, each person once."""
        return len({each.seat.person for each in self.occupants if each.counts})


def places(forum: Forum, day: date, mandates: Collection[Mandate]) -> tuple[Place, ...]:
    """Those that the charter counts, in its order, then every other organisation that somebody takes part for."""
    counted = tuple(_counted(forum, day, mandates))
    known = {each.id for place in counted for each in place.organisations}
    rest = (each for each in forum.organisations if each.id not in known)
    return (*counted, *(place for each in rest if (place := _uncounted(forum, each, day, mandates)).occupants))


def representatives(forum: Forum, day: date) -> tuple[Seat, ...]:
    """Those who come as administrative representatives beside a charter's own seats (C13)."""
    if forum.charter.composition.administrative_representatives.value is None:
        return ()
    return tuple(seat for seat in forum.seats if takes_part(seat, day) and _only_represents(seat))


def _counted(forum: Forum, day: date, mandates: Collection[Mandate]) -> Iterator[Place]:
    for rule in forum.charter.composition.seats:
        for group in groups(forum, rule, day):
            if group:
                yield _place(forum, rule, group, day, mandates)


def _place(
    forum: Forum, rule: SeatRule, group: tuple[Organisation, ...], day: date, mandates: Collection[Mandate]
) -> Place:
    filled = filling(forum, rule, group, day)
    beside = [seat for seat in _seats_of(forum, group, day) if _supplements(seat, rule) or _sits_in(seat, rule)]
    occupants = [
        Occupant(
            seat=each,
            has_mandate=has_mandate(forum, each, day, mandates),
            supplements=each.substitute_for is None and _supplements(each, rule),
        )
        for each in (*filled, *beside)
    ]
    told = {area for seat in filled for area in seat.areas}
    missing = tuple(area for area in rule.areas.value or () if told and area not in told)
    return Place(organisations=group, occupants=tuple(occupants), rule=rule, missing=missing)


def _uncounted(forum: Forum, organisation: Organisation, day: date, mandates: Collection[Mandate]) -> Place:
    settled = forum.charter.composition.administrative_representatives.value is not None
    seats = [seat for seat in _seats_of(forum, (organisation,), day) if not (settled and _only_represents(seat))]
    occupants = (Occupant(seat=each, has_mandate=has_mandate(forum, each, day, mandates)) for each in seats)
    return Place(organisations=(organisation,), occupants=tuple(occupants))


def _seats_of(forum: Forum, group: tuple[Organisation, ...], day: date) -> Iterator[Seat]:
    ids = {each.id for each in group}
    return (seat for seat in forum.seats if takes_part(seat, day) and not ids.isdisjoint(stands_for(forum, seat)))


def _supplements(seat: Seat, rule: SeatRule) -> bool:
    return rule.supplement.value is not None and seat.seniority == rule.supplement.value


def _sits_in(seat: Seat, rule: SeatRule) -> bool:
    """Whether it is a substitute's for somebody whom the rule counts, whichever seniority the substitute has."""
    return seat.substitute_for is not None and (rule.role is None or rule.role in seat.roles)


def _only_represents(seat: Seat) -> bool:
    """Whether the person comes as an administrative representative, whoever else they serve as."""
    others = {Role.POLITICIAN, Role.GP_REPRESENTATIVE}
    return Role.ADMINISTRATIVE_REPRESENTATIVE in seat.roles and seat.roles.isdisjoint(others)
