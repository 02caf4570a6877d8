"""Referrals: numbered per forum and year, changed only in a transaction that holds the forum that sent them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    func,
    select,
)

from bot.domain.referrals.state import Details, Referral, Status
from storage import numbered
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen
from storage.proof.ledger import note

referrals = Table(
    "referrals",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("form", String(80), nullable=False),
    Column("body", ID, nullable=False),
    Column("status", String(20), nullable=False),
    Column("proposal", Integer),
    Column("meeting", ID),
    Column("item", Integer),
    Column("receiver", ID),
    Column("received", Integer),
    Column("wanted", String(10)),
    Column("details", Frozen(Details), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "form", name="uq_referrals_form"),
    Index("ix_referrals_status", "forum", "status"),
    Index("ix_referrals_proposal", "forum", "proposal"),
    Index("ix_referrals_meeting", "forum", "meeting"),
)

_PLAIN = ("forum", "year", "number", "revision", "body", "proposal", "meeting", "item", "receiver", "received")
_NEWEST = (referrals.c.year.desc(), referrals.c.number.desc())


async def next_number(conn: Connection, forum: str, year: int) -> int:
    """The number that the forum's next referral of the year gets; the transaction must hold the forum."""
    query = select(func.max(referrals.c.number)).where(referrals.c.forum == forum, referrals.c.year == year)
    return (await conn.scalar(query) or 0) + 1


async def add(conn: WritingConnection, referral: Referral, form: str) -> Referral:
    """Store a new one, with the id of the form it came from."""
    values = _values(referral) | {"form": form}
    await conn.execute(referrals.insert().values(**values))
    note(conn, referrals, values)
    return referral


async def save(conn: WritingConnection, referral: Referral) -> Referral:
    """Store a changed one as its next revision."""
    return _referral(await numbered.save(conn, referrals, _values(referral)), referral.details)


async def by_number(conn: Connection, forum: str, number: int, year: int | None) -> Referral | None:
    """The forum's referral of that number, of the newest year where none is named."""
    query = select(referrals).where(referrals.c.forum == forum, referrals.c.number == number)
    if year is not None:
        query = query.where(referrals.c.year == year)
    return _one(await _rows(conn, query.order_by(referrals.c.year.desc()).limit(1)))


async def by_form(conn: Connection, forum: str, form: str) -> Referral | None:
    """What that form has already become."""
    return _one(await _rows(conn, select(referrals).where(referrals.c.forum == forum, referrals.c.form == form)))


async def of_proposal(conn: Connection, forum: str, proposal: int) -> tuple[Referral, ...]:
    """Everything that the proposal became, oldest first."""
    query = select(referrals).where(referrals.c.forum == forum, referrals.c.proposal == proposal)
    return _every(await _rows(conn, query.order_by(referrals.c.year, referrals.c.number)))


async def of_meeting(conn: Connection, forum: str, meeting: str) -> tuple[Referral, ...]:
    """Everything that items of the meeting became, oldest first."""
    query = select(referrals).where(referrals.c.forum == forum, referrals.c.meeting == meeting)
    return _every(await _rows(conn, query.order_by(referrals.c.year, referrals.c.number)))


async def open_ones(conn: Connection, forum: str) -> tuple[Referral, ...]:
    """Everything that waits for an answer, oldest first."""
    query = select(referrals).where(referrals.c.forum == forum, referrals.c.status == Status.WAITING.value)
    return _every(await _rows(conn, query.order_by(referrals.c.year, referrals.c.number)))


async def newest(conn: Connection, forum: str, *, most: int) -> tuple[Referral, ...]:
    """The newest, whatever became of them, newest first."""
    query = select(referrals).where(referrals.c.forum == forum).order_by(*_NEWEST).limit(most)
    return _every(await _rows(conn, query))


async def _rows(conn: Connection, query: Any) -> Sequence[Row[Any]]:
    return (await conn.execute(query)).all()


def _one(rows: Sequence[Row[Any]]) -> Referral | None:
    return next(iter(_every(rows)), None)


def _every(rows: Any) -> tuple[Referral, ...]:
    return tuple(_referral(row._mapping, row.details) for row in rows)


def _referral(values: Any, details: Details) -> Referral:
    plain = {name: values[name] for name in _PLAIN}
    wanted = None if values["wanted"] is None else date.fromisoformat(values["wanted"])
    return Referral(**plain, status=Status(values["status"]), wanted=wanted, details=details)


def _values(referral: Referral) -> dict[str, Any]:
    plain = {name: getattr(referral, name) for name in _PLAIN}
    wanted = None if referral.wanted is None else referral.wanted.isoformat()
    return plain | {"status": referral.status.value, "wanted": wanted, "details": referral.details}
