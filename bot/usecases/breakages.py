"""A forum that cannot be read is told of once: in the log, and to every admin whose chat with the bot is known."""

import logging

from bot.clock import Clock
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases.charter_texts import read_charter
from bot.usecases.routes import carrying
from cards.forum.unreadable import told
from storage import chats
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import Connection
from storage.outbox import notices

log = logging.getLogger(__name__)


async def unreadable_forums(conn: Connection) -> tuple[Unreadable, ...]:
    """Every forum that cannot be read."""
    found = []
    for forum in await forums.ids(conn):
        try:
            await forums.get(conn, forum, read_charter)
        except Unreadable as broken:
            found.append(broken)
    return tuple(found)


class Breakages:
    """Whoever comes upon a forum that cannot be read says so here; `admins` are object ids."""

    def __init__(self, database: Database, clock: Clock, admins: frozenset[str]) -> None:
        self._database = database
        self._clock = clock
        self._admins = admins
        self._known: set[tuple[str, int]] = set()

    async def tell(self, broken: Unreadable) -> None:
        """Tell of this breakage, unless that was done; a set-up that is applied later and breaks is another one."""
        breakage = broken.forum, broken.revision
        if breakage in self._known:
            return
        self._known.add(breakage)
        log.error("%s; its notices wait", broken)
        try:
            await self._owe(broken)
        except Exception:
            self._known.discard(breakage)
            raise

    async def _owe(self, broken: Unreadable) -> None:
        async with self._database.writing(broken.forum) as conn:
            name = await forums.name(conn, broken.forum) or broken.forum
            for account, chat in await chats.of_object_ids(conn, self._admins):
                await notices.plan(conn, self._notice(broken, name, account.object_id, chat))

    def _notice(self, broken: Unreadable, name: str, admin: str, chat: Conversation) -> Notice:
        return Notice(
            key=f"{broken.forum}/{ForumNotice.UNREADABLE.value}/{broken.revision}/{chat.tenant}/{admin}",
            forum=broken.forum,
            kind=ForumNotice.UNREADABLE,
            recipient=admin,
            subject=carrying(told(broken, name), chat),
            due_at=self._clock.now(),
            is_timed=False,
        )
