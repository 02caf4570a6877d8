"""Which version of a sent agenda somebody was shown is kept: a row a person, written when it is newer."""

from bot.domain.actions import AnyQuery
from bot.domain.agenda.actions import ShowAgenda
from bot.domain.approval.actions import ShowVersion
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from storage import agenda as agendas
from storage import readings
from storage.database import Database
from storage.readings import Reading


async def keep_reading(database: Database, desk: Desk, actor: str, action: AnyQuery) -> None:
    """Keep what that answer showed of a sent agenda; other answers cost nothing."""
    if not isinstance(action, ShowAgenda | ShowVersion):
        return
    if (shown := await _shown(desk, actor, action)) is not None:
        async with database.writing(desk.forum.id, wakes=False) as conn:
            await readings.put(conn, shown)


async def _shown(desk: Desk, actor: str, action: ShowAgenda | ShowVersion) -> Reading | None:
    """What the person was not shown before; None where there is nothing new to keep."""
    try:
        meeting = desk.meeting(None) if action.meeting is None else meeting_meant(desk, action.meeting)
    except Refusal:  # which is what the answer says
        return None
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if agenda is None or agenda.sent is None:
        return None
    newest = agenda.newest or agenda.sent
    named = (action.version or newest.number) if isinstance(action, ShowVersion) else agenda.sent.number
    last = await readings.last(desk.conn, desk.forum.id, meeting.id, actor)
    is_newer = agenda.version(named) is not None and (last is None or last.version < named)
    if not is_newer:
        return None
    return Reading(forum=desk.forum.id, meeting=meeting.id, person=actor, version=named, at=desk.now)
