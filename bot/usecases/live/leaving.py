"""A meeting that nobody ended ends by itself, and the secretariat is asked when it really did."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.live.notices import LiveNotice
from bot.domain.live.rules import ends_by_itself, leave
from bot.domain.live.state import Live
from bot.usecases.desk import Desk, WritingDesk
from storage import live as store
from storage import minutes


async def end_left(desk: WritingDesk, meeting: str) -> None:
    """End that meeting where it was left running, or is held no more."""
    live, held = await store.get(desk.conn, desk.forum.id, meeting), desk.forum.meeting(meeting)
    if live is None or not live.is_running or (held is not None and desk.now < ends_by_itself(held)):
        return
    left = leave(live)
    await store.put(desk.conn, left)
    await desk.log(None, "live.left", meeting=meeting, revision=left.revision)
    if held is not None:
        await _ask(desk, held, left)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan anew to ask when it ended, as long as nobody has said so."""
    live = await store.get(desk.conn, desk.forum.id, meeting.id)
    if live is not None:
        await _ask(desk, meeting, live)


async def end_is_known(desk: Desk, meeting: str) -> bool:
    """Whether the minutes say when the meeting ended."""
    written = await minutes.get(desk.conn, desk.forum.id, meeting)
    return written is not None and written.attendance.ended_at is not None


async def _ask(desk: WritingDesk, meeting: Meeting, live: Live) -> None:
    """On the first working morning after."""
    if live.is_left and not await end_is_known(desk, meeting.id):
        at = desk.calendar.next_open(ends_by_itself(meeting).astimezone(desk.forum.timezone))
        await desk.remind_secretariat(LiveNotice.LEFT_RUNNING, at=at, meeting=meeting.id)
