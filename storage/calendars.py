"""How often each account took the address of its own calendar out of use; who never did has no row.

What counts is an account's sum over every forum, so that it has one address, wherever it asked for it.
"""

from datetime import datetime

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, String, Table, func, select, update

from bot.domain.kernel.people import Identity
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.ledger import note_stored

calendar_addresses = Table(
    "calendar_addresses",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("account", String(80), primary_key=True),
    Column("renewed", Integer, nullable=False),
    Column("renewed_at", UtcTime, nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    Index("ix_calendar_addresses_account", "account"),
)


async def renewals(conn: Connection, account: Identity) -> int:
    """How often that account renewed its address; the number of the one that holds."""
    query = select(func.sum(calendar_addresses.c.renewed)).where(calendar_addresses.c.account == account.written)
    return int(await conn.scalar(query) or 0)


async def renew(conn: WritingConnection, forum: str, account: Identity, *, at: datetime) -> None:
    """Once more, from that forum; the transaction must hold it."""
    here = (calendar_addresses.c.forum == forum) & (calendar_addresses.c.account == account.written)
    again = {"renewed": calendar_addresses.c.renewed + 1, "renewed_at": at}
    if (await conn.execute(update(calendar_addresses).where(here).values(**again))).rowcount == 0:
        first = {"forum": forum, "account": account.written, "renewed": 1, "renewed_at": at}
        await conn.execute(calendar_addresses.insert().values(**first))
    await note_stored(conn, calendar_addresses, forum, here)
