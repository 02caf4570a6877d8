"""Which version of a sent agenda somebody was last shown: kept handy for what is new to them, and proof of nothing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, Table, bindparam, select, update

from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime

agenda_readings = Table(
    "agenda_readings",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """That the person was shown that version."""

    forum: str
    meeting: str
    person: str
    version: int
    at: datetime


def _reading(row: Any) -> Reading:
    return Reading(forum=row.forum, meeting=row.meeting, person=row.person, version=row.version, at=row.at)


_LAST = Prepared(
    select(agenda_readings).where(
        agenda_readings.c.forum == bindparam("of_forum"),
        agenda_readings.c.meeting == bindparam("of_meeting"),
        agenda_readings.c.person == bindparam("of_person"),
    ),
    make=_reading,
)


async def last(conn: Connection, forum: str, meeting: str, person: str) -> Reading | None:
    """What the person was last shown of the meeting's agenda, or None."""
    found: Reading | None = await _LAST.first(conn, of_forum=forum, of_meeting=meeting, of_person=person)
    return found


async def put(conn: WritingConnection, each: Reading) -> None:
    """Keep it in place of what they were shown before; the transaction must hold the forum."""
    key = {name: getattr(each, name) for name in ("forum", "meeting", "person")}
    values = {"version": each.version, "at": each.at}
    where = (agenda_readings.c[name] == value for name, value in key.items())
    changed = await conn.execute(update(agenda_readings).where(*where).values(**values))
    if changed.rowcount == 0:
        await conn.execute(agenda_readings.insert().values(**key, **values))
