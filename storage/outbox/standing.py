"""Timed notices that are about no meeting: those that wait, and those that are wanted no longer; or all of a forum."""

from collections.abc import Collection, Sequence

from sqlalchemy import select, update

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice
from storage.engine.connection import Connection, WritingConnection
from storage.outbox.notices import WAITING, notices, read_notice


async def waiting(conn: Connection, forum: str, kinds: Sequence[AnyNotice]) -> tuple[Notice, ...]:
    """Every one of the forum's of those kinds that waits."""
    query = select(notices).where(
        notices.c.forum == forum,
        notices.c.meeting.is_(None),
        notices.c.kind.in_([kind.value for kind in kinds]),
        notices.c.is_timed,
        WAITING,
    )
    return tuple(read_notice(row) for row in await conn.execute(query))


async def drop(conn: WritingConnection, keys: Collection[str], *, reason: str) -> None:
    """Supersede those of these keys that still wait."""
    if keys:
        those = (notices.c.key.in_(sorted(keys)), WAITING)
        await conn.execute(update(notices).where(*those).values(state=NoticeState.SUPERSEDED.value, reason=reason))


async def drop_all(conn: WritingConnection, forum: str, *, reason: str) -> None:
    """Supersede every timed notice of the forum that still waits, whatever it is about."""
    those = (notices.c.forum == forum, notices.c.is_timed, WAITING)
    await conn.execute(update(notices).where(*those).values(state=NoticeState.SUPERSEDED.value, reason=reason))
