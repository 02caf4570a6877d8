"""The coming meetings that still take new items."""

from bot.domain.meeting import Meeting
from bot.usecases.desk import Desk
from storage import agendas


async def open_meetings(desk: Desk) -> tuple[Meeting, ...]:
    """The meetings that have not begun and whose agenda was not sent, the next one first."""
    return tuple([each for each in desk.forum.meetings if each.starts > desk.now and not await is_sent(desk, each.id)])


async def is_sent(desk: Desk, meeting: str) -> bool:
    """Whether the agenda of that meeting was sent."""
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting)
    return agenda is not None and agenda.sent_version is not None
