"""The ends of the log's chains, and what stands at a number of one: for whoever compares the log with what was seen."""

import asyncio
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import bindparam, select

from bot.domain.kernel.chains import Head
from storage.audit.log import Entry, audit, head
from storage.engine.connection import Connection
from storage.engine.prepared import Prepared

_AT_ONCE = 500  # numbers in one statement
_OF, _AFTER = audit.c.forum == bindparam("of"), audit.c.forum > bindparam("after")
_AT = Prepared(select(audit.c.hash).where(_OF, audit.c.seq == bindparam("number")))
_NEXT = Prepared(select(audit.c.forum).where(_AFTER).order_by(audit.c.forum).limit(1))


async def heads(conn: Connection) -> Mapping[str, Head]:
    """The last entry of each chain: two steps of the index a chain, however long it is."""
    found: dict[str, Head] = {}
    chain = ""
    while (row := await _NEXT.first(conn, after=chain)) is not None:
        chain = row.forum
        if (last := await head(conn, chain)) is not None:
            found[chain] = last
        await asyncio.sleep(0)  # a file answers at once, and others wait for this thread
    return found


async def hash_at(conn: Connection, chain: str, seq: int) -> str | None:
    """The hash of the chain's entry of that number, or None."""
    found = await _AT.first(conn, of=chain, number=seq)
    return None if found is None else str(found.hash)


async def hashes(conn: Connection, chain: str, numbers: Sequence[int]) -> Mapping[int, str]:
    """The hashes of those entries of the chain that are there, by number."""
    found: dict[int, str] = {}
    for begin in range(0, len(numbers), _AT_ONCE):
        some = numbers[begin : begin + _AT_ONCE]
        rows = await conn.execute(
            select(audit.c.seq, audit.c.hash).where(audit.c.forum == chain, audit.c.seq.in_(some))
        )
        found.update({row.seq: row.hash for row in rows})
    return found


async def latest(conn: Connection, chain: str, *kinds: str) -> Entry | None:
    """The chain's newest entry of one of those kinds, or None."""
    query = select(audit).where(audit.c.forum == chain, audit.c.what.in_(kinds))
    row = (await conn.execute(query.order_by(audit.c.seq.desc()).limit(1))).one_or_none()
    return None if row is None else Entry(**row._mapping)


async def numbered(conn: Connection, chains: Collection[str], seq: int) -> list[Entry]:
    """The entry of that number in each of those chains that has one: a step of the index a chain."""
    query = select(audit).where(audit.c.forum.in_(sorted(chains)), audit.c.seq == seq).order_by(audit.c.forum)
    return [Entry(**row._mapping) for row in await conn.execute(query)]


async def with_hash(conn: Connection, begins: str) -> list[Entry]:
    """The entries whose stored hash begins with those hexadecimal digits."""
    query = select(audit).where(audit.c.hash.startswith(begins)).order_by(audit.c.forum, audit.c.seq)
    return [Entry(**row._mapping) for row in await conn.execute(query)]
