"""Meetings as they were held: one row each, changed only in a transaction that holds the forum."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    Table,
    bindparam,
    select,
    text,
    update,
)

from bot.domain.live.state import Live, Recusal, Spell, SteppedIn
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen, UtcTime
from storage.meetings import meetings
from storage.proof.ledger import note

live_meetings = Table(
    "live_meetings",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("spells", Frozen(tuple[Spell, ...]), nullable=False),
    Column("recusals", Frozen(tuple[Recusal, ...]), nullable=False),
    Column("stepped_in", Frozen(tuple[SteppedIn, ...]), nullable=False),
    Column("is_running", Boolean, nullable=False),
    Column("ended_at", UtcTime),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
    Index(
        "ix_live_meetings_running",
        "forum",
        "meeting",
        sqlite_where=text("is_running"),
        postgresql_where=text("is_running"),
    ),
)

_FIELDS = ("revision", "spells", "recusals", "stepped_in", "is_running", "ended_at")
_GET = Prepared(
    select(live_meetings).where(
        live_meetings.c.forum == bindparam("of_forum"), live_meetings.c.meeting == bindparam("of_meeting")
    )
)
_OVERDUE = Prepared(
    # Written out, since to a planner a parameter does not mean the index of what is running.
    select(live_meetings.c.forum, live_meetings.c.meeting)
    .join(meetings, (meetings.c.forum == live_meetings.c.forum) & (meetings.c.id == live_meetings.c.meeting))
    .where(text("live_meetings.is_running"), meetings.c.ends <= bindparam("ended_by", type_=UtcTime))
    .order_by(live_meetings.c.forum, live_meetings.c.meeting)
)


async def get(conn: Connection, forum: str, meeting: str) -> Live | None:
    """The meeting as it is held or was; None of one that nobody started here."""
    row = await _GET.first(conn, of_forum=forum, of_meeting=meeting)
    return None if row is None else _live(row)


async def held_now(conn: Connection, forum: str) -> str | None:
    """The meeting of the forum that is held right now, by its id."""
    held = select(live_meetings.c.meeting).where(live_meetings.c.forum == forum, text("is_running"))
    return (await conn.execute(held.order_by(live_meetings.c.meeting).limit(1))).scalar_one_or_none()


async def overdue(conn: Connection, ended_by: datetime) -> tuple[tuple[str, str], ...]:
    """Each (forum, meeting) that is held still though it was to end by then."""
    return tuple((row.forum, row.meeting) for row in await _OVERDUE.all(conn, ended_by=ended_by))


async def put(conn: WritingConnection, each: Live) -> None:
    """Store the meeting as it stands; the transaction must hold the forum."""
    values: dict[str, Any] = {name: getattr(each, name) for name in _FIELDS}
    place = {"forum": each.forum, "meeting": each.meeting}
    here = (live_meetings.c.forum == each.forum, live_meetings.c.meeting == each.meeting)
    if (await conn.execute(update(live_meetings).where(*here).values(**values))).rowcount == 0:
        await conn.execute(live_meetings.insert().values(**place, **values))
    note(conn, live_meetings, place | values)


def _live(row: Row[Any]) -> Live:
    return Live(forum=row.forum, meeting=row.meeting, **{name: getattr(row, name) for name in _FIELDS})
