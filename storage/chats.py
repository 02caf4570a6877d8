"""Personal conversations the bot may write in, by the account they belong to."""

from collections.abc import Collection

from sqlalchemy import Column, String, Table, bindparam, select

from bot.domain.kernel.conversation import Conversation
from bot.domain.kernel.people import Identity
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import metadata
from storage.engine.types import Frozen
from storage.engine.upsert import upsert

chats = Table(
    "chats",
    metadata,
    Column("tenant", String(36), primary_key=True),
    Column("object_id", String(36), primary_key=True),
    Column("conversation", Frozen(Conversation), nullable=False),
)


_OF = Prepared(
    select(chats.c.conversation).where(
        chats.c.tenant == bindparam("of_tenant"), chats.c.object_id == bindparam("of_object_id")
    )
)


async def get(conn: Connection, account: Identity) -> Conversation | None:
    """The personal conversation with that account, or None while it has none."""
    found = await _OF.first(conn, of_tenant=account.tenant, of_object_id=account.object_id)
    return None if found is None else found.conversation


async def of_object_ids(conn: Connection, among: Collection[str]) -> tuple[tuple[Identity, Conversation], ...]:
    """Every account with one of these object ids that has a personal conversation."""
    query = select(chats).where(chats.c.object_id.in_(among)).order_by(chats.c.object_id, chats.c.tenant)
    return tuple((Identity(row.tenant, row.object_id), row.conversation) for row in await conn.execute(query))


async def put(conn: WritingConnection, account: Identity, conversation: Conversation) -> None:
    """Remember where that account can be written to."""
    values = {"tenant": account.tenant, "object_id": account.object_id, "conversation": conversation}
    await conn.execute(upsert(chats, "conversation").values(**values))
