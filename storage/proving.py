"""The whole proof: from when on the log vouches for what stands, and whether everything still stands as it says."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select

from storage import audit
from storage.audit import Break, Difference, Entry, Vouched
from storage.database import Database
from storage.engine.connection import Connection
from storage.forum import begin_stamp, unstamped
from storage.proof.tables import forum_of, proving
from storage.schema import metadata

Fault = Break | Difference
"""What is not as the log says: an entry of the log itself, or a row."""

Progress = Callable[[int], None]
"""Is told how many entries were read, again and again."""


async def begin(database: Database, *, at: datetime) -> None:
    """Vouch for what stands of each forum that an earlier version left; once, whoever else begins meanwhile."""
    async with database.reading() as conn:
        left = await unstamped(conn)
    for forum in left:
        async with database.writing(forum, wakes=False) as conn:
            if not await audit.is_begun(conn, forum) and await begin_stamp(conn, forum):
                await audit.vouch_for_all(conn, forum, proving(metadata), at=at)


async def first_fault(conn: Connection, heard: Progress = lambda _number: None) -> Fault | None:
    """The first thing that is not as the log says, or None; to be asked in `Database.snapshot`.

    Forum by forum: its chain, then its rows, so that no more than one forum's digests are in memory.
    """
    tables, number = proving(metadata), 0
    for forum in await _forums(conn):
        vouched = Vouched()

        def hear(entry: Entry, vouched: Vouched = vouched) -> bool:
            nonlocal number
            number += 1
            heard(number)
            return vouched.hear(entry)

        if (broken := await audit.broken_in(conn, forum, hear)) is not None:
            return broken
        if (differs := await audit.first_difference(conn, forum, tables, vouched)) is not None:
            return differs
    return None


async def _forums(conn: Connection) -> list[str]:
    """Every name that a chain or a row bears, so that none is overlooked whose chain or whose forum is gone."""
    found = set(await audit.chains(conn))
    for table in proving(metadata):
        found |= set(await conn.scalars(select(forum_of(table)).distinct()))
    return sorted(found, key=repr)  # a file takes a name that is no text, which is told like any other
