"""What was already answered, so that the same activity gets the same answer again; kept for a day."""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from cards.elements import Card
from storage.tables import answered

KEPT = timedelta(hours=24)
_LONGEST = 200  # characters
_FOUND = select(answered.c.card, answered.c.summary).where(
    answered.c.conversation == bindparam("in_conversation"),
    answered.c.sender == bindparam("by"),
    answered.c.activity == bindparam("of"),
)


async def find(conn: AsyncConnection, conversation: str, sender: str, activity: str) -> Card | None:
    """The answer that this activity got, or None."""
    key = {"in_conversation": conversation, "by": sender, "of": _key(activity)}
    row = (await conn.execute(_FOUND, key)).one_or_none()
    return None if row is None else Card(row.card, row.summary)


async def remember(
    conn: AsyncConnection, conversation: str, sender: str, activity: str, *, at: datetime, card: Card
) -> None:
    """Keep the answer; an IntegrityError means that the activity was answered elsewhere meanwhile."""
    values = {"conversation": conversation, "sender": sender, "activity": _key(activity), "at": at}
    await conn.execute(answered.insert(), values | {"card": card.content, "summary": card.summary})


async def forget(conn: AsyncConnection, *, now: datetime) -> None:
    """Drop what is older than it is kept."""
    await conn.execute(answered.delete().where(answered.c.at < now - KEPT))


def _key(activity: str) -> str:
    """The id itself, or what stands for one that is longer than the column."""
    return activity if len(activity) <= _LONGEST else sha256(activity.encode()).hexdigest()
