"""The seats and groups that somebody means, by number or by where they are."""

from bot.domain.appointments.state import Appointment, Group
from bot.domain.kernel.danish import fold
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from storage import appointments as store

_LONGEST = 200  # characters of what is compared
_CODE = "gruppe"


async def found(desk: Desk, number: int, year: int | None) -> Appointment:
    """The seat of that number; Refusal("appointment_unknown")."""
    one = await store.by_number(desk.conn, desk.forum.id, number, year)
    if one is None:
        raise Refusal("appointment_unknown", nr=number, forum=desk.forum.name)
    return one


async def group_found(desk: Desk, number: int, year: int | None) -> Group:
    """The group of that number; Refusal("group_unknown")."""
    one = await store.group_by_number(desk.conn, desk.forum.id, number, year)
    if one is None:
        raise Refusal("group_unknown", nr=number, forum=desk.forum.name)
    return one


async def seat_meant(desk: Desk, number: int | None, year: int | None, body: str, name: str = "") -> Appointment:
    """The seat of that number, else the one in that body (in any, where none is named), of several the vacant one.

    Of several vacant ones the only one that somebody of that name is a candidate to; Refusal where that is not clear.
    """
    if number is not None:
        return await found(desk, number, year)
    typed = fold(body[:_LONGEST]).strip()
    every = await store.open_ones(desk.conn, desk.forum.id)
    there = [each for each in every if not typed or _is_in(desk, each, typed)]
    vacant = [each for each in there if each.holder(desk.today) is None]
    one = vacant if len(there) > 1 and len(vacant) == 1 else there
    named = [each for each in one if await _is_named_to(desk, each, name)] if len(one) > 1 and name else []
    one = named if len(named) == 1 else one
    if len(one) > 1 and not typed:
        raise Refusal("ambiguous_seat", antal=len(one), nr=one[0].number)
    if len(one) > 1:
        raise Refusal("ambiguous_body", navn=body[:_LONGEST], nr=one[0].number)
    if not one:
        raise Refusal("appointment_unknown.any", forum=desk.forum.name)
    return one[0]


def where(desk: Desk, one: Appointment, groups: dict[tuple[int, int], Group]) -> str:
    """The body's name, or the group's task."""
    group = None if one.group is None else groups.get(one.group)
    return body_name(desk, one.body) if group is None else group.task


def body_name(desk: Desk, body: str) -> str:
    """What the body is called: by the charter, or as it was typed."""
    return desk.forum.charter.name_of_body(body)


def group_code(group: Group) -> str:
    """What a form's choice stands for a group by."""
    return f"{_CODE}-{group.year}-{group.number}"


def _is_in(desk: Desk, one: Appointment, typed: str) -> bool:
    return typed in (fold(body_name(desk, one.body)), fold(one.body), fold(one.title))


async def _is_named_to(desk: Desk, one: Appointment, name: str) -> bool:
    wanted = fold(name[:_LONGEST]).strip()
    return any(fold(each.name) == wanted for each in await store.answers(desk.conn, one))
