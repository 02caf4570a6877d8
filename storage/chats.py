"""Personal conversations the bot may write in, by the account they belong to."""

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.conversation import Conversation
from bot.domain.people import Identity
from storage.prepared import Prepared
from storage.tables import chats

_OF = Prepared(
    select(chats.c.conversation).where(
        chats.c.tenant == bindparam("of_tenant"), chats.c.object_id == bindparam("of_object_id")
    )
)


async def get(conn: AsyncConnection, account: Identity) -> Conversation | None:
    """The personal conversation with that account, or None while it has none."""
    found = await _OF.first(conn, of_tenant=account.tenant, of_object_id=account.object_id)
    return None if found is None else found.conversation


async def put(conn: AsyncConnection, account: Identity, conversation: Conversation) -> None:
    """Remember where that account can be written to."""
    here = (chats.c.tenant == account.tenant) & (chats.c.object_id == account.object_id)
    if (await conn.execute(update(chats).where(here).values(conversation=conversation))).rowcount == 0:
        await conn.execute(
            chats.insert().values(tenant=account.tenant, object_id=account.object_id, conversation=conversation)
        )
