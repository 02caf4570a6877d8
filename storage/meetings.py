"""Meetings of forums; one that its forum file names no longer is ended, and never deleted."""

from datetime import tzinfo
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Row,
    String,
    Table,
    select,
    true,
    update,
)

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime

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
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    Index("ix_meetings_starts", "starts"),
)


async def of(conn: Connection, forum: Forum) -> tuple[Meeting, ...]:
    """The meetings that the forum's file names, the earliest first, in the forum's time."""
    return await _those(conn, forum, ~meetings.c.is_ended)


async def cancelled(conn: Connection, forum: Forum) -> tuple[Meeting, ...]:
    """The meetings that the forum's file once named and names no longer; those that were held stay named."""
    return await _those(conn, forum, meetings.c.is_ended)


async def put(conn: WritingConnection, forum: Forum) -> None:
    """Store the forum's meetings; those it names no longer are ended."""
    known = set(await conn.scalars(select(meetings.c.id).where(meetings.c.forum == forum.id)))
    for meeting in forum.meetings:
        values = {
            "starts": meeting.starts,
            "ends": meeting.ends,
            "place": meeting.place,
            "host": meeting.host,
            "owes": meeting.owes,
            "is_ended": False,
        }
        if meeting.id in known:
            await conn.execute(update(meetings).where(_is(meeting)).values(**values))
        else:
            await conn.execute(meetings.insert().values(forum=forum.id, id=meeting.id, **values))
    gone = known - {meeting.id for meeting in forum.meetings}
    await conn.execute(
        update(meetings).where(meetings.c.forum == forum.id, meetings.c.id.in_(gone)).values(is_ended=True)
    )


async def _those(conn: Connection, forum: Forum, wanted: ColumnElement[bool]) -> tuple[Meeting, ...]:
    query = select(meetings).where(meetings.c.forum == forum.id, wanted).order_by(meetings.c.starts)
    return tuple(_meeting(row, forum.timezone) for row in await conn.execute(query))


def _meeting(row: Row[Any], tz: tzinfo) -> Meeting:
    starts, ends = row.starts.astimezone(tz), row.ends.astimezone(tz)
    return Meeting(forum=row.forum, id=row.id, starts=starts, ends=ends, place=row.place, host=row.host, owes=row.owes)


def _is(meeting: Meeting) -> Any:
    return (meetings.c.forum == meeting.forum) & (meetings.c.id == meeting.id)
