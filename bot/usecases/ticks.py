"""What the clock sets in motion besides notices: agendas whose day has come, and records whose time is up."""

from bot.clock import Clock
from bot.domain.kernel.conversation import Place
from bot.usecases.approval import dispatch as sending
from bot.usecases.desk import open_desk, open_writing_desk
from storage import agenda as agendas
from storage import answered
from storage.database import Database
from storage.outbox import notices


async def send_due_agendas(database: Database, clock: Clock) -> int:
    """Send every agenda that is due and may leave; how many did."""
    sent = 0
    for forum, meeting in await due_agendas(database, clock):
        async with database.writing(forum) as conn:
            desk = await open_writing_desk(conn, forum, clock.now(), Place.CHANNEL)
            sent += await sending.send_due(desk, desk.meeting(meeting))
    return sent


async def due_agendas(database: Database, clock: Clock) -> list[tuple[str, str]]:
    """Each (forum, meeting) whose agenda may leave now."""
    due = []
    async with database.reading() as conn:
        for forum, meeting in await agendas.unsent(conn):
            desk = await open_desk(conn, forum, clock.now(), Place.CHANNEL)
            found = desk.forum.meeting(meeting)
            if found is not None and await sending.is_due(desk, found):
                due.append((forum, meeting))
    return due


async def forget_old(database: Database, clock: Clock) -> None:
    """Drop the records that are kept for a day, and what replies showed that were given up and not revived by then."""
    now = clock.now()
    async with database.writing(wakes=False) as conn:
        await answered.forget(conn, now=now)
        await notices.empty_replies(conn, owed_before=now - answered.KEPT)
