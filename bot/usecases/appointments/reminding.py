"""Reminders of seats and groups, planned ahead: of what changed they move, and of what is over none is left."""

from collections.abc import Iterable

from bot.domain.appointments.notices import TIMED, AppointmentNotice
from bot.domain.appointments.reminders import Due, of_group, of_seat
from bot.domain.appointments.state import Appointment, Group
from bot.domain.kernel.notice import Notice
from bot.usecases.desk import WritingDesk
from cards.kit.words import say
from storage import appointments as store
from storage.outbox import standing

_SEAT, _GROUP = "seat", "group"


async def replan(desk: WritingDesk, one: Appointment) -> None:
    """Plan the seat's reminders as it is now."""
    given = await store.answers(desk.conn, one)
    await _plan(desk, _SEAT, one, of_seat(one, given, desk.forum, desk.calendar))


async def replan_group(desk: WritingDesk, group: Group) -> None:
    """Plan the group's."""
    await _plan(desk, _GROUP, group, of_group(group, desk.forum, desk.calendar))


async def plan(desk: WritingDesk) -> None:
    """Plan anew all of them: who serves, sits or is asked may have changed."""
    for one in await store.open_ones(desk.conn, desk.forum.id):
        await replan(desk, one)
    for group in await store.groups(desk.conn, desk.forum.id):
        await replan_group(desk, group)


async def _plan(desk: WritingDesk, what: str, one: Appointment | Group, dues: Iterable[Due]) -> None:
    year, number = one.year, one.number
    wanted = {_key(desk, what, one, each): each for each in dues}
    waiting = await standing.waiting(desk.conn, desk.forum.id, TIMED)
    own = {each.key for each in waiting if _of(each) == (what, year, number)}
    await standing.drop(desk.conn, own - wanted.keys(), reason=say("stale.appointment_changed"))
    for due in wanted.values():
        if due.day < desk.today:  # what lies behind was said in its time
            continue
        at = desk.calendar.opens(due.day, desk.forum.timezone)
        key, who = (what, year, number, due.about), due.recipient
        about = due.about
        await desk.remind(due.kind, *key, at=at, recipient=who, what=what, year=year, number=number, about=about)


def _of(notice: Notice) -> tuple[object, ...]:
    return tuple(notice.subject.get(name) for name in ("what", "year", "number"))


def _key(desk: WritingDesk, what: str, one: Appointment | Group, due: Due) -> str:
    kind: AppointmentNotice = due.kind
    return desk.key_of(kind, (what, one.year, one.number, due.about, due.day), None, due.recipient)
