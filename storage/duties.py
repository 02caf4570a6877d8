"""Follow-ups: numbered per forum and year, changed only in a transaction that holds the forum."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    select,
)

from bot.domain.duties.state import OPEN, Details, FollowUp, Kind, Status
from storage import numbered
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen

follow_ups = Table(
    "follow_ups",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("form", String(80), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("status", String(20), nullable=False),
    Column("title", Text, nullable=False),
    Column("meeting", ID),
    Column("item", Integer),
    Column("is_closed", Boolean, nullable=False),
    Column("organisation", ID),
    Column("person", ID),
    Column("taker", ID),
    Column("details", Frozen(Details), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "form", name="uq_follow_ups_form"),
    Index("ix_follow_ups_status", "forum", "status"),
    Index("ix_follow_ups_kind", "forum", "kind", "status"),
    Index("ix_follow_ups_meeting", "forum", "meeting"),
)

_OPEN = tuple(each.value for each in OPEN)
_PLAIN = ("forum", "year", "number", "revision", "title", "meeting", "item", "is_closed", "organisation", "person")
_ORDER = (follow_ups.c.year, follow_ups.c.number)


async def add(conn: WritingConnection, duty: FollowUp, form: str) -> FollowUp:
    """Store a new one under the forum's next number of the year, with the id of the form it came from."""
    return _duty(await numbered.add(conn, follow_ups, _values(duty), form), duty.details)


async def save(conn: WritingConnection, duty: FollowUp) -> FollowUp:
    """Store a changed one as its next revision."""
    return _duty(await numbered.save(conn, follow_ups, _values(duty)), duty.details)


async def by_number(conn: Connection, forum: str, number: int, year: int | None) -> FollowUp | None:
    """The forum's duty of that number, of the newest year where none is named."""
    query = select(follow_ups).where(follow_ups.c.forum == forum, follow_ups.c.number == number)
    if year is not None:
        query = query.where(follow_ups.c.year == year)
    return _one(await _rows(conn, query.order_by(follow_ups.c.year.desc()).limit(1)))


async def by_form(conn: Connection, forum: str, form: str) -> FollowUp | None:
    """What that form has already become."""
    return _one(await _rows(conn, select(follow_ups).where(follow_ups.c.forum == forum, follow_ups.c.form == form)))


async def open_ones(conn: Connection, forum: str) -> tuple[FollowUp, ...]:
    """Everything that is still owed, oldest first."""
    query = select(follow_ups).where(follow_ups.c.forum == forum, follow_ups.c.status.in_(_OPEN))
    return _every(await _rows(conn, query.order_by(*_ORDER)))


async def of_kind(conn: Connection, forum: str, kind: Kind, *, most: int) -> tuple[FollowUp, ...]:
    """The newest of that kind, whatever became of them, oldest first."""
    query = select(follow_ups).where(follow_ups.c.forum == forum, follow_ups.c.kind == kind.value)
    newest = await _rows(conn, query.order_by(*(column.desc() for column in _ORDER)).limit(most))
    return _every(reversed(list(newest)))


async def of_year(conn: Connection, forum: str, year: int) -> tuple[FollowUp, ...]:
    """Everything that is numbered in that year, oldest first."""
    query = select(follow_ups).where(follow_ups.c.forum == forum, follow_ups.c.year == year)
    return _every(await _rows(conn, query.order_by(*_ORDER)))


async def of_meetings(conn: Connection, forum: str, meetings: Collection[str]) -> tuple[FollowUp, ...]:
    """Everything that came from those meetings, oldest first."""
    query = select(follow_ups).where(follow_ups.c.forum == forum, follow_ups.c.meeting.in_(meetings))
    return _every(await _rows(conn, query.order_by(*_ORDER)))


async def _rows(conn: Connection, query: Any) -> Sequence[Row[Any]]:
    return (await conn.execute(query)).all()


def _one(rows: Sequence[Row[Any]]) -> FollowUp | None:
    return next(iter(_every(rows)), None)


def _every(rows: Any) -> tuple[FollowUp, ...]:
    return tuple(_duty(row._mapping, row.details) for row in rows)


def _duty(values: Any, details: Details) -> FollowUp:
    plain = {name: values[name] for name in (*_PLAIN, "taker")}
    return FollowUp(**plain, kind=Kind(values["kind"]), status=Status(values["status"]), details=details)


def _values(duty: FollowUp) -> dict[str, Any]:
    plain = {name: getattr(duty, name) for name in (*_PLAIN, "taker")}
    return plain | {"kind": duty.kind.value, "status": duty.status.value, "details": duty.details}
