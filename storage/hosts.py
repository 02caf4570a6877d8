"""Which host confirmed which meeting, for which day: the word of who spoke for it, in place of any said before."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Column, ForeignKeyConstraint, Row, String, Table, bindparam, select, update

from bot.domain.year.state import Confirmation
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.ledger import note

host_confirmations = Table(
    "host_confirmations",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("host", ID, nullable=False),
    Column("day", String(10), nullable=False),  # ISO 8601, on which the meeting was to be held then
    Column("said_by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)


_OF_FORUM = Prepared(select(host_confirmations).where(host_confirmations.c.forum == bindparam("of_forum")))


async def of(conn: Connection, forum: str) -> Mapping[str, Confirmation]:
    """By meeting: what was last confirmed, also of a host or a day that is another by now."""
    return {row.meeting: _confirmation(row) for row in await _OF_FORUM.all(conn, of_forum=forum)}


async def put(conn: WritingConnection, forum: str, each: Confirmation) -> None:
    """Store it in place of what was said before; the transaction must hold the forum."""
    values = {"host": each.host, "day": each.day.isoformat(), "said_by": each.said_by, "at": each.at}
    place = {"forum": forum, "meeting": each.meeting}
    those = (host_confirmations.c.forum == forum, host_confirmations.c.meeting == each.meeting)
    if (await conn.execute(update(host_confirmations).where(*those).values(**values))).rowcount == 0:
        await conn.execute(host_confirmations.insert().values(**place, **values))
    note(conn, host_confirmations, place | values)


def _confirmation(row: Row[tuple[object, ...]]) -> Confirmation:
    fields = {name: getattr(row, name) for name in ("meeting", "host", "said_by", "at")}
    return Confirmation(**fields, day=date.fromisoformat(row.day))
