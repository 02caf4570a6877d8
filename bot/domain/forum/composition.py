"""Where the seats of a forum depart from its charter's composition: something to mention, never a refusal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.charter import SeatRule
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Role, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """Too few or too many people in an organisation, or (`organisation` None) in all of a kind together.

    `found` counts everybody with such a seat, also those who sit in for somebody else at times.
    """

    organisation: str | None
    kind: str
    role: str | None
    found: int
    least: int | None
    most: int | None
    words: str


def departures(forum: Forum, day: date) -> tuple[Departure, ...]:
    """Every departure on that day, in the charter's order; pure."""
    return tuple(
        departure
        for rule in forum.charter.composition
        for group in _groups(forum, rule)
        if (departure := _departure(forum, rule, group, day)) is not None
    )


def _groups(forum: Forum, rule: SeatRule) -> Iterator[tuple[Organisation, ...]]:
    of_kind = tuple(found for found in forum.organisations if found.kind == rule.organisation_kind)
    if rule.each and of_kind:
        yield from ((organisation,) for organisation in of_kind)
    else:
        yield of_kind


def _departure(forum: Forum, rule: SeatRule, group: tuple[Organisation, ...], day: date) -> Departure | None:
    ids = {organisation.id for organisation in group}
    seats = [seat for seat in forum.seats if seat.organisation in ids and seat.holds_on(day) and _counts(seat, rule)]
    found = len({seat.person for seat in seats})
    too_few = rule.least is not None and found < rule.least
    too_many = rule.most is not None and found > rule.most and not rule.may_be_supplemented
    if not (too_few or too_many):
        return None
    return Departure(
        organisation=group[0].id if len(group) == 1 else None,
        kind=rule.organisation_kind,
        role=rule.role,
        found=found,
        least=rule.least,
        most=rule.most,
        words=rule.words,
    )


def _counts(seat: Seat, rule: SeatRule) -> bool:
    """A rule without a role counts everybody but those who only serve as secretariat."""
    if rule.role is None:
        return bool(seat.roles - {Role.SECRETARIAT})
    return rule.role in seat.roles
