"""Who is away from which meeting, or when; one that is taken back is kept, and read no more."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    false,
    func,
    or_,
    select,
)

from bot.domain.kernel.absence import Absence
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.ledger import note, note_stored

absences = Table(
    "absences",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("person", ID, nullable=False),
    Column("meeting", ID),
    Column("since", String(10)),  # days as ISO 8601 writes them, of a period
    Column("until", String(10)),
    Column("substitute", ID),
    Column("outsider", Text, nullable=False, server_default=""),
    Column("mandate", Boolean, nullable=False, default=False, server_default=false()),
    Column("told_by", ID, nullable=False),
    Column("told_at", UtcTime, nullable=False),
    Column("taken_back_at", UtcTime),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)

_STANDING = Prepared(
    select(absences)
    .where(absences.c.forum == bindparam("of_forum"), absences.c.taken_back_at.is_(None))
    .order_by(absences.c.number)
)
_PLAIN = ("number", "person", "meeting", "substitute", "outsider", "mandate")


async def of(conn: Connection, forum: str) -> tuple[Absence, ...]:
    """The forum's absences that stand, in the order in which they were told."""
    return tuple(map(_absence, await _STANDING.all(conn, of_forum=forum)))


async def standing_at(conn: Connection, forum: str, moment: datetime) -> tuple[Absence, ...]:
    """Those that stood at that moment, as they were told."""
    query = select(absences).where(
        absences.c.forum == forum,
        absences.c.told_at <= moment,
        or_(absences.c.taken_back_at.is_(None), absences.c.taken_back_at > moment),
    )
    return tuple(_absence(row) for row in await conn.execute(query.order_by(absences.c.number)))


async def next_number(conn: Connection, forum: str) -> int:
    """The number of the next one to be told; the transaction must hold the forum."""
    last = await conn.scalar(select(func.max(absences.c.number)).where(absences.c.forum == forum))
    return 1 + (last or 0)


async def put(
    conn: WritingConnection, forum: str, each: Absence, *, by: str, at: datetime, is_taken_back: bool = False
) -> None:
    """Store the absence as it stands by now, and who told of it; the transaction must hold the forum."""
    here = (absences.c.forum == forum) & (absences.c.number == each.number)
    if is_taken_back:
        await conn.execute(absences.update().where(here).values(taken_back_at=at))
        await note_stored(conn, absences, forum, absences.c.number == each.number)
        return
    values = {name: getattr(each, name) for name in _PLAIN} | {
        "forum": forum,
        "since": _written(each.since),
        "until": _written(each.until),
        "told_by": by,
        "told_at": at,
        "taken_back_at": None,
    }
    if (await conn.execute(absences.update().where(here).values(**values))).rowcount == 0:
        await conn.execute(absences.insert().values(**values))
    note(conn, absences, values)


def _absence(row: Row[Any]) -> Absence:
    plain: Mapping[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    return Absence(**plain, since=_read(row.since), until=_read(row.until))


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
