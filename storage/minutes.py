"""Minutes with their remarks and additions; a remark is added, never changed."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    bindparam,
    literal_column,
    select,
    text,
    update,
)

from bot.domain.minutes.state import Attendance, Minutes, MinutesStatus, Remark, Resolution
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen, Plain, UtcTime
from storage.meetings import meetings
from storage.proof.ledger import note

minutes = Table(
    "minutes",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("resolutions", Frozen(tuple[Resolution, ...]), nullable=False),
    Column("attendance", Frozen(Attendance)),  # none of minutes from before anybody could say who was there
    Column("approved_by", Plain, nullable=False),
    Column("status", String(20), nullable=False),
    Column("sent_at", UtcTime),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
    Index(
        "ix_minutes_sent",
        "forum",
        "meeting",
        sqlite_where=text("status = 'sent'"),
        postgresql_where=text("status = 'sent'"),
    ),
)

minutes_remarks = Table(
    "minutes_remarks",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("person", ID, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("is_addition", Boolean, nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["minutes.forum", "minutes.meeting"]),
)

# Written out, since to a planner a parameter does not mean the index of what was sent.
_IS_SENT: ColumnElement[bool] = minutes.c.status == literal_column(f"'{MinutesStatus.SENT.value}'")
_UNAPPROVED = (
    select(minutes.c.meeting)
    .join(meetings, (meetings.c.forum == minutes.c.forum) & (meetings.c.id == minutes.c.meeting))
    .where(
        minutes.c.forum == bindparam("of_forum"),
        _IS_SENT,
        meetings.c.starts < bindparam("before", type_=UtcTime),
        ~meetings.c.is_ended,
    )
    .limit(1)
)
_ANY_UNAPPROVED = Prepared(_UNAPPROVED)
_LATEST_UNAPPROVED = Prepared(_UNAPPROVED.order_by(meetings.c.starts.desc()))


async def get(conn: Connection, forum: str, meeting: str) -> Minutes | None:
    """The minutes of a meeting, or None before anything was recorded."""
    query = select(minutes).where(minutes.c.forum == forum, minutes.c.meeting == meeting)
    row = (await conn.execute(query)).one_or_none()
    if row is None:
        return None
    return Minutes(
        forum=forum,
        meeting=meeting,
        revision=row.revision,
        resolutions=row.resolutions,
        attendance=row.attendance or Attendance(),
        remarks=await _remarks(conn, forum, meeting),
        approved_by=tuple(row.approved_by),
        status=MinutesStatus(row.status),
        sent_at=row.sent_at,
    )


async def resolutions(conn: Connection, forum: str, meetings_: Collection[str]) -> Mapping[str, tuple[Resolution, ...]]:
    """What was resolved at those meetings whose minutes have left, asked for at once."""
    if not meetings_:
        return {}
    left = (MinutesStatus.SENT.value, MinutesStatus.APPROVED.value)
    query = select(minutes.c.meeting, minutes.c.resolutions).where(
        minutes.c.forum == forum, minutes.c.meeting.in_(meetings_), minutes.c.status.in_(left)
    )
    return {row.meeting: row.resolutions for row in await conn.execute(query)}


async def any_unapproved(conn: Connection, forum: str, before: datetime) -> bool:
    """Whether minutes of a meeting that starts earlier were sent and not approved since."""
    return await _ANY_UNAPPROVED.first(conn, of_forum=forum, before=before) is not None


async def latest_unapproved(conn: Connection, forum: str, before: datetime) -> Minutes | None:
    """The latest of them."""
    found = await _LATEST_UNAPPROVED.first(conn, of_forum=forum, before=before)
    return None if found is None else await get(conn, forum, found.meeting)


async def put(conn: WritingConnection, each: Minutes) -> None:
    """Store the minutes and whatever remarks are new; the transaction must hold the forum."""
    values: dict[str, Any] = {
        "revision": each.revision,
        "resolutions": each.resolutions,
        "attendance": each.attendance,
        "approved_by": list(each.approved_by),
        "status": each.status.value,
        "sent_at": each.sent_at,
    }
    place = {"forum": each.forum, "meeting": each.meeting}
    before = await get(conn, each.forum, each.meeting)
    if before is None:
        await conn.execute(minutes.insert().values(**place, **values))
    else:
        here = (minutes.c.forum == each.forum) & (minutes.c.meeting == each.meeting)
        await conn.execute(update(minutes).where(here).values(**values))
    note(conn, minutes, place | values)
    stored = 0 if before is None else len(before.remarks)
    for number, remark in enumerate(each.remarks[stored:], stored + 1):
        fields = {name: getattr(remark, name) for name in ("person", "words", "at", "is_addition")}
        row = place | fields | {"number": number}
        await conn.execute(minutes_remarks.insert().values(**row))
        note(conn, minutes_remarks, row)


async def _remarks(conn: Connection, forum: str, meeting: str) -> tuple[Remark, ...]:
    query = select(minutes_remarks).where(minutes_remarks.c.forum == forum, minutes_remarks.c.meeting == meeting)
    found = await conn.execute(query.order_by(minutes_remarks.c.number))
    return tuple(Remark(person=row.person, words=row.words, at=row.at, is_addition=row.is_addition) for row in found)
