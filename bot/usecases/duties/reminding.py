"""Reminders of duties, planned ahead: of what changed they move, and of what is done none is left."""

from collections.abc import Mapping, Sequence

from bot.domain.duties.notices import TIMED
from bot.domain.duties.reminders import Call, calls
from bot.domain.duties.state import FollowUp
from bot.usecases.desk import WritingDesk
from cards.kit.words import say
from storage import duties as store
from storage.outbox import standing

_Wanted = Mapping[str, tuple[FollowUp, Call]]


async def replan(desk: WritingDesk, *changed: FollowUp) -> None:
    """Plan the reminders of these duties as they are now, and drop those that they call for no longer."""
    about = {(each.year, each.number) for each in changed}
    wanted = _wanted(desk, changed)
    for_them = [each for each in await standing.waiting(desk.conn, desk.forum.id, TIMED) if _of(each.subject) in about]
    gone = {each.key for each in for_them} - wanted.keys()
    await standing.drop(desk.conn, gone, reason=say("stale.duty_changed"))
    for duty, call in wanted.values():
        at = desk.calendar.opens(call.day, desk.forum.timezone)
        if call.day >= desk.today:  # what lies behind was said in its time
            await desk.remind(
                call.kind,
                duty.year,
                duty.number,
                at=at,
                recipient=call.recipient,
                year=duty.year,
                number=duty.number,
                day=call.day.isoformat(),
                under=duty.meeting,
            )


async def plan(desk: WritingDesk) -> None:
    """Plan anew all that is owed: who serves, sits or is closed may have changed."""
    every: Sequence[FollowUp] = await store.open_ones(desk.conn, desk.forum.id)
    if every:
        await replan(desk, *every)


def _wanted(desk: WritingDesk, changed: Sequence[FollowUp]) -> _Wanted:
    return {
        desk.key_of(call.kind, (duty.year, duty.number, call.day), None, call.recipient): (duty, call)
        for duty in changed
        for call in calls(duty, desk.forum, desk.calendar)
    }


def _of(subject: Mapping[str, object]) -> tuple[object, object]:
    return subject.get("year"), subject.get("number")
