"""What organisations answered about clearing an agenda themselves; an answer is added, never changed."""

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKeyConstraint, Integer, Row, String, Table, Text, bindparam, select

from bot.domain.approval.clearance import Clearance, Clearing
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.ledger import note

clearances = Table(
    "clearances",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("organisation", ID, nullable=False),
    Column("clearing", String(30)),  # none where the organisation was asked anew
    Column("words", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", ID),
    Column("is_on_behalf", Boolean, nullable=False),
    Column("account", String(80)),  # tenant/object id
    ForeignKeyConstraint(["forum", "meeting"], ["agendas.forum", "agendas.meeting"]),
)

_FIELDS = ("organisation", "clearing", "words", "version", "at", "person", "is_on_behalf", "account")


def _clearance(row: Row[Any]) -> Clearance:
    fields = {name: getattr(row, name) for name in _FIELDS}
    return Clearance(**fields | {"clearing": None if row.clearing is None else Clearing(row.clearing)})


_ADD = Prepared(clearances.insert(), "forum", "meeting", "number", *_FIELDS)
_OF_MEETING = Prepared(
    select(*(clearances.c[name] for name in _FIELDS))
    .where(clearances.c.forum == bindparam("of_forum"), clearances.c.meeting == bindparam("of_meeting"))
    .order_by(clearances.c.number),
    make=_clearance,
)


async def of_meeting(conn: Connection, forum: str, meeting: str) -> tuple[Clearance, ...]:
    """Everything that was answered about the meeting's agenda, oldest first."""
    return tuple(await _OF_MEETING.all(conn, of_forum=forum, of_meeting=meeting))


async def add(conn: WritingConnection, forum: str, meeting: str, number: int, each: Clearance) -> None:
    """Store what is the meeting's answer of that number; the transaction must hold the forum."""
    fields = {name: getattr(each, name) for name in _FIELDS}
    clearing = None if each.clearing is None else each.clearing.value
    row = {"forum": forum, "meeting": meeting, "number": number, **fields, "clearing": clearing}
    await _ADD.run(conn, **row)
    note(conn, clearances, row)
