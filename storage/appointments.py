"""Seats elsewhere, candidates for them and working groups: numbered per forum and year, in a transaction that holds it.

A candidate's row is added, never changed: an organisation's last one counts.
"""

from collections.abc import Sequence
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

from bot.domain.appointments.state import Appointment, Candidacy, Details, Founding, Group
from storage import numbered
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen, UtcTime
from storage.proof.ledger import note

appointments = Table(
    "appointments",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("form", String(80), nullable=False),
    Column("body", Text, nullable=False),
    Column("group_year", Integer),
    Column("group_number", Integer),
    Column("title", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("is_closed", Boolean, nullable=False),
    Column("details", Frozen(Details), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "form", name="uq_appointments_form"),
    Index("ix_appointments_closed", "forum", "is_closed"),
)

candidacies = Table(
    "candidacies",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("answer", Integer, primary_key=True),
    Column("call", Integer, nullable=False),
    Column("organisation", ID, nullable=False),
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("is_on_behalf", Boolean, nullable=False),
    ForeignKeyConstraint(
        ["forum", "year", "number"], ["appointments.forum", "appointments.year", "appointments.number"]
    ),
)

working_groups = Table(
    "working_groups",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("form", String(80), nullable=False),
    Column("task", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("coordinator", Text, nullable=False),
    Column("is_secret", Boolean, nullable=False),
    Column("is_closed", Boolean, nullable=False),
    Column("founding", Frozen(Founding), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "form", name="uq_working_groups_form"),
    Index("ix_working_groups_closed", "forum", "is_closed"),
)

_PLAIN = ("forum", "year", "number", "revision", "title", "body", "level", "is_closed")
_ANSWER = ("call", "organisation", "name", "level", "by", "at", "is_on_behalf")
_GROUP = (
    *("forum", "year", "number", "revision", "task", "level", "coordinator"),
    *("is_secret", "is_closed", "founding"),
)
_Numbered = Appointment | Group


async def add(conn: WritingConnection, new: Appointment, form: str) -> Appointment:
    """Store a new one under the forum's next number of the year, with the id of the form it came from."""
    return _appointment(await numbered.add(conn, appointments, _values(new), form))


async def save(conn: WritingConnection, changed: Appointment) -> Appointment:
    """Store a changed one as its next revision."""
    return _appointment(await numbered.save(conn, appointments, _values(changed)))


async def by_number(conn: Connection, forum: str, number: int, year: int | None) -> Appointment | None:
    """The forum's seat of that number, of the newest year where none is named."""
    return next(map(_appointment, await _numbered(conn, appointments, forum, number, year)), None)


async def by_form(conn: Connection, forum: str, form: str) -> tuple[Appointment, ...]:
    """What that form has already become: its id, or its id with a place behind a slash."""
    query = select(appointments).where(
        appointments.c.forum == forum, appointments.c.form.startswith(f"{form}/", autoescape=True)
    )
    return await _every(conn, query)


async def open_ones(conn: Connection, forum: str) -> tuple[Appointment, ...]:
    """Every seat that there is, oldest first."""
    return await _every(conn, select(appointments).where(appointments.c.forum == forum, ~appointments.c.is_closed))


async def answer(conn: WritingConnection, appointment: Appointment, place: int, given: Candidacy) -> None:
    """Store what is the seat's answer of that place (from 1)."""
    key = {"forum": appointment.forum, "year": appointment.year, "number": appointment.number, "answer": place}
    row = key | {name: getattr(given, name) for name in _ANSWER}
    await conn.execute(candidacies.insert().values(**row))
    note(conn, candidacies, row)


async def answers(conn: Connection, appointment: Appointment) -> tuple[Candidacy, ...]:
    """Everything that was answered about the seat, oldest first."""
    query = select(candidacies).where(*_at(candidacies, appointment)).order_by(candidacies.c.answer)
    return tuple(_candidacy(row) for row in await conn.execute(query))


async def add_group(conn: WritingConnection, new: Group, form: str) -> Group:
    """Store a new group under the forum's next number of the year."""
    return _group(await numbered.add(conn, working_groups, _group_values(new), form))


async def save_group(conn: WritingConnection, changed: Group) -> Group:
    """Store a changed one as its next revision."""
    return _group(await numbered.save(conn, working_groups, _group_values(changed)))


async def group_by_number(conn: Connection, forum: str, number: int, year: int | None) -> Group | None:
    """The forum's group of that number, of the newest year where none is named."""
    return next(map(_group, await _numbered(conn, working_groups, forum, number, year)), None)


async def group_by_form(conn: Connection, forum: str, form: str) -> Group | None:
    """What that form has already become."""
    query = select(working_groups).where(working_groups.c.forum == forum, working_groups.c.form == form)
    return next((_group(row._mapping) for row in await conn.execute(query)), None)


async def groups(conn: Connection, forum: str, *, closed: int = 0) -> tuple[Group, ...]:
    """Every group at work, oldest first, and behind them so many of those that are closed, the newest first."""
    here = select(working_groups).where(working_groups.c.forum == forum)
    order = (working_groups.c.year, working_groups.c.number)
    rows = list(await conn.execute(here.where(~working_groups.c.is_closed).order_by(*order)))
    if closed:
        newest = here.where(working_groups.c.is_closed).order_by(*(each.desc() for each in order))
        rows += list(await conn.execute(newest.limit(closed)))
    return tuple(_group(row._mapping) for row in rows)


async def _numbered(conn: Connection, table: Table, forum: str, number: int, year: int | None) -> list[Any]:
    query = select(table).where(table.c.forum == forum, table.c.number == number)
    if year is not None:
        query = query.where(table.c.year == year)
    return [row._mapping for row in await conn.execute(query.order_by(table.c.year.desc()).limit(1))]


async def _every(conn: Connection, query: Any) -> tuple[Appointment, ...]:
    ordered = query.order_by(appointments.c.year, appointments.c.number)
    return tuple(_appointment(row._mapping) for row in await conn.execute(ordered))


def _at(table: Table, one: _Numbered) -> Sequence[Any]:
    return table.c.forum == one.forum, table.c.year == one.year, table.c.number == one.number


def _appointment(values: Any) -> Appointment:
    year, number = values["group_year"], values["group_number"]
    group = None if year is None or number is None else (year, number)
    return Appointment(**{name: values[name] for name in _PLAIN}, details=values["details"], group=group)


def _values(appointment: Appointment) -> dict[str, Any]:
    year, number = (None, None) if appointment.group is None else appointment.group
    plain = {name: getattr(appointment, name) for name in _PLAIN}
    return plain | {"group_year": year, "group_number": number, "details": appointment.details}


def _candidacy(row: Row[Any]) -> Candidacy:
    return Candidacy(**{name: row._mapping[name] for name in _ANSWER})


def _group(values: Any) -> Group:
    return Group(**{name: values[name] for name in _GROUP})


def _group_values(group: Group) -> dict[str, Any]:
    return {name: getattr(group, name) for name in _GROUP}
