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
    Row,
    String,
    Table,
    Text,
    bindparam,
    literal_column,
    select,
    text,
    update,
)

from bot.domain.minutes.state import Attendance, Dissent, Minutes, MinutesStatus, Remark, Resolution
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
    Column("dissents", Frozen(tuple[Dissent, ...]), nullable=False, server_default="[]"),
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
    Column("item", Integer),
    ForeignKeyConstraint(["forum", "meeting"], ["minutes.forum", "minutes.meeting"]),
)

# Written out, since to a planner a parameter does not mean the index of what was sent.
_IS_SENT: ColumnElement[bool] = minutes.c.status == literal_column(f"'{MinutesStatus.SENT.value}'")
_GET = Prepared(
    select(minutes).where(minutes.c.forum == bindparam("of_forum"), minutes.c.meeting == bindparam("of_meeting"))
)
_REMARKS = Prepared(
    select(minutes_remarks)
    .where(minutes_remarks.c.forum == bindparam("of_forum"), minutes_remarks.c.meeting == bindparam("of_meeting"))
    .order_by(minutes_remarks.c.number)
)
_LATEST_UNAPPROVED = Prepared(
    select(minutes.c.meeting)
    .join(meetings, (meetings.c.forum == minutes.c.forum) & (meetings.c.id == minutes.c.meeting))
    .where(
        minutes.c.forum == bindparam("of_forum"),
        _IS_SENT,
        meetings.c.starts < bindparam("before", type_=UtcTime),
        ~meetings.c.is_ended,
    )
    .order_by(meetings.c.starts.desc())
    .limit(1)
)


async def get(conn: Connection, forum: str, meeting: str) -> Minutes | None:
    """The minutes of a meeting, or None before anything was recorded."""
    row = await _GET.first(conn, of_forum=forum, of_meeting=meeting)
    return None if row is None else _minutes(row, await _remarks(conn, forum, meeting))


async def of_meetings(conn: Connection, forum: str, meetings_: Collection[str]) -> Mapping[str, Minutes]:
    """The minutes of those meetings of which anything was recorded, asked for at once."""
    if not meetings_:
        return {}
    remarks = select(minutes_remarks).where(minutes_remarks.c.forum == forum, minutes_remarks.c.meeting.in_(meetings_))
    said: dict[str, list[Remark]] = {}
    for row in await conn.execute(remarks.order_by(minutes_remarks.c.number)):
        said.setdefault(row.meeting, []).append(_remark(row))
    query = select(minutes).where(minutes.c.forum == forum, minutes.c.meeting.in_(meetings_))
    return {row.meeting: _minutes(row, tuple(said.get(row.meeting, ()))) for row in await conn.execute(query)}


async def resolutions(conn: Connection, forum: str, meetings_: Collection[str]) -> Mapping[str, tuple[Resolution, ...]]:
    """What was resolved at those meetings whose minutes have left, asked for at once."""
    if not meetings_:
        return {}
    left = (MinutesStatus.SENT.value, MinutesStatus.APPROVED.value)
    query = select(minutes.c.meeting, minutes.c.resolutions).where(
        minutes.c.forum == forum, minutes.c.meeting.in_(meetings_), minutes.c.status.in_(left)
    )
    return {row.meeting: row.resolutions for row in await conn.execute(query)}


async def unapproved(conn: Connection, forum: str, before: datetime) -> str | None:
    """The latest meeting that starts earlier whose minutes were sent and not approved since."""
    found = await _LATEST_UNAPPROVED.first(conn, of_forum=forum, before=before)
    return None if found is None else str(found.meeting)


async def sent_since(conn: Connection, since: datetime) -> tuple[tuple[str, str], ...]:
    """Each (forum, meeting) whose minutes were sent from then on and are not approved."""
    query = select(minutes.c.forum, minutes.c.meeting).where(_IS_SENT, minutes.c.sent_at >= since)
    return tuple((row.forum, row.meeting) for row in await conn.execute(query))


async def put(conn: WritingConnection, each: Minutes) -> None:
    """Store the minutes and whatever remarks are new; the transaction must hold the forum."""
    values: dict[str, Any] = {
        "revision": each.revision,
        "resolutions": each.resolutions,
        "dissents": each.dissents,
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
        fields = {name: getattr(remark, name) for name in ("person", "words", "at", "is_addition", "item")}
        row = place | fields | {"number": number}
        await conn.execute(minutes_remarks.insert().values(**row))
        note(conn, minutes_remarks, row)


async def _remarks(conn: Connection, forum: str, meeting: str) -> tuple[Remark, ...]:
    return tuple(map(_remark, await _REMARKS.all(conn, of_forum=forum, of_meeting=meeting)))


def _remark(row: Row[Any]) -> Remark:
    return Remark(person=row.person, words=row.words, at=row.at, is_addition=row.is_addition, item=row.item)


def _minutes(row: Row[Any], remarks: tuple[Remark, ...]) -> Minutes:
    return Minutes(
        forum=row.forum,
        meeting=row.meeting,
        revision=row.revision,
        resolutions=row.resolutions,
        dissents=row.dissents,
        attendance=row.attendance or Attendance(),
        remarks=remarks,
        approved_by=tuple(row.approved_by),
        status=MinutesStatus(row.status),
        sent_at=row.sent_at,
    )
