"""Files that somebody has sent and that are not stored yet: what they are called, where they are, and where they go.

None of it proves anything. The address opens the file for whoever has it, so it is gone as soon as the file is here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, Integer, Row, String, Table, Text, delete, select, update

from bot.domain.attachments.state import OfItem, OfProposal, Owner
from bot.domain.kernel.people import Identity
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import metadata
from storage.engine.types import Frozen, UtcTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who wants it where: in that forum, at that owner or as a version of that bilag."""

    forum: str
    person: str
    account: Identity
    proposal: int | None = None
    meeting: str | None = None
    item: int | None = None
    attachment: int | None = None
    title: str = ""
    is_closed: bool = False

    @property
    def owner(self) -> Owner:
        """What it is to belong to."""
        return OfProposal(self.proposal) if self.proposal is not None else OfItem(self.meeting or "", self.item or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One file of those that came in one message; nobody `wanted` it anywhere yet where that is None."""

    batch: str
    place: int
    account: Identity
    name: str
    url: str
    wanted: Wanted | None = None
    tries: int = 0


uploads = Table(
    "uploads",
    metadata,
    Column("batch", String(64), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("tenant", String(36), nullable=False),
    Column("object_id", String(36), nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("wanted", Frozen(Wanted)),
    Column("free_at", UtcTime),  # from when it may be fetched; none while nobody wants it
    Column("tries", Integer, nullable=False),
    Index("ix_uploads_free_at", "free_at"),
    Index("ix_uploads_at", "at"),
)


async def receive(conn: WritingConnection, files: Sequence[Upload], *, at: datetime, forget: datetime) -> None:
    """Note what came; the same message again changes nothing. What is older than `forget` is gone."""
    await conn.execute(delete(uploads).where(uploads.c.at < forget, uploads.c.free_at.is_(None)))
    if not files or await of_batch(conn, files[0].batch):
        return
    for each in files:
        values = {"batch": each.batch, "place": each.place, "name": each.name, "url": each.url, "at": at, "tries": 0}
        whose = {"tenant": each.account.tenant, "object_id": each.account.object_id}
        await conn.execute(uploads.insert().values(**values, **whose))


async def of_batch(conn: Connection, batch: str) -> tuple[Upload, ...]:
    """What came in that message and is not stored; without an address it never will be."""
    query = select(uploads).where(uploads.c.batch == batch).order_by(uploads.c.place)
    return tuple(_upload(row) for row in await conn.execute(query))


async def want(conn: WritingConnection, batch: str, wanted: Wanted, *, at: datetime) -> None:
    """Let it be fetched from then on."""
    await conn.execute(update(uploads).where(uploads.c.batch == batch).values(wanted=wanted, free_at=at))


async def claim(conn: WritingConnection, *, at: datetime, until: datetime) -> Upload | None:
    """The next that may be fetched, which nobody else fetches until then; its `tries` are those before this one."""
    next_one = (
        select(uploads)
        .where(uploads.c.free_at <= at)
        .order_by(uploads.c.free_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = (await conn.execute(next_one)).one_or_none()
    if row is None:
        return None
    await conn.execute(update(uploads).where(_same(row)).values(free_at=until, tries=row.tries + 1))
    return _upload(row)


async def give_back(conn: WritingConnection, one: Upload, *, at: datetime) -> None:
    """Let it be fetched by anybody from then on; nothing where somebody else fetches it by now."""
    await conn.execute(update(uploads).where(_held(one)).values(free_at=at))


async def drop(conn: WritingConnection, one: Upload) -> bool:
    """It is stored; False where somebody else has said what became of it already."""
    return (await conn.execute(delete(uploads).where(_same(one), uploads.c.url != ""))).rowcount > 0


async def end(conn: WritingConnection, one: Upload) -> bool:
    """It never will be stored: what it was called is known until it is forgotten.

    False as for `drop`, and where somebody else fetches it by now.
    """
    ended = update(uploads).where(_held(one)).values(url="", free_at=None)
    return (await conn.execute(ended)).rowcount > 0


async def next_at(conn: Connection) -> datetime | None:
    """When the next may be fetched."""
    found: datetime | None = await conn.scalar(
        select(uploads.c.free_at).where(uploads.c.free_at.is_not(None)).order_by(uploads.c.free_at).limit(1)
    )
    return found


def _same(one: Any) -> Any:
    return (uploads.c.batch == one.batch) & (uploads.c.place == one.place)


def _held(one: Upload) -> Any:
    """It is still the same claim, since each counts as a try, and nobody has said what became of it."""
    return _same(one) & (uploads.c.url != "") & (uploads.c.tries == one.tries + 1)


def _upload(row: Row[Any]) -> Upload:
    return Upload(
        **{name: getattr(row, name) for name in ("batch", "place", "name", "url", "wanted", "tries")},
        account=Identity(row.tenant, row.object_id),
    )
