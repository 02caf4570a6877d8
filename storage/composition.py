"""Who takes part, as far as people told it here: mandates, who speaks for the doctors at a meeting, and guests."""

from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Integer,
    Row,
    String,
    Table,
    bindparam,
    false,
    select,
    update,
)

from bot.domain.composition.state import GpAnswer, Guest, Mandate
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.proof.ledger import note

mandates = Table(
    "mandates",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("organisation", ID, primary_key=True),
    Column("confirmed", String(10), nullable=False),
    Column("said_by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False, default=False, server_default=false()),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
)

gp_answers = Table(
    "gp_answers",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("organisations", Plain, nullable=False),
    Column("said_by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)

guests = Table(
    "guests",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("role", String(200), nullable=False),
    Column("items", Plain, nullable=False),
    Column("said_by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False, default=False, server_default=false()),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)


def _gp_answer(row: Row[Any]) -> GpAnswer:
    return GpAnswer(organisations=tuple(row.organisations), said_by=row.said_by, at=row.at)


def _guest(row: Row[Any]) -> Guest:
    fields = {name: getattr(row, name) for name in ("number", "name", "role", "said_by", "at", "is_withdrawn")}
    return Guest(**fields, items=tuple(row.items))


def _of_meeting(table: Table) -> tuple[Any, ...]:
    return table.c.forum == bindparam("of_forum"), table.c.meeting == bindparam("of_meeting")


_ANSWER = Prepared(select(gp_answers).where(*_of_meeting(gp_answers)), make=_gp_answer)
_GUESTS = Prepared(select(guests).where(*_of_meeting(guests)).order_by(guests.c.number), make=_guest)


async def mandates_of(conn: Connection, forum: str) -> tuple[Mandate, ...]:
    """Everything that was confirmed in the forum, also what was withdrawn since."""
    found = await conn.execute(select(mandates).where(mandates.c.forum == forum).order_by(mandates.c.person))
    names = ("person", "organisation", "said_by", "at", "is_withdrawn")
    return tuple(
        Mandate(**{name: getattr(row, name) for name in names}, confirmed=date.fromisoformat(row.confirmed))
        for row in found
    )


async def put_mandate(conn: WritingConnection, forum: str, each: Mandate) -> None:
    """Store it, in place of what was known of the same person and organisation; the transaction must hold the forum."""
    place = {"forum": forum, "person": each.person, "organisation": each.organisation}
    values = {
        "confirmed": each.confirmed.isoformat(),
        "said_by": each.said_by,
        "at": each.at,
        "is_withdrawn": each.is_withdrawn,
    }
    here = [mandates.c[name] == value for name, value in place.items()]
    if (await conn.execute(update(mandates).where(*here).values(**values))).rowcount == 0:
        await conn.execute(mandates.insert().values(**place, **values))
    note(conn, mandates, place | values)


async def gp_answer(conn: Connection, forum: str, meeting: str) -> GpAnswer | None:
    """Which of the doctors' organisations comes to the meeting, as far as anybody has said."""
    found: GpAnswer | None = await _ANSWER.first(conn, of_forum=forum, of_meeting=meeting)
    return found


async def put_gp_answer(conn: WritingConnection, forum: str, meeting: str, each: GpAnswer) -> None:
    """Store it in place of the one before; the transaction must hold the forum."""
    place = {"forum": forum, "meeting": meeting}
    values: dict[str, Any] = {"organisations": list(each.organisations), "said_by": each.said_by, "at": each.at}
    here = (gp_answers.c.forum == forum, gp_answers.c.meeting == meeting)
    if (await conn.execute(update(gp_answers).where(*here).values(**values))).rowcount == 0:
        await conn.execute(gp_answers.insert().values(**place, **values))
    note(conn, gp_answers, place | values)


async def guests_of(conn: Connection, forum: str, meeting: str) -> tuple[Guest, ...]:
    """The meeting's guests in the order in which they were invited, also those who were taken back."""
    return tuple(await _GUESTS.all(conn, of_forum=forum, of_meeting=meeting))


async def put_guest(conn: WritingConnection, forum: str, meeting: str, each: Guest) -> None:
    """Store a guest who is new, or was known by that number; the transaction must hold the forum."""
    place = {"forum": forum, "meeting": meeting, "number": each.number}
    fields = {name: getattr(each, name) for name in ("name", "role", "said_by", "at", "is_withdrawn")}
    values = fields | {"items": list(each.items)}
    here = [guests.c[name] == value for name, value in place.items()]
    if (await conn.execute(update(guests).where(*here).values(**values))).rowcount == 0:
        await conn.execute(guests.insert().values(**place, **values))
    note(conn, guests, place | values)
