"""Which copies of an agenda were sent to which body; a row is added, never changed."""

from sqlalchemy import Column, ForeignKeyConstraint, Integer, Table, select

from bot.domain.approval.copies import SentCopy
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.ledger import note

agenda_copies = Table(
    "agenda_copies",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("body", ID, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["agendas.forum", "agendas.meeting"]),
)

_FIELDS = ("body", "version", "person", "at")


async def of_meeting(conn: Connection, forum: str, meeting: str) -> tuple[SentCopy, ...]:
    """Every copy of the meeting's agenda that was sent, oldest first."""
    here = (agenda_copies.c.forum == forum, agenda_copies.c.meeting == meeting)
    rows = await conn.execute(select(agenda_copies).where(*here).order_by(agenda_copies.c.number))
    return tuple(SentCopy(**{name: row._mapping[name] for name in _FIELDS}) for row in rows)


async def add(conn: WritingConnection, forum: str, meeting: str, number: int, copy: SentCopy) -> None:
    """Store what is the meeting's copy of that number; the transaction must hold the forum."""
    row = {"forum": forum, "meeting": meeting, "number": number}
    row |= {name: getattr(copy, name) for name in _FIELDS}
    await conn.execute(agenda_copies.insert().values(**row))
    note(conn, agenda_copies, row)
