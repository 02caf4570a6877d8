"""Addresses of pages that were used: a digest of each one's nonce, so that it opens once; kept for a day."""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Column, String, Table, bindparam, select

from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import metadata
from storage.engine.types import UtcTime
from storage.engine.upsert import insert_once

visits = Table(
    "visits",
    metadata,
    Column("nonce", String(64), primary_key=True),
    Column("at", UtcTime, nullable=False),
)

KEPT = timedelta(hours=24)
_FOUND = Prepared(select(visits.c.at).where(visits.c.nonce == bindparam("digest")))
_USED = Prepared(insert_once(visits), "nonce", "at")


async def is_used(conn: Connection, nonce: str) -> bool:
    """Whether that address was used already."""
    return await _FOUND.first(conn, digest=_digest(nonce)) is not None


async def use(conn: WritingConnection, nonce: str, *, at: datetime) -> bool:
    """Use the address; False for all but the first who does."""
    return await _USED.run(conn, nonce=_digest(nonce), at=at) == 1


async def forget(conn: WritingConnection, *, now: datetime) -> None:
    """Drop what is older than it is kept: an address holds for minutes."""
    await conn.execute(visits.delete().where(visits.c.at < now - KEPT))


def _digest(nonce: str) -> str:
    return sha256(nonce.encode()).hexdigest()
