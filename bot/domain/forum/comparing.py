"""Where two forums differ in what they are and how they work: charter, guidance, choices, clearance, composition (A14).

Who somebody is differs between any two forums, so people are counted and never compared by name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.forum.choosable import CHOOSABLE, GUIDANCE, OWN_STEP, Choosable, Kind
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role


class Matter(StrEnum):
    """What two forums may differ in."""

    CHARTER = "charter"
    GUIDANCE = "guidance"
    CHOICE = "choice"
    OWN = "own"
    ORGANISATIONS = "organisations"
    SEATS = "seats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing, as it is in the one forum and in the other; `kind` of organisation where it is about such."""

    matter: Matter
    left: Any
    right: Any
    choosable: Choosable | None = None
    kind: str | None = None
    role: Role | None = None


class _Unsettled:
    """Stands where neither charter nor forum says anything; a forum may also have chosen that there is nothing."""


UNSETTLED = _Unsettled()
_KINDS = ("municipality", "region", "hospital", "psychiatry", "regional_administration", "gp_organisation", "other")


def differences(left: Forum, right: Forum) -> tuple[Difference, ...]:
    """Everything in which they differ."""
    every = (*_charters(left, right), *_choices(left, right), *_own(left, right), *_composition(left, right))
    return tuple(each for each in every if each.left != each.right)


def _charters(left: Forum, right: Forum) -> Iterator[Difference]:
    yield Difference(matter=Matter.CHARTER, left=left.charter.title, right=right.charter.title)
    titles = ([overlay.title for overlay in forum.overlays] for forum in (left, right))
    before, after = titles
    yield Difference(matter=Matter.GUIDANCE, left=before, right=after)


def _choices(left: Forum, right: Forum) -> Iterator[Difference]:
    for row in CHOOSABLE:
        yield Difference(matter=Matter.CHOICE, choosable=row, left=_in_force(left, row), right=_in_force(right, row))


def _in_force(forum: Forum, row: Choosable) -> Any:
    """What holds: what the charter settles, else what was chosen; UNSETTLED where neither says."""
    settled = row.settled(forum.charter).value
    if row.kind is Kind.SEVERAL and settled is not None:
        return [each.name for each in settled]
    chosen = forum.chosen(row.key)
    if settled is None and chosen is None:
        return UNSETTLED
    value = chosen.value if settled is None and chosen is not None else settled
    if row.kind is Kind.PEOPLE:
        return len(list(value or ()))
    return value


def _own(left: Forum, right: Forum) -> Iterator[Difference]:
    """What the organisations of a kind chose for themselves, each value once."""
    for row in (OWN_STEP, GUIDANCE):
        for kind in _KINDS:
            of_left, of_right = (_chosen(forum, row, kind) for forum in (left, right))
            yield Difference(matter=Matter.OWN, choosable=row, kind=kind, left=of_left, right=of_right)


def _chosen(forum: Forum, row: Choosable, kind: str) -> list[str]:
    values = (getattr(each, row.key) for each in forum.organisations if each.kind == kind)
    return sorted({value for value in values if value is not None})


def _composition(left: Forum, right: Forum) -> Iterator[Difference]:
    for kind in _KINDS:
        of_left, of_right = (_names(forum, kind) for forum in (left, right))
        yield Difference(matter=Matter.ORGANISATIONS, kind=kind, left=of_left, right=of_right)
    for role in Role:
        yield Difference(matter=Matter.SEATS, role=role, left=_seats(left, role), right=_seats(right, role))


def _names(forum: Forum, kind: str) -> list[str]:
    return sorted(each.name for each in forum.organisations if each.kind == kind)


def _seats(forum: Forum, role: Role) -> int:
    """How many hold that role in a seat that has no end yet."""
    return sum(role in seat.roles and seat.until is None for seat in forum.seats)
