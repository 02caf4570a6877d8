"""Forums that were handed over to another one: to which, when, and what became of everything that was open."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Index, Row, String, Table, Text, bindparam, select

from bot.domain.forum.succession import Succession
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import Handed
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen
from storage.proof.ledger import note_stored

successions = Table(
    "successions",
    metadata,
    Column("forum", ID, primary_key=True),  # the one that ended: a forum is handed over once
    Column("heir", ID, primary_key=True),
    Column("until", String(10), nullable=False),
    Column("day", String(10), nullable=False),
    Column("reason", Text, nullable=False),
    Column("handed", Frozen(tuple[Handed, ...]), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    ForeignKeyConstraint(["heir"], ["forums.id"], name="fk_successions_heirs"),
    Index("ix_successions_heir", "heir"),
)


_OF = Prepared(select(successions).where(successions.c.forum == bindparam("of_forum")))
_CAME = Prepared(
    select(successions.c.forum)
    .where(successions.c.heir == bindparam("of_heir"))
    .order_by(successions.c.day, successions.c.forum)
)


async def of(conn: Connection, forum: str) -> Succession | None:
    """To which that forum was handed over, or None."""
    row = await _OF.first(conn, of_forum=forum)
    return None if row is None else _succession(row)


async def into(conn: Connection, heir: str) -> tuple[Succession, ...]:
    """Every forum that was handed over to that one, in the order in which they were."""
    query = select(successions).where(successions.c.heir == heir)
    rows = await conn.execute(query.order_by(successions.c.day, successions.c.forum))
    return tuple(map(_succession, rows))


async def laid_over(conn: Connection, forum: Forum) -> Forum:
    """The forum with what it was handed over to, whatever its file says, and what was handed over to it."""
    came = tuple(row.forum for row in await _CAME.all(conn, of_heir=forum.id))
    ended = await of(conn, forum.id)
    if ended is None:
        return replace(forum, continues=came)
    return replace(forum, continues=came, valid_until=ended.until, succeeded_by=ended.heir, handed_over=ended.day)


async def put(conn: WritingConnection, each: Succession) -> None:
    """Store it; the transaction must hold the forum that ended."""
    plain = {name: getattr(each, name) for name in ("forum", "heir", "reason", "handed")}
    days = {"until": each.until.isoformat(), "day": each.day.isoformat()}
    await conn.execute(successions.insert().values(**plain, **days))
    await note_stored(conn, successions, each.forum)


def _succession(row: Row[Any]) -> Succession:
    plain = {name: getattr(row, name) for name in ("forum", "heir", "reason", "handed")}
    return Succession(**plain, until=date.fromisoformat(row.until), day=date.fromisoformat(row.day))
