"""What was let out to the public, each with the open record that was; numbered per forum, never deleted.

Whoever changes one has the forum read anew, so that its stamp tells that the public state is another one.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    select,
    update,
)

from bot.domain.documents.state import Kind
from bot.domain.publication.state import Release
from storage import forum as forums
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.ledger import note_stored

releases = Table(
    "releases",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("meeting", ID, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("edition", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("extent", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("visible_at", UtcTime, nullable=False),
    Column("words", Text, nullable=False),
    Column("taken_back_by", String(200)),
    Column("taken_back_at", UtcTime),
    Column("taken_back_words", Text, nullable=False),
    Column("record", Text),  # the JSON of the open record; none once something in it was erased
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
    UniqueConstraint("forum", "meeting", "kind", "edition", name="uq_releases_edition"),
    Index("ix_releases_visible_at", "visible_at"),
)

Key = tuple[str, int]
"""The forum and the number."""

_FIELDS = tuple(column.name for column in releases.c if column.name not in ("kind", "record"))
_SAID = [column for column in releases.c if column.name != "record"]
_AT_ONCE = 200  # records of one question to the database


async def add(conn: WritingConnection, new: Release, record: bytes) -> Release:
    """Store it under the forum's next number, as the next edition; the transaction must hold the forum."""
    last = await conn.scalar(select(func.max(releases.c.number)).where(releases.c.forum == new.forum))
    earlier = await of_meeting(conn, new.forum, new.meeting)
    edition = max((each.edition for each in earlier if each.kind is new.kind), default=0) + 1
    numbered = replace(new, number=(last or 0) + 1, edition=edition)
    await conn.execute(releases.insert().values(**_values(numbered), record=record.decode()))
    await _changed(conn, numbered)
    return numbered


async def save(conn: WritingConnection, changed: Release) -> None:
    """Store what became of it; the transaction must hold the forum."""
    await conn.execute(update(releases).where(*_is(changed)).values(**_values(changed)))
    await _changed(conn, changed)


async def empty(conn: WritingConnection, release: Release) -> None:
    """Erase its record: that it was let out stays, with the digest of what it was."""
    await conn.execute(update(releases).where(*_is(release)).values(record=None))
    await _changed(conn, release)


async def get(conn: Connection, forum: str, number: int) -> Release | None:
    """The forum's release of that number."""
    return next(iter(await _those(conn, _all().where(releases.c.forum == forum, releases.c.number == number))), None)


async def of_meeting(conn: Connection, forum: str, meeting: str) -> tuple[Release, ...]:
    """Everything of that meeting, oldest first."""
    return await _those(conn, _all().where(releases.c.forum == forum, releases.c.meeting == meeting))


async def of_forum(conn: Connection, forum: str) -> tuple[Release, ...]:
    """Everything of that forum, oldest first."""
    return await _those(conn, _all().where(releases.c.forum == forum))


async def every(conn: Connection) -> tuple[Release, ...]:
    """Everything, forum by forum, oldest first."""
    return await _those(conn, _all())


async def awaited(conn: Connection, now: datetime) -> tuple[Key, ...]:
    """All that is not to be seen yet."""
    later = select(releases.c.forum, releases.c.number).where(releases.c.visible_at > now)
    rows = await conn.execute(later.order_by(releases.c.forum, releases.c.number))
    return tuple((row.forum, row.number) for row in rows)


async def records(conn: Connection, wanted: Collection[Key]) -> Mapping[Key, bytes]:
    """The records of these; of one that was erased there is none."""
    found: dict[Key, bytes] = {}
    for forum, numbers in _in_parts(wanted):
        query = select(releases.c.number, releases.c.record).where(
            releases.c.forum == forum, releases.c.number.in_(numbers), releases.c.record.is_not(None)
        )
        found |= {(forum, row.number): row.record.encode() for row in await conn.execute(query)}
    return found


async def _changed(conn: WritingConnection, release: Release) -> None:
    await note_stored(conn, releases, release.forum, releases.c.number == release.number)
    await forums.renew(conn, release.forum)


async def _those(conn: Connection, query: Select[Any]) -> tuple[Release, ...]:
    rows = await conn.execute(query.order_by(releases.c.forum, releases.c.number))
    return tuple(map(_release, rows))


def _all() -> Select[Any]:
    return select(*_SAID)


def _in_parts(wanted: Collection[Key]) -> Iterable[tuple[str, list[int]]]:
    for forum in dict.fromkeys(forum for forum, _ in wanted):
        numbers = [number for each, number in wanted if each == forum]
        for begin in range(0, len(numbers), _AT_ONCE):
            yield forum, numbers[begin : begin + _AT_ONCE]


def _release(row: Row[Any]) -> Release:
    return Release(**{name: getattr(row, name) for name in _FIELDS}, kind=Kind(row.kind))


def _values(each: Release) -> dict[str, Any]:
    return {name: getattr(each, name) for name in _FIELDS} | {"kind": each.kind.value}


def _is(each: Release) -> tuple[Any, ...]:
    return releases.c.forum == each.forum, releases.c.number == each.number
