"""Reminders of other bodies' meetings, planned ahead: of what changed they move, and what was answered has none."""

from collections.abc import Mapping

from bot.domain.external.notices import TIMED
from bot.domain.external.reminders import Call, calls
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.external.loading import Known, coming
from cards.kit.words import say
from storage.outbox import standing

_Wanted = Mapping[str, tuple[Known, Call]]


async def replan(desk: WritingDesk, *changed: Known) -> None:
    """Plan the reminders of these meetings as they stand, and drop those that they call for no longer."""
    about = {(each.meeting.year, each.meeting.number) for each in changed}
    wanted = _wanted(desk, changed)
    for_them = [each for each in await standing.waiting(desk.conn, desk.forum.id, TIMED) if _of(each.subject) in about]
    await standing.drop(
        desk.conn, {each.key for each in for_them} - wanted.keys(), reason=say("stale.external_changed")
    )
    for this, call in wanted.values():
        if call.day < desk.today:  # what lies behind was said in its time
            continue
        await desk.remind(
            call.kind,
            this.meeting.year,
            this.meeting.number,
            at=desk.calendar.opens(call.day, desk.forum.timezone),
            recipient=call.recipient,
            year=this.meeting.year,
            number=this.meeting.number,
            day=call.day.isoformat(),
        )


async def plan(desk: WritingDesk) -> None:
    """Plan anew all that are coming: who answers, who goes there or how long before may have changed."""
    every = await coming(desk)
    if every:
        await replan(desk, *every)


def called_for(desk: Desk, this: Known) -> list[Call]:
    """Every reminder that the meeting calls for as things stand."""
    return list(calls(this.meeting, this.answers, desk.forum, desk.calendar, desk.today))


def _wanted(desk: WritingDesk, changed: tuple[Known, ...]) -> _Wanted:
    return {
        desk.key_of(call.kind, (this.meeting.year, this.meeting.number, call.day), None, call.recipient): (this, call)
        for this in changed
        for call in called_for(desk, this)
    }


def _of(subject: Mapping[str, object]) -> tuple[object, object]:
    return subject.get("year"), subject.get("number")
