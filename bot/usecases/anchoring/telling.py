"""Every admin whose chat with the bot is known is told once that the database lacks what the anchor has seen."""

from datetime import datetime

from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import Notice
from bot.usecases.anchoring.comparing import Findings
from bot.usecases.routes import carrying
from cards.audit.restored import told
from storage import chats
from storage import forum as forums
from storage.engine.connection import WritingConnection
from storage.outbox import notices

_OF_KEY = 16  # letters of the anchor's end, which stays the same until it was accepted


async def tell_admins(
    conn: WritingConnection, admins: frozenset[str], found: Findings, *, of: str, now: datetime
) -> None:
    """Owe each of them the card, once `of` each end of an anchor.

    A notice is some forum's, and this one that of the first that lost something.
    """
    known = await forums.ids(conn)
    if not known:
        return
    forum = next((each.chain for each in found.losses if each.chain in known), known[0])
    card = told(found.losses, found.broken_at)
    for account, chat in await chats.of_object_ids(conn, admins):
        key = (forum, ForumNotice.RESTORED.value, of[:_OF_KEY], account.tenant, account.object_id)
        notice = Notice(
            key="/".join(key),
            forum=forum,
            kind=ForumNotice.RESTORED,
            recipient=account.object_id,
            subject=carrying(card, chat),
            due_at=now,
            is_timed=False,
        )
        await notices.plan(conn, notice)
