"""Where the seats of a forum depart from its charter's composition: something to mention, never a refusal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.forum.clusters import has_part, is_attached, is_of_cluster
from bot.domain.forum.representation import stands_for, takes_part
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Role, Seat
from bot.domain.kernel.sections import SeatRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """Too few or too many people in an organisation, or (`organisation` None) in all of a kind together.

    `found` counts everybody with such a seat of their own: neither those who sit in for somebody else, nor those who
    supplement; `supplement` is how the charter calls these. Whoever sits in for one of those found may be a member as
    well, which no forum file tells: it is too few only where not even they make up the number.
    """

    organisation: str | None
    kind: str
    role: str | None
    found: int
    least: int | None
    most: int | None
    words: str
    supplement: str | None = None

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"seats/{self.kind}/{self.organisation or ''}/{self.role or ''}/{self.found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongSeat:
    """A politician in a seat that the charter gives to somebody of an administration."""

    person: str
    organisation: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"wrong_seat/{self.organisation}/{self.person}"


def departures(forum: Forum, day: date) -> tuple[Departure, ...]:
    """Every departure in numbers on that day, in the charter's order; pure."""
    return tuple(
        departure
        for rule in forum.charter.composition.seats
        for group in groups(forum, rule, day)
        if (departure := _departure(forum, rule, group, day)) is not None
    )


def wrong_seats(forum: Forum, day: date) -> Iterator[WrongSeat]:
    """Every politician who fills a seat of a director on that day."""
    seats = forum.charter.composition.seats
    for rule in (each for each in seats if each.seniority.value is not None and each.role != Role.POLITICIAN):
        for person, organisation in dict.fromkeys(_politicians(forum, rule, day)):
            yield WrongSeat(person=person, organisation=organisation, words=rule.words)


def _politicians(forum: Forum, rule: SeatRule, day: date) -> Iterator[tuple[str, str]]:
    ids = {found.id for found in forum.organisations if found.kind == rule.kind}
    for seat in forum.seats:
        is_politician = Role.POLITICIAN in seat.roles or seat.level == "political"
        if is_politician and seat.organisation in ids and seat.holds_on(day):
            yield seat.person, seat.organisation


def groups(forum: Forum, rule: SeatRule, day: date) -> Iterator[tuple[Organisation, ...]]:
    """The organisations for which the rule counts, each by itself or all of the kind together."""
    of_kind = tuple(
        found
        for found in forum.organisations
        if found.kind == rule.kind
        and not is_attached(forum, found)
        and (has_part(forum, found, day) or is_of_cluster(forum, found))
    )
    if rule.each and of_kind:
        yield from ((organisation,) for organisation in of_kind)
    else:
        yield of_kind


def _departure(forum: Forum, rule: SeatRule, group: tuple[Organisation, ...], day: date) -> Departure | None:
    own = {seat.person for seat in filling(forum, rule, group, day)}
    found, beside = (
        len(own),
        {seat.person for seat in _sitting_in(forum, rule, group, day) if seat.substitute_for in own},
    )
    too_few = rule.least is not None and len(own | beside) < rule.least
    too_many = rule.most is not None and found > rule.most
    if not (too_few or too_many):
        return None
    return Departure(
        organisation=group[0].id if len(group) == 1 else None,
        kind=rule.kind,
        role=rule.role,
        found=found,
        least=rule.least,
        most=rule.most,
        words=rule.words,
        supplement=rule.supplement.value if too_many else None,
    )


def filling(forum: Forum, rule: SeatRule, group: tuple[Organisation, ...], day: date) -> tuple[Seat, ...]:
    """The seats that the rule counts in those organisations."""
    return tuple(seat for seat in _fitting(forum, rule, group, day) if seat.substitute_for is None)


def _sitting_in(forum: Forum, rule: SeatRule, group: tuple[Organisation, ...], day: date) -> tuple[Seat, ...]:
    return tuple(seat for seat in _fitting(forum, rule, group, day) if seat.substitute_for is not None)


def _fitting(forum: Forum, rule: SeatRule, group: tuple[Organisation, ...], day: date) -> Iterator[Seat]:
    ids = {organisation.id for organisation in group}
    held = (seat for seat in forum.seats if takes_part(seat, day) and not ids.isdisjoint(stands_for(forum, seat)))
    return (seat for seat in held if _counts(seat, rule))


def _counts(seat: Seat, rule: SeatRule) -> bool:
    """Whether it is of the rule's role and seniority; who supplements comes beside, and whose seniority nobody told may
    have the one that is wanted."""
    if rule.seniority.value is not None and seat.seniority not in (None, rule.seniority.value):
        return False
    if rule.supplement.value is not None and seat.seniority == rule.supplement.value:
        return False
    return rule.role is None or rule.role in seat.roles
