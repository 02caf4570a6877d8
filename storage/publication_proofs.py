"""Where documents were said to stand for the public, numbered per forum, and whether that address was last alive."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    func,
    select,
)

from bot.domain.publication.state import Paper, Proof
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.engine.upsert import upsert
from storage.proof.ledger import note

proofs = Table(
    "publication_proofs",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("meeting", ID, nullable=False),
    Column("paper", String(20), nullable=False),
    Column("extent", Integer, nullable=False),
    Column("link", Text, nullable=False),
    Column("by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
    Index("ix_publication_proofs_meeting", "forum", "meeting"),
)

checks = Table(
    "link_checks",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("number", Integer, primary_key=True),  # of the newest proof of its document alone
    Column("due_at", UtcTime, nullable=False),
    Column("failures", Integer, nullable=False),  # in a row
    Column("dead_since", UtcTime),
    Index("ix_link_checks_due_at", "due_at"),
)

_FIELDS = tuple(column.name for column in proofs.c if column.name != "paper")
_AND_CHECK = proofs.outerjoin(checks, (checks.c.forum == proofs.c.forum) & (checks.c.number == proofs.c.number))


async def add(conn: WritingConnection, new: Proof) -> Proof:
    """Store it under the forum's next number, its address to be looked at; the transaction must hold the forum."""
    last = await conn.scalar(select(func.max(proofs.c.number)).where(proofs.c.forum == new.forum))
    earlier = [each for each in await of_meeting(conn, new.forum, new.meeting) if each.paper is new.paper]
    numbered = replace(new, number=(last or 0) + 1)
    values = {name: getattr(numbered, name) for name in _FIELDS} | {"paper": numbered.paper.value}
    await conn.execute(proofs.insert().values(**values))
    note(conn, proofs, values)
    for each in earlier:  # nobody looks at what no longer counts
        await conn.execute(checks.delete().where(checks.c.forum == each.forum, checks.c.number == each.number))
    await put_check(conn, new.forum, numbered.number, due_at=new.at, failures=0, dead_since=None)
    return numbered


async def of_meeting(conn: Connection, forum: str, meeting: str) -> tuple[Proof, ...]:
    """Every one of that meeting's documents, oldest first."""
    return await _those(conn, _all().where(proofs.c.forum == forum, proofs.c.meeting == meeting))


async def of_forum(conn: Connection, forum: str) -> tuple[Proof, ...]:
    """Every one of the forum, oldest first."""
    return await _those(conn, _all().where(proofs.c.forum == forum))


async def get(conn: Connection, forum: str, number: int) -> Proof | None:
    """The forum's proof of that number."""
    return next(iter(await _those(conn, _all().where(proofs.c.forum == forum, proofs.c.number == number))), None)


async def to_look_at(conn: Connection, now: datetime, *, most: int) -> tuple[tuple[Proof, int], ...]:
    """Those whose address is to be looked at by then, each with how often in a row it failed; the longest due first."""
    due = select(*_columns(), checks.c.failures).select_from(_AND_CHECK).where(checks.c.due_at <= now)
    rows = await conn.execute(due.order_by(checks.c.due_at, proofs.c.forum, proofs.c.number).limit(most))
    return tuple((_proof(row), row.failures) for row in rows)


async def put_check(
    conn: WritingConnection, forum: str, number: int, *, due_at: datetime, failures: int, dead_since: datetime | None
) -> None:
    """Note how its address was found, and when it is to be looked at again."""
    row = {"forum": forum, "number": number, "due_at": due_at, "failures": failures, "dead_since": dead_since}
    await conn.execute(upsert(checks, "due_at", "failures", "dead_since").values(**row))


async def is_looked_at(conn: Connection, forum: str, number: int) -> bool:
    """Whether that proof is still the one that counts."""
    found = select(checks.c.number).where(checks.c.forum == forum, checks.c.number == number)
    return await conn.scalar(found) is not None


def _columns() -> list[Column[Any]]:
    return [*proofs.c, checks.c.dead_since]


def _all() -> Select[Any]:
    return select(*_columns()).select_from(_AND_CHECK)


async def _those(conn: Connection, query: Select[Any]) -> tuple[Proof, ...]:
    rows = await conn.execute(query.order_by(proofs.c.forum, proofs.c.number))
    return tuple(map(_proof, rows))


def _proof(row: Any) -> Proof:
    return Proof(**{name: getattr(row, name) for name in _FIELDS}, paper=Paper(row.paper), dead_since=row.dead_since)
