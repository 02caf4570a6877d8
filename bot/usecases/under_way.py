"""What a change of the forum does to what is under way: meetings that move or are cancelled, and rounds."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.domain.approval.mending import Step
from bot.domain.kernel import settings
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.meetings.rescheduling import Rescheduled, rescheduled
from bot.domain.notices import OF_MEETING
from bot.usecases.approval import mending
from bot.usecases.desk import Desk, WritingDesk, desk_of
from bot.usecases.rescheduling import follow_up
from storage.outbox import notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What became of a meeting and of its round; `change` None where it is held as it was planned."""

    meeting: Meeting
    change: Rescheduled | None = None
    is_told: bool = False
    waiting: int = 0
    steps: tuple[Step, ...] = ()


async def follow(desk: WritingDesk, before: Forum, *, is_whole: bool, actor: str | None = None) -> tuple[Followed, ...]:
    """Tell, close and mend all that the change from `before` affects; `is_whole` where that could be read whole.

    `actor` is who changed it in Teams, None where a forum file did.
    """
    found = [await _rescheduled(desk, actor, each) for each in rescheduled(before, desk.forum, desk.now)]
    if found:
        await _redraw_cancelled(desk)
        await notices.redraw_all(desk.conn, desk.forum.id, MeetingNotice.SERIES, soon=desk.soon())
    then = desk_of(desk.conn, before, desk.now, Place.CHANNEL, is_overheard=True) if is_whole else None
    return (*found, *[each async for each in _mended(desk, before, then)])


async def _rescheduled(desk: WritingDesk, actor: str | None, change: Rescheduled) -> Followed:
    done = await follow_up(desk, actor, change)
    return Followed(meeting=change.was, change=change, is_told=done.is_told, waiting=done.waiting, steps=done.steps)


async def _redraw_cancelled(desk: WritingDesk) -> None:
    """What is said of a meeting that is not held names the one that comes next, if none was held since."""
    held = desk.last_ended()
    for gone in desk.forum.cancelled:
        if held is None or gone.starts > held.starts:
            await notices.redraw(desk.conn, desk.forum.id, gone.id, *OF_MEETING, soon=desk.soon())


async def _mended(desk: WritingDesk, before: Forum, then: Desk | None) -> AsyncIterator[Followed]:
    for meeting in desk.meetings_ahead():
        steps: tuple[Step, ...] = ()
        was = before.meeting(meeting.id)
        if was is not None:
            steps += await mending.redate(desk, then, was, meeting)
        steps += await mending.mend(desk, meeting)
        if then is not None:
            steps += await mending.newly_needed(desk, settings.approval_mode(before), meeting)
        if steps:
            yield Followed(meeting=meeting, steps=steps)
