"""The log itself: append-only, each entry's hash covering the one before it, a chain a forum and one of our own.

Each entry carries the digests of the rows that were written with it (storage/proof). What people wrote can be erased
without a break: the chain covers a salted digest of each text, the text itself stands beside it (storage/salted.py).
"""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import Column, Integer, String, Table, bindparam, func, select

from bot.domain.kernel.chains import Head
from storage.engine.connection import Connection, WritingConnection
from storage.engine.elapsed import elapsed
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.proof.ledger import ledger
from storage.salted import Salted, by_name, digest, salted

audit = Table(
    "audit",
    metadata,
    Column("forum", ID, primary_key=True),  # or the installation: bot/domain/kernel/chains.py
    Column("seq", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("actor", ID),  # None: the clock, or the command line
    Column("what", String(60), nullable=False),
    Column("facts", Plain, nullable=False),  # with the digest of each text under "texts", of each row under "rows"
    Column("texts", Plain(none_as_null=True)),  # name → salt and text; None where there is none, or none any more
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

ROWS, TEXTS = "rows", "texts"
"""Among an entry's facts: by table and key, the digest of each row it vouches for; by name, that of each text."""

REST = "proof.rest"
"""What an entry is called that vouches for rows which no other entry of their transaction does."""

FIRST = "0" * 64
"""What the first entry of a chain follows upon."""

_AS_TEXT = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_NON_STR_KEYS
_PAGE = 500
_OF_CHAIN = audit.c.forum == bindparam("of")
_HEAD = select(audit.c.seq, audit.c.hash)
_LAST = Prepared(_HEAD.where(_OF_CHAIN).order_by(audit.c.seq.desc()).limit(1))
_ENTER = Prepared(audit.insert(), *audit.c.keys())
_NEXT = Prepared(
    select(audit).where(_OF_CHAIN, audit.c.seq > bindparam("after", type_=Integer)).order_by(audit.c.seq).limit(_PAGE)
)
_AT = Prepared(select(audit).where(_OF_CHAIN, audit.c.seq == bindparam("number", type_=Integer)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it is stored."""

    forum: str
    seq: int
    at: datetime
    actor: str | None
    what: str
    facts: Mapping[str, Any]
    texts: Mapping[str, Salted] | None
    previous: str
    hash: str

    @property
    def words(self) -> Mapping[str, str]:
        """What people wrote, by its name, as far as it is still there."""
        return {name: kept["text"] for name, kept in by_name(self.texts).items()}

    @property
    def told(self) -> Mapping[str, Any]:
        """The facts that are told of it, without any digest."""
        return {name: fact for name, fact in self.facts.items() if name not in (ROWS, TEXTS)}


async def append(
    conn: WritingConnection,
    chain: str,
    *,
    at: datetime,
    actor: str | None,
    what: str,
    facts: Mapping[str, Any],
    texts: Mapping[str, str] | None = None,
) -> Entry:
    """Add an entry to a chain, with what was written of the forum of that name; the transaction must hold it.

    `texts` are what people wrote, and nothing of them stands in `facts`.
    """
    last = await head(conn, chain)
    seq, previous = (1, FIRST) if last is None else (last.seq + 1, last.hash)
    kept = {name: salted(text) for name, text in (texts or {}).items()}
    digests = {TEXTS: {name: digest(each) for name, each in kept.items()}} if kept else {}
    rows = ledger(conn).taken(chain)
    plain = orjson.loads(orjson.dumps({**facts, **digests, **({ROWS: rows} if rows else {})}, str, _AS_TEXT))
    entry = {"forum": chain, "seq": seq, "at": at, "actor": actor, "what": what, "facts": plain, "previous": previous}
    whole = Entry(**entry, texts=kept or None, hash=hash_of(entry))
    await _ENTER.run(conn, **entry, texts=whole.texts, hash=whole.hash)
    return whole


async def append_rest(conn: WritingConnection) -> None:
    """Vouch for what was written since the last entry, if anything was, before the transaction is committed."""
    for forum in ledger(conn).left():
        await append(conn, forum, at=elapsed(conn), actor=None, what=REST, facts={})


async def head(conn: Connection, chain: str) -> Head | None:
    """The newest entry of the chain, or None."""
    found = await _LAST.first(conn, of=chain)
    return None if found is None else Head(found.seq, found.hash)


async def at(conn: Connection, chain: str, seq: int) -> Entry | None:
    """The chain's entry of that number, or None."""
    row = await _AT.first(conn, of=chain, number=seq)
    return None if row is None else Entry(**row._asdict())


async def entries(conn: Connection, chain: str | None = None, *, after: int = 0) -> AsyncIterator[Entry]:
    """Every entry (of one chain, after a number), chain by chain, oldest first."""
    for each in [chain] if chain is not None else await chains(conn):
        seq = after
        while page := [Entry(**row._asdict()) for row in await _NEXT.all(conn, of=each, after=seq)]:
            for entry in page:
                yield entry
            seq = page[-1].seq


async def chains(conn: Connection) -> tuple[str, ...]:
    """What each chain is called, in order."""
    return tuple(await conn.scalars(select(audit.c.forum).distinct().order_by(audit.c.forum)))


async def total(conn: Connection) -> int:
    """How many entries there are."""
    return await conn.scalar(select(func.count()).select_from(audit)) or 0


def hash_of(fields: Mapping[str, Any]) -> str:
    """The hash of an entry of these fields: everything but its texts and the hash itself.

    What is no plain value was put there by somebody else, and so has another hash than the entry bears.
    """
    signed = dict(fields) | {"at": fields["at"].astimezone(UTC).isoformat(timespec="microseconds")}
    return hashlib.sha256(json.dumps(signed, sort_keys=True, ensure_ascii=False, default=repr).encode()).hexdigest()
