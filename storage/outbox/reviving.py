"""What brings notices of a forum back to life, or ends that for good: a channel that lets the bot in, a day gone by."""

from datetime import datetime

from sqlalchemy import Text, cast, update

from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.notice import NoticeState
from storage.engine.connection import WritingConnection
from storage.outbox.table import FAILED, PAUSED, WAITING, notices

_IS_EMPTY = cast(notices.c.subject, Text) == "{}"


async def hasten(conn: WritingConnection, forum: str) -> None:
    """Try what waits for the forum at once, but for what is paused: what it waited for has come."""
    those = (notices.c.forum == forum, WAITING, notices.c.retry_at < PAUSED)
    await conn.execute(update(notices).where(*those).values(retry_at=None))


async def revive(conn: WritingConnection, forum: str) -> None:
    """Owe anew what was given up for the forum, but for replies that were emptied: its channel lets the bot in."""
    is_emptied = (notices.c.kind == ForumNotice.REPLY) & _IS_EMPTY
    given_up = (notices.c.forum == forum) & (notices.c.state == NoticeState.FAILED) & ~is_emptied
    values = {"state": NoticeState.WAITING.value, "reason": "", "attempts": 0}
    await conn.execute(update(notices).where(given_up).values(**values))


async def empty_replies(conn: WritingConnection, *, owed_before: datetime) -> None:
    """Drop the cards of failed replies of that age: nobody waits for them any more, and nothing revives them."""
    old = (notices.c.kind == ForumNotice.REPLY) & (notices.c.due_at < owed_before) & ~_IS_EMPTY
    await conn.execute(update(notices).where(FAILED, old).values(subject={}))
