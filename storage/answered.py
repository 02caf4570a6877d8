"""What was already answered, so that the same activity gets the same answer again; kept for a day."""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Column, String, Table, Text, bindparam, select, tuple_

from cards.kit.elements import Card
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import metadata
from storage.engine.types import Plain, UtcTime
from storage.engine.upsert import insert_once

answered = Table(
    "answered",
    metadata,
    Column("conversation", String(400), primary_key=True),
    Column("sender", String(36), primary_key=True),
    Column("activity", String(200), primary_key=True),
    Column("at", UtcTime, nullable=False, index=True),
    Column("card", Plain),
    Column("summary", Text),
)


KEPT = timedelta(hours=24)
_KEY = ("conversation", "sender", "activity")
_FOUND = Prepared(
    select(answered.c.card, answered.c.summary).where(*(answered.c[name] == bindparam(name) for name in _KEY))
)
_NEWER = Prepared(
    select(answered.c.at)
    .where(*(answered.c[name] == bindparam(name) for name in _KEY[:2]), answered.c.at > bindparam("since"))
    .limit(1)
)
_ANSWERED = Prepared(insert_once(answered), *_KEY, "at", "card", "summary")


class AnsweredMeanwhile(Exception):  # noqa: N818 - an expected outcome, not a fault of the program
    """The same activity was answered elsewhere after it was looked for here."""


async def find(conn: Connection, conversation: str, sender: str, activity: str) -> Card | None:
    """The answer that this activity got, or None."""
    row = await _FOUND.first(conn, **_key(conversation, sender, activity))
    return None if row is None else Card(row.card, row.summary)


async def remember(
    conn: WritingConnection, conversation: str, sender: str, activity: str, *, at: datetime, card: Card
) -> None:
    """Keep the answer; raises AnsweredMeanwhile, so that what was done here besides is rolled back."""
    if not await note(conn, conversation, sender, activity, at=at, card=card):
        raise AnsweredMeanwhile


async def is_known(conn: Connection, conversation: str, sender: str, activity: str) -> bool:
    """Whether it was answered, with a card or without."""
    return await _FOUND.first(conn, **_key(conversation, sender, activity)) is not None


async def is_newer(conn: Connection, conversation: str, sender: str, since: datetime) -> bool:
    """Whether anything of theirs was answered there after that moment."""
    whose = {"conversation": fitting(conversation, 400), "sender": fitting(sender, 36)}
    return await _NEWER.first(conn, **whose, since=since) is not None


async def note(
    conn: WritingConnection, conversation: str, sender: str, activity: str, *, at: datetime, card: Card | None = None
) -> bool:
    """Keep that it was answered, with a card or without; False where that is known already."""
    shown = {"card": None, "summary": None} if card is None else {"card": card.content, "summary": card.summary}
    return await _ANSWERED.run(conn, **_key(conversation, sender, activity), at=at, **shown) == 1


async def forget(conn: WritingConnection, *, now: datetime, most: int) -> int:
    """Drop what is older than it is kept, at most so many at a time; how many were dropped."""
    key = tuple_(*(answered.c[name] for name in _KEY))
    old = select(*(answered.c[name] for name in _KEY)).where(answered.c.at < now - KEPT).limit(most)
    return (await conn.execute(answered.delete().where(key.in_(old)))).rowcount


def _key(conversation: str, sender: str, activity: str) -> dict[str, str]:
    """The row's key; a bot's id, for one, is longer than the 36 characters of a person's."""
    return {
        "conversation": fitting(conversation, 400),
        "sender": fitting(sender, 36),
        "activity": fitting(activity, 200),
    }


def fitting(value: str, longest: int) -> str:
    """The value itself, or what stands for one that is longer than the column."""
    return value if len(value) <= longest else sha256(value.encode()).hexdigest()[:longest]
