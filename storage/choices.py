"""What was decided in Teams of what a forum may choose: who decided it and when, and who registered that."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import Boolean, Column, ForeignKeyConstraint, String, Table, Text, bindparam, select, update

from bot.domain.kernel.forum import Choice
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.proof.ledger import note, note_stored

choices = Table(
    "choices",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("choice", String(150), primary_key=True),  # a key, behind a slash with the organisation whose own it is
    Column("value", Plain, nullable=False),  # {"value": …}: a bare number is none of JSON to SQLite
    Column("decided_by", Text, nullable=False),
    Column("decided_on", String(10), nullable=False),
    Column("registered_by", ID, nullable=False),
    Column("registered_at", UtcTime, nullable=False),
    Column("is_in_force", Boolean, nullable=False),  # not where the forum's file was given way to since
    ForeignKeyConstraint(["forum"], ["forums.id"]),
)


_IN_FORCE = Prepared(
    select(choices).where(choices.c.forum == bindparam("of_forum"), choices.c.is_in_force).order_by(choices.c.choice)
)


async def in_force(conn: Connection, forum: str) -> Mapping[str, Choice]:
    """Every choice that was made in Teams and holds, by key."""
    rows = await _IN_FORCE.all(conn, of_forum=forum)
    return {row.choice: Choice(row.value["value"], row.decided_by, date.fromisoformat(row.decided_on)) for row in rows}


async def put(conn: WritingConnection, forum: str, key: str, choice: Choice, *, by: str, at: datetime) -> None:
    """Store the choice, registered by that person; the transaction must hold the forum."""
    here = {"forum": forum, "choice": key}
    values = {
        "value": {"value": choice.value},
        "decided_by": choice.chosen_by,
        "decided_on": choice.on.isoformat(),
        "registered_by": by,
        "registered_at": at,
        "is_in_force": True,
    }
    at_key = (choices.c.forum == forum) & (choices.c.choice == key)
    if (await conn.execute(update(choices).where(at_key).values(**values))).rowcount == 0:
        await conn.execute(choices.insert().values(**here, **values))
    note(conn, choices, here | values)


async def give_way(conn: WritingConnection, forum: str, keys: Collection[str]) -> None:
    """Let these hold no more; the transaction must hold the forum."""
    if not keys:
        return
    those = (choices.c.forum == forum) & choices.c.choice.in_(keys)
    await conn.execute(update(choices).where(those).values(is_in_force=False))
    await note_stored(conn, choices, forum, choices.c.choice.in_(keys))
