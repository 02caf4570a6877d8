"""A forum whose last day is past, and which nobody has handed over to what follows it: each admin is told once."""

from collections.abc import AsyncIterator, Mapping

from bot.clock import Clock
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.charter_texts import read_charter
from bot.usecases.routes import carrying
from cards.forum.succession import due
from storage import chats
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import Connection
from storage.outbox import notices


async def tell_of_endings(database: Database, clock: Clock, admins: frozenset[str]) -> None:
    """Owe each admin who has written to the bot the card with which it is handed over; nothing where none has."""
    async with database.reading() as conn:
        reached = await chats.of_object_ids(conn, admins)
        known = await forums.names(conn) if reached else {}
        ended = [each async for each in _ended(conn, clock, known)]
    for forum in ended:
        heir = known[forum.succeeded_by or ""]
        async with database.writing(forum.id) as conn:
            for account, chat in reached:
                notice = Notice(
                    key=f"{forum.id}/{ForumNotice.HAND_OVER_DUE.value}/{account.tenant}/{account.object_id}",
                    forum=forum.id,
                    kind=ForumNotice.HAND_OVER_DUE,
                    recipient=account.object_id,
                    subject=carrying(due(forum, heir), chat),
                    due_at=clock.now(),
                    is_timed=False,
                )
                if await notices.get(conn, notice.key) is None:
                    await notices.plan(conn, notice)


async def _ended(conn: Connection, clock: Clock, known: Mapping[str, str]) -> AsyncIterator[Forum]:
    """Every forum that has ended, is to be followed by one that is here, and was not handed over."""
    for name in known:
        try:
            forum = await forums.get(conn, name, read_charter)
        except Unreadable:
            continue
        if forum is None or forum.handed_over is not None or forum.succeeded_by not in known:
            continue
        if forum.has_ended(clock.now().astimezone(forum.timezone).date()):
            yield forum
