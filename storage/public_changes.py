"""When what the public sees of a forum or of a meeting began and last changed: kept handy, since nothing else tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, String, Table, select

from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.engine.upsert import upsert

public_changes = Table(
    "public_changes",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),  # none ("") of the forum itself
    Column("says", String(64), nullable=False),  # the digest of what it says
    Column("at", UtcTime, nullable=False),
    Column("since", UtcTime),  # when it was first seen to say anything; None: before that was kept
)

Key = tuple[str, str]
"""The forum and the meeting."""


@dataclass(frozen=True, slots=True)
class Known:
    """What one was last seen to say, and from when on; `since` is when it was first seen, where that was kept."""

    says: str
    at: datetime
    since: datetime | None


async def known(conn: Connection) -> Mapping[Key, Known]:
    """What each was last seen to say."""
    rows = await conn.execute(select(public_changes))
    return {(row.forum, row.meeting): Known(row.says, row.at, row.since) for row in rows}


async def put(conn: WritingConnection, said: Mapping[Key, str], at: datetime) -> None:
    """Keep what these say from then on."""
    for (forum, meeting), says in said.items():
        row = {"forum": forum, "meeting": meeting, "says": says, "at": at, "since": at}
        await conn.execute(upsert(public_changes, "says", "at").values(**row))
