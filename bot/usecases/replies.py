"""An answer that Teams did not take is owed, like any other notice."""

import logging
from datetime import timedelta

from bot.clock import Clock
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.desk import open_writing_desk
from bot.usecases.reader import reader_of
from bot.usecases.routes import owe_reply
from bot.usecases.turn import Turn
from cards.kit.elements import Card
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import Connection
from storage.engine.elapsed import elapsed
from storage.outbox import claims

log = logging.getLogger(__name__)


async def keep_reply(
    database: Database, clock: Clock, turn: Turn, card: Card, reason: str, wait: timedelta, *, may_have_arrived: bool
) -> None:
    """Put the answer into the outbox of the forum it came from, to leave after `wait`; a stranger's is let go.

    In a chat any forum of the person will do, as long as it can be read. `reason` is why Teams did not take the answer;
    where it may have arrived all the same, that is counted.
    """
    async with database.reading() as conn:
        among = await _forums_of(conn, turn)
        reader = await reader_of(conn, turn.sender, clock.now(), among)
    for forum in among:
        try:
            async with database.writing(forum) as conn:
                desk = await open_writing_desk(conn, forum, clock.now(), turn.conversation.place)
                to, thread, about = turn.conversation, turn.thread, turn.activity
                owed = await owe_reply(desk, card, to=to, reader=reader, thread=thread, about=about)
                await claims.hold_back(conn, owed, reason, elapsed(conn) + wait)
                if may_have_arrived:
                    await claims.sending(conn, owed)
        except Unreadable:
            continue
        return
    log.warning("A reply to somebody without a forum that can be read was lost")


async def _forums_of(conn: Connection, turn: Turn) -> tuple[str, ...]:
    if turn.conversation.place is Place.CHANNEL:
        forum = await forums.of_channel(conn, turn.conversation.id)
        return () if forum is None else (forum,)
    return tuple(forum for forum, _, _ in await forums.seated(conn, turn.sender.object_id))
