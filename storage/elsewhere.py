"""What the people of one forum have to do in others."""

from datetime import datetime

from sqlalchemy import select

from storage.engine.connection import Connection
from storage.forum import identities
from storage.meetings import meetings


async def meeting_between(conn: Connection, forum: str, first: datetime, last: datetime) -> tuple[str, ...]:
    """The other forums that have a meeting which begins within that time, and an account of the forum's people."""
    theirs = select(identities.c.object_id).where(identities.c.forum == forum)
    query = (
        select(meetings.c.forum)
        .join(identities, identities.c.forum == meetings.c.forum)
        .where(meetings.c.starts >= first, meetings.c.starts < last, ~meetings.c.is_ended, meetings.c.forum != forum)
        .where(identities.c.object_id.in_(theirs))
        .distinct()
        .order_by(meetings.c.forum)
    )
    return tuple(await conn.scalars(query))
