"""Notices that wait without end, until somebody says that they may leave: those of a database that was restored."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, select, update

from bot.domain.kernel.notice import Notice, NoticeState
from storage.engine.connection import Connection, WritingConnection
from storage.outbox.table import PAUSED, WAITING, notices, read_notice

_RUNS = notices.c.retry_at.is_distinct_from(PAUSED)


async def pause(conn: WritingConnection, reason: str, *, timed_alone: bool) -> None:
    """Let everything that waits wait on, or what was planned alone; what is owed anew by what people do leaves."""
    those = and_(WAITING, _RUNS, notices.c.is_timed) if timed_alone else and_(WAITING, _RUNS)
    if await _is_any(conn, those):
        await conn.execute(update(notices).where(those).values(retry_at=PAUSED, reason=reason))


async def runs_planned(conn: Connection) -> bool:
    """Whether something planned waits that is not paused."""
    return await _is_any(conn, and_(WAITING, _RUNS, notices.c.is_timed))


async def is_paused(conn: Connection) -> bool:
    """Whether anything is paused."""
    return await _is_any(conn, and_(WAITING, notices.c.retry_at == PAUSED))


async def go_on(conn: WritingConnection) -> None:
    """Let what is paused leave, and what ended meanwhile and may be planned anew."""
    reason = case((WAITING, ""), else_=notices.c.reason)
    await conn.execute(update(notices).where(notices.c.retry_at == PAUSED).values(retry_at=None, reason=reason))


async def drop_planned(conn: WritingConnection, *, until: datetime, reason: str) -> tuple[Notice, ...]:
    """Supersede what was planned for a time until then and waits; those notices, earliest first."""
    those = and_(WAITING, notices.c.is_timed, notices.c.due_at <= until)
    rows = await conn.execute(select(notices).where(those).order_by(notices.c.due_at, notices.c.key))
    dropped = tuple(read_notice(row) for row in rows)
    values = {"state": NoticeState.SUPERSEDED.value, "reason": reason, "retry_at": None}
    await conn.execute(update(notices).where(those).values(**values))
    return dropped


async def _is_any(conn: Connection, those: ColumnElement[bool]) -> bool:
    return (await conn.execute(select(notices.c.key).where(those).limit(1))).first() is not None
