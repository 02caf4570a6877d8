"""The audit log: append-only, each entry's hash covering the one before it, one chain a forum."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    bindparam,
    func,
    select,
)

from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime

audit = Table(
    "audit",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("actor", ID),  # None: the clock, or the command line
    Column("what", String(60), nullable=False),
    Column("facts", Plain, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
)


_FIRST = "0" * 64
_PAGE = 500
_OF_FORUM = select(audit.c.seq, audit.c.hash).where(audit.c.forum == bindparam("of"))
_LAST = Prepared(_OF_FORUM.order_by(audit.c.seq.desc()).limit(1))
_ENTER = Prepared(audit.insert(), *audit.c.keys())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it is stored."""

    forum: str
    seq: int
    at: datetime
    actor: str | None
    what: str
    facts: Mapping[str, Any]
    previous: str
    hash: str


async def append(
    conn: WritingConnection, forum: str, *, at: datetime, actor: str | None, what: str, facts: Mapping[str, Any]
) -> None:
    """Add an entry to the forum's chain; the transaction must hold the forum (`Database.writing(forum)`)."""
    last = await _LAST.first(conn, of=forum)
    seq, previous = (1, _FIRST) if last is None else (last.seq + 1, last.hash)
    plain = json.loads(json.dumps(facts, default=str))
    entry = {"forum": forum, "seq": seq, "at": at, "actor": actor, "what": what, "facts": plain, "previous": previous}
    await _ENTER.run(conn, **entry, hash=_digest(entry))


async def entries(conn: Connection, forum: str | None = None, *, after: int = 0) -> AsyncIterator[Entry]:
    """Every entry (of one forum, after a number), forum by forum, oldest first."""
    for each in [forum] if forum is not None else await _forums(conn):
        seq = after
        while page := await _page(conn, each, seq):
            for entry in page:
                yield entry
            seq = page[-1].seq


async def _forums(conn: Connection) -> list[str]:
    return list(await conn.scalars(select(audit.c.forum).distinct().order_by(audit.c.forum)))


async def _page(conn: Connection, forum: str, after: int) -> list[Entry]:
    query = select(audit).where(audit.c.forum == forum, audit.c.seq > after).order_by(audit.c.seq).limit(_PAGE)
    return [Entry(**row._mapping) for row in await conn.execute(query)]


async def total(conn: Connection) -> int:
    """How many entries there are."""
    return await conn.scalar(select(func.count()).select_from(audit)) or 0


async def first_break(conn: Connection) -> Entry | None:
    """The first entry that does not follow from the one before it, or None where every chain is whole."""
    forum, seq, previous = None, 0, _FIRST
    async for entry in entries(conn):
        if entry.forum != forum:
            forum, seq, previous = entry.forum, 0, _FIRST
        if entry.seq != seq + 1 or entry.previous != previous or entry.hash != _digest(_signed(entry)):
            return entry
        seq, previous = entry.seq, entry.hash
    return None


def _signed(entry: Entry) -> dict[str, Any]:
    fields = ("forum", "seq", "at", "actor", "what", "facts", "previous")
    return {name: getattr(entry, name) for name in fields}


def _digest(entry: Mapping[str, Any]) -> str:
    fields = dict(entry) | {"at": entry["at"].astimezone(UTC).isoformat(timespec="microseconds")}
    return hashlib.sha256(json.dumps(fields, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
