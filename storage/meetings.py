"""Meetings of forums; one that its forum file names no longer, or that was cancelled, is ended and never deleted."""

from collections.abc import Collection, Mapping
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    String,
    Table,
    bindparam,
    false,
    select,
    true,
    update,
)

from bot.domain.calendars.state import Change
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.digests import as_stored, digest_of_stored, digest_of_values
from storage.proof.ledger import note_stored

meetings = Table(
    "meetings",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("id", ID, primary_key=True),
    Column("starts", UtcTime, nullable=False),
    Column("ends", UtcTime, nullable=False),
    Column("place", String(400), nullable=False),
    Column("host", ID),
    Column("is_ended", Boolean, nullable=False, default=False),  # no longer named by the forum file
    Column("owes", Boolean, nullable=False, default=True, server_default=true()),  # minutes and publication
    Column("is_decided", Boolean, nullable=False, default=False, server_default=false()),  # in Teams: before the file
    Column("reason", String(400), nullable=False, default="", server_default=""),  # that was given there
    Column("changes", Integer, nullable=False, default=0, server_default="0"),  # since it was first stored
    Column("changed_at", UtcTime),  # None: not since that was counted
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    Index("ix_meetings_starts", "starts"),
)

_OF_FORUM = select(meetings).where(meetings.c.forum == bindparam("of_forum")).order_by(meetings.c.starts)
_NAMED, _ENDED = Prepared(_OF_FORUM.where(~meetings.c.is_ended)), Prepared(_OF_FORUM.where(meetings.c.is_ended))
_UNCOUNTED = {"changes": 0, "changed_at": None}


async def of(conn: Connection, forum: Forum) -> tuple[Meeting, ...]:
    """The meetings that the forum's file names, the earliest first, in the forum's time."""
    return await _those(conn, forum, _NAMED)


async def cancelled(conn: Connection, forum: Forum) -> tuple[Meeting, ...]:
    """The meetings that the forum's file once named and names no longer; those that were held stay named."""
    return await _those(conn, forum, _ENDED)


async def changes(conn: Connection, forum: str) -> Mapping[str, Change]:
    """How often each meeting of the forum changed, by its id, those that are ended among them."""
    query = select(meetings.c.id, meetings.c.changes, meetings.c.changed_at).where(meetings.c.forum == forum)
    return {row.id: Change(times=row.changes, at=row.changed_at) for row in await conn.execute(query)}


async def put(conn: WritingConnection, forum: Forum, *, at: datetime | None) -> bool:
    """Store the forum's meetings, where those it names no longer are ended; whether anything changed, and is counted.

    Those that it knows as cancelled stay so.
    """
    query = select(*as_stored(meetings)).where(meetings.c.forum == forum.id)
    known = {row.id: _digest(row) for row in await conn.execute(query)}
    rows = (*(_row(each) for each in forum.meetings), *(_row(each, is_ended=True) for each in forum.cancelled))
    changed = [each for each in rows if known.get(each["id"]) != digest_of_values(meetings, each)]
    for row in changed:
        if row["id"] in known:
            await conn.execute(update(meetings).where(*_is(forum.id, row["id"])).values(**row, **_once_more(at)))
        else:
            await conn.execute(meetings.insert().values(**row, changed_at=at))
    if changed:
        await note_stored(conn, meetings, forum.id, meetings.c.id.in_([each["id"] for each in changed]))
    named = {each.id for each in (*forum.meetings, *forum.cancelled)}
    return await end(conn, forum.id, known.keys() - named, at=at) or bool(changed)


async def end(conn: WritingConnection, forum: str, gone: Collection[str], *, at: datetime | None) -> bool:
    """End those meetings; whether any had not ended before."""
    ended = update(meetings).where(meetings.c.forum == forum, meetings.c.id.in_(gone), ~meetings.c.is_ended)
    if (await conn.execute(ended.values(is_ended=True, **_once_more(at)))).rowcount == 0:
        return False
    await note_stored(conn, meetings, forum, meetings.c.id.in_(gone))
    return True


async def starts(conn: Connection, forum: str, meeting: str) -> datetime | None:
    """When that meeting starts, or None."""
    return await conn.scalar(select(meetings.c.starts).where(*_is(forum, meeting)))


def _once_more(at: datetime | None) -> dict[str, Any]:
    return {"changes": meetings.c.changes + 1, "changed_at": at}


def _digest(stored: Row[Any]) -> str:
    """What the row says of the meeting itself."""
    return digest_of_stored(meetings, [_UNCOUNTED.get(name, said) for name, said in stored._mapping.items()])


def _row(meeting: Meeting, *, is_ended: bool = False) -> dict[str, Any]:
    fields = ("forum", "id", "starts", "ends", "place", "host", "owes", "is_decided", "reason")
    return {name: getattr(meeting, name) for name in fields} | {"is_ended": is_ended}


async def _those(conn: Connection, forum: Forum, query: Prepared) -> tuple[Meeting, ...]:
    return tuple(_meeting(row, forum.timezone) for row in await query.all(conn, of_forum=forum.id))


def _meeting(row: Row[Any], tz: tzinfo) -> Meeting:
    return Meeting(
        forum=row.forum,
        id=row.id,
        starts=row.starts.astimezone(tz),
        ends=row.ends.astimezone(tz),
        place=row.place,
        host=row.host,
        owes=row.owes,
        is_decided=row.is_decided,
        reason=row.reason,
    )


def _is(forum: str, meeting: str) -> tuple[ColumnElement[bool], ...]:
    return meetings.c.forum == forum, meetings.c.id == meeting
