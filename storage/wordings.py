"""What members would have minutes say: numbered per forum and year, changed only in a transaction that holds it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, Row, String, Table, UniqueConstraint, select

from bot.domain.wording.state import Details, Kind, Status, Suggestion
from storage import numbered
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen

wordings = Table(
    "wordings",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("form", String(80), nullable=False),
    Column("meeting", ID, nullable=False),
    Column("item", Integer),
    Column("person", ID, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("status", String(20), nullable=False),
    Column("details", Frozen(Details), nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["minutes.forum", "minutes.meeting"]),
    UniqueConstraint("forum", "form", name="uq_wordings_form"),
    Index("ix_wordings_meeting", "forum", "meeting"),
    Index("ix_wordings_person", "forum", "person"),
)

_PLAIN = ("forum", "year", "number", "revision", "meeting", "item", "person")
_ORDER = (wordings.c.year, wordings.c.number)


async def add(conn: WritingConnection, new: Suggestion, form: str) -> Suggestion:
    """Store a new one under the forum's next number of the year, with the id of the form it came from."""
    return _suggestion(await numbered.add(conn, wordings, _values(new), form))


async def save(conn: WritingConnection, changed: Suggestion) -> Suggestion:
    """Store a changed one as its next revision."""
    return _suggestion(await numbered.save(conn, wordings, _values(changed)))


async def by_number(conn: Connection, forum: str, number: int, year: int | None) -> Suggestion | None:
    """The forum's suggestion of that number, of the newest year where none is named."""
    query = select(wordings).where(wordings.c.forum == forum, wordings.c.number == number)
    if year is not None:
        query = query.where(wordings.c.year == year)
    return _one(await _rows(conn, query.order_by(wordings.c.year.desc()).limit(1)))


async def by_form(conn: Connection, forum: str, form: str) -> Suggestion | None:
    """What that form has already become."""
    return _one(await _rows(conn, select(wordings).where(wordings.c.forum == forum, wordings.c.form == form)))


async def of_meeting(conn: Connection, forum: str, meeting: str) -> tuple[Suggestion, ...]:
    """All that was suggested to the minutes of that meeting, oldest first."""
    query = select(wordings).where(wordings.c.forum == forum, wordings.c.meeting == meeting)
    return _every(await _rows(conn, query.order_by(*_ORDER)))


async def of_person(conn: Connection, forum: str, person: str, *, most: int) -> tuple[Suggestion, ...]:
    """The newest that the person suggested, newest first."""
    query = select(wordings).where(wordings.c.forum == forum, wordings.c.person == person)
    return _every(await _rows(conn, query.order_by(*(column.desc() for column in _ORDER)).limit(most)))


async def _rows(conn: Connection, query: Any) -> Sequence[Row[Any]]:
    return (await conn.execute(query)).all()


def _one(rows: Sequence[Row[Any]]) -> Suggestion | None:
    return next(iter(_every(rows)), None)


def _every(rows: Sequence[Row[Any]]) -> tuple[Suggestion, ...]:
    return tuple(_suggestion(row._mapping) for row in rows)


def _suggestion(values: Any) -> Suggestion:
    plain = {name: values[name] for name in _PLAIN}
    return Suggestion(**plain, kind=Kind(values["kind"]), status=Status(values["status"]), details=values["details"])


def _values(each: Suggestion) -> dict[str, Any]:
    plain = {name: getattr(each, name) for name in _PLAIN}
    return plain | {"kind": each.kind.value, "status": each.status.value, "details": each.details}
