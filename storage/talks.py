"""What was last said to somebody in a place: what they were shown and what they were offered; kept for a day.

It proves nothing. An offer may hold words that somebody typed, which go with it, or once a text of its forum is erased.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, String, Table, bindparam, select, tuple_, update

from storage.answered import KEPT, fitting
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.engine.upsert import upsert

talks = Table(
    "talks",
    metadata,
    Column("conversation", String(400), primary_key=True),
    Column("sender", String(36), primary_key=True),
    Column("activity", String(200), nullable=False),
    Column("reply", String(200)),
    Column("forum", ID),
    Column("at", UtcTime, nullable=False, index=True),
    Column("shown", Plain),
    Column("offered", Plain),
)

_KEY = ("conversation", "sender")
_VALUES = ("activity", "reply", "forum", "at", "shown", "offered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was said then about that forum: actions as buttons pack them, the offers in their order.

    `activity` is what it was said to, `reply` the message that says it, where Teams has told how that is known.
    """

    activity: str = ""
    reply: str | None = None
    forum: str | None
    at: datetime
    shown: Mapping[str, Any] | None = None
    offered: tuple[Mapping[str, Any], ...] = ()


_LAST = Prepared(
    select(*(talks.c[name] for name in _VALUES)).where(*(talks.c[name] == bindparam(name) for name in _KEY))
)
_PUT = Prepared(upsert(talks, *_VALUES), *_KEY, *_VALUES)


async def last(conn: Connection, conversation: str, sender: str) -> Kept | None:
    """What was last said to them there, or None."""
    row = await _LAST.first(conn, **_key(conversation, sender))
    if row is None:
        return None
    return Kept(**row._asdict() | {"offered": tuple(row.offered or ())})


async def put(conn: WritingConnection, conversation: str, sender: str, talk: Kept) -> None:
    """Keep it in place of what was said before."""
    said = {name: getattr(talk, name) for name in _VALUES}
    said |= {"activity": fitting(talk.activity, 200), "offered": list(talk.offered)}
    await _PUT.run(conn, **_key(conversation, sender), **said)


async def note_reply(conn: WritingConnection, conversation: str, sender: str, activity: str, reply: str) -> None:
    """Keep by what id the message is known that said it; nothing where something else was said since."""
    key = {**_key(conversation, sender), "activity": fitting(activity, 200)}
    same = (talks.c[name] == value for name, value in key.items())
    await conn.execute(update(talks).where(*same).values(reply=fitting(reply, 200)))


async def forget(conn: WritingConnection, *, now: datetime, most: int) -> int:
    """Drop what is older than it is kept, at most so many at a time; how many were dropped."""
    key = tuple_(*(talks.c[name] for name in _KEY))
    old = select(*(talks.c[name] for name in _KEY)).where(talks.c.at < now - KEPT).limit(most)
    return (await conn.execute(talks.delete().where(key.in_(old)))).rowcount


async def drop(conn: WritingConnection, forum: str) -> None:
    """Nothing that was said about that forum is known any more."""
    await conn.execute(talks.delete().where(talks.c.forum == forum))


def _key(conversation: str, sender: str) -> dict[str, str]:
    return {"conversation": fitting(conversation, 400), "sender": fitting(sender, 36)}
