"""Texts of the log can be erased: they are emptied where they stand, and a later entry says so."""

from datetime import datetime

from sqlalchemy import select, update

from storage.audit.log import Entry, append, audit
from storage.engine.connection import Connection, WritingConnection
from storage.salted import by_name

ERASED = "audit.erased"
"""What an entry is called that says which texts of an earlier one were erased, on what ground and by whom."""


async def erase(conn: WritingConnection, entry: Entry, *, at: datetime, by: str, ground: str) -> None:
    """Empty the entry's texts and say so in the chain; the transaction must hold the forum."""
    names = sorted(by_name(entry.texts))
    facts = {"seq": entry.seq, "what": entry.what, "names": names, "ground": ground, "by": by}
    await append(conn, entry.forum, at=at, actor=None, what=ERASED, facts=facts)
    that = (audit.c.forum == entry.forum) & (audit.c.seq == entry.seq)
    await conn.execute(update(audit).where(that).values(texts=None))


async def erasures(conn: Connection) -> list[Entry]:
    """Every entry that says that texts were erased, chain by chain, oldest first."""
    query = select(audit).where(audit.c.what == ERASED).order_by(audit.c.forum, audit.c.seq)
    return [Entry(**row._mapping) for row in await conn.execute(query)]
