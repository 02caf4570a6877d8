"""Supplements to agendas that were sent, each kept whole: it is only read as such."""

from sqlalchemy import Column, ForeignKeyConstraint, Integer, Table, bindparam, select, update

from bot.domain.supplements.state import Supplement
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen
from storage.proof.ledger import note

supplements = Table(
    "supplements",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("whole", Frozen(Supplement), nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["agendas.forum", "agendas.meeting"]),
)

_OF_MEETING = Prepared(
    select(supplements.c.whole)
    .where(supplements.c.forum == bindparam("of_forum"), supplements.c.meeting == bindparam("of_meeting"))
    .order_by(supplements.c.number),
    make=lambda row: row.whole,
)


async def of_meeting(conn: Connection, forum: str, meeting: str) -> tuple[Supplement, ...]:
    """The meeting's supplements, the one in preparation last."""
    return tuple(await _OF_MEETING.all(conn, of_forum=forum, of_meeting=meeting))


async def put(conn: WritingConnection, each: Supplement) -> None:
    """Store the supplement as it is; the transaction must hold the forum."""
    key = {"forum": each.forum, "meeting": each.meeting, "number": each.number}
    where = (supplements.c[name] == value for name, value in key.items())
    changed = await conn.execute(update(supplements).where(*where).values(whole=each))
    if changed.rowcount == 0:
        await conn.execute(supplements.insert().values(**key, whole=each))
    note(conn, supplements, {**key, "whole": each})
