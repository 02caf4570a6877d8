"""Meetings of other bodies, numbered per forum and year, and what was answered about their items: added, never changed.

Both are written only in a transaction that holds the forum.
"""

from collections.abc import Collection, Sequence
from datetime import date
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
    func,
    select,
    tuple_,
)

from bot.domain.external.state import Answer, Details, ExternalMeeting, Position
from storage import numbered
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen, UtcTime
from storage.proof.ledger import note

external_meetings = Table(
    "external_meetings",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("form", String(80), nullable=False),
    Column("body", ID),
    Column("name", Text, nullable=False),
    Column("day", String(10), nullable=False),  # ISO 8601, so that days are ordered as they come
    Column("is_cancelled", Boolean, nullable=False),
    Column("details", Frozen(Details), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "form", name="uq_external_meetings_form"),
    Index("ix_external_meetings_day", "forum", "day"),
)

external_answers = Table(
    "external_answers",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("external", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("item", Integer, nullable=False),
    Column("organisation", ID, nullable=False),
    Column("position", String(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", ID, nullable=False),
    Column("account", String(80)),  # tenant/object id
    ForeignKeyConstraint(
        ["forum", "year", "external"],
        ["external_meetings.forum", "external_meetings.year", "external_meetings.number"],
    ),
)

_PLAIN = ("forum", "year", "number", "revision", "body", "name", "is_cancelled", "details")
_OF_ANSWER = ("item", "organisation", "words", "at", "person", "account")
_ORDER = (external_meetings.c.day, external_meetings.c.year, external_meetings.c.number)


async def add(conn: WritingConnection, external: ExternalMeeting, form: str) -> ExternalMeeting:
    """Store a new one under the forum's next number of the year, with the id of the form it came from."""
    return _meeting(await numbered.add(conn, external_meetings, _values(external), form))


async def save(conn: WritingConnection, external: ExternalMeeting) -> ExternalMeeting:
    """Store a changed one as its next revision."""
    return _meeting(await numbered.save(conn, external_meetings, _values(external)))


async def by_number(conn: Connection, forum: str, number: int, year: int | None) -> ExternalMeeting | None:
    """The forum's meeting of that number, of the newest year where none is named."""
    query = select(external_meetings).where(external_meetings.c.forum == forum, external_meetings.c.number == number)
    if year is not None:
        query = query.where(external_meetings.c.year == year)
    return await _first(conn, query.order_by(external_meetings.c.year.desc()))


async def by_form(conn: Connection, forum: str, form: str) -> ExternalMeeting | None:
    """What that form has already become."""
    return await _first(
        conn, select(external_meetings).where(external_meetings.c.forum == forum, external_meetings.c.form == form)
    )


async def since(conn: Connection, forum: str, day: date) -> tuple[ExternalMeeting, ...]:
    """Every one from that day on, the first first."""
    query = select(external_meetings).where(
        external_meetings.c.forum == forum, external_meetings.c.day >= day.isoformat()
    )
    return _every(await _rows(conn, query.order_by(*_ORDER)))


async def before(conn: Connection, forum: str, day: date, *, most: int) -> tuple[ExternalMeeting, ...]:
    """The latest before that day, the latest first."""
    query = select(external_meetings).where(
        external_meetings.c.forum == forum, external_meetings.c.day < day.isoformat()
    )
    return _every(await _rows(conn, query.order_by(*(each.desc() for each in _ORDER)).limit(most)))


async def last_of(conn: Connection, forum: str, later: ExternalMeeting) -> date | None:
    """The day of the same body's latest meeting before that one, which was not cancelled."""
    query = select(func.max(external_meetings.c.day)).where(
        external_meetings.c.forum == forum,
        external_meetings.c.name == later.name,
        external_meetings.c.day < later.day.isoformat(),
        external_meetings.c.is_cancelled.is_(False),
    )
    found = await conn.scalar(query)
    return None if found is None else date.fromisoformat(found)


async def add_answers(
    conn: WritingConnection, external: ExternalMeeting, known: int, answers: Sequence[Answer]
) -> None:
    """Store answers to the meeting's items, of which so many are known."""
    for number, each in enumerate(answers, start=known + 1):
        row = {"forum": external.forum, "year": external.year, "external": external.number, "number": number}
        row |= {name: getattr(each, name) for name in _OF_ANSWER} | {"position": each.position.value}
        await conn.execute(external_answers.insert().values(**row))
        note(conn, external_answers, row)


async def answers_to(
    conn: Connection, forum: str, those: Collection[ExternalMeeting]
) -> dict[tuple[int, int], tuple[Answer, ...]]:
    """By year and number: everything that was answered, the oldest first."""
    found: dict[tuple[int, int], tuple[Answer, ...]] = {(each.year, each.number): () for each in those}
    if not found:
        return found
    key = tuple_(external_answers.c.year, external_answers.c.external)
    query = select(external_answers).where(external_answers.c.forum == forum, key.in_(list(found)))
    for row in await _rows(conn, query.order_by(external_answers.c.number)):
        found[(row.year, row.external)] += (_answer(row),)
    return found


async def _first(conn: Connection, query: Any) -> ExternalMeeting | None:
    return next(iter(_every(await _rows(conn, query.limit(1)))), None)


async def _rows(conn: Connection, query: Any) -> Sequence[Row[Any]]:
    return (await conn.execute(query)).all()


def _every(rows: Sequence[Row[Any]]) -> tuple[ExternalMeeting, ...]:
    return tuple(_meeting(row._mapping) for row in rows)


def _meeting(values: Any) -> ExternalMeeting:
    return ExternalMeeting(day=date.fromisoformat(values["day"]), **{name: values[name] for name in _PLAIN})


def _values(external: ExternalMeeting) -> dict[str, Any]:
    return {name: getattr(external, name) for name in _PLAIN} | {"day": external.day.isoformat()}


def _answer(row: Row[Any]) -> Answer:
    return Answer(position=Position(row.position), **{name: getattr(row, name) for name in _OF_ANSWER})
