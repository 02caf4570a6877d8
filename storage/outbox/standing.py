"""Notices of a forum by their kind or key: those that wait, those wanted no longer, and what went another way."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, or_, select, update

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import AnyNotice
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.outbox.table import AGAIN, FAILED, WAITING, notices, read_notice

_ANY = Prepared(
    select(notices.c.key)
    .where(
        notices.c.forum == bindparam("of_forum"),
        notices.c.meeting.is_(None),
        notices.c.kind == bindparam("of_kind"),
    )
    .limit(1)
)


async def is_any(conn: Connection, forum: str, kind: AnyNotice) -> bool:
    """Whether anything of that kind that is about no meeting was ever owed."""
    return await _ANY.first(conn, of_forum=forum, of_kind=kind.value) is not None


async def waiting(conn: Connection, forum: str, kinds: Sequence[AnyNotice]) -> tuple[Notice, ...]:
    """Every one of the forum's of those kinds that waits."""
    query = select(notices).where(
        notices.c.forum == forum,
        notices.c.meeting.is_(None),
        notices.c.kind.in_([kind.value for kind in kinds]),
        notices.c.is_timed,
        ~AGAIN,
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


async def of_kind(conn: Connection, forum: str, kind: AnyNotice) -> tuple[Notice, ...]:
    """Every one of that kind that is about no meeting, the earliest first."""
    those = (notices.c.forum == forum, notices.c.meeting.is_(None), notices.c.kind == kind.value)
    rows = await conn.execute(select(notices).where(*those).order_by(notices.c.due_at, notices.c.key))
    return tuple(read_notice(row) for row in rows)


async def end_as_sent(conn: WritingConnection, key: str, *, reason: str) -> bool:
    """End what waits, or was given up, as sent by other means; whether it was not over before."""
    those = (notices.c.key == key, or_(WAITING, FAILED), notices.c.activity.is_(None))
    values = {"state": NoticeState.SENT.value, "reason": reason, "retry_at": None}
    return bool((await conn.execute(update(notices).where(*those).values(**values))).rowcount)


async def waiting_because(conn: Connection, forum: str, reason: str) -> tuple[Notice, ...]:
    """Everything of the forum that waits for that reason, the earliest first."""
    those = (notices.c.forum == forum, notices.c.reason == reason, WAITING)
    rows = await conn.execute(select(notices).where(*those).order_by(notices.c.due_at, notices.c.key))
    return tuple(read_notice(row) for row in rows)


async def of_meeting(conn: Connection, forum: str, meeting: str, kinds: Sequence[AnyNotice]) -> tuple[Notice, ...]:
    """Everything of those kinds that was ever owed about the meeting, the earliest first."""
    named = notices.c.kind.in_([kind.value for kind in kinds])
    those = (notices.c.forum == forum, notices.c.meeting == meeting, named)
    rows = await conn.execute(select(notices).where(*those).order_by(notices.c.due_at, notices.c.key))
    return tuple(read_notice(row) for row in rows)
