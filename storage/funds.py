"""The shared funds: a ledger that only grows, what was decided on money, and what the councils say.

Written only in a transaction that holds the forum, so that no two entries are checked against the same balance.
"""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
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
    update,
)

from bot.domain.funds.state import OPEN, CouncilAnswer, CouncilFollowUp, Decision, Entry, EntryKind
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.proof.ledger import note

fund_entries = Table(
    "fund_entries",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("form", String(80), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("is_counter", Boolean, nullable=False),
    Column("of", Integer),
    Column("amount", BigInteger, nullable=False),
    Column("purpose", ID, nullable=False),
    Column("organisation", ID),
    Column("meeting", ID),
    Column("item", Integer),
    Column("by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("basis", Text, nullable=False),
    Column("waiver", Text, nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "form", name="uq_fund_entries_form"),
    Index("ix_fund_entries_meeting", "forum", "meeting", "item"),
)

fund_decisions = Table(
    "fund_decisions",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("item", Integer, primary_key=True, autoincrement=False),
    Column("amount", BigInteger, nullable=False),
    Column("on_funds", Boolean, nullable=False),
    Column("is_closed", Boolean, nullable=False),
    Column("parties", Plain, nullable=False),
    Column("decided_at", UtcTime, nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
    Index("ix_fund_decisions_decided_at", "forum", "decided_at"),
)

fund_councils = Table(
    "fund_councils",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("meeting", ID, nullable=False),
    Column("item", Integer, nullable=False),
    Column("organisation", ID, nullable=False),
    Column("answer", String(20), nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("by", ID),
    Column("words", Text, nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "meeting", "item", "organisation", name="uq_fund_councils_organisation"),
    Index("ix_fund_councils_answer", "forum", "answer"),
)

_LATEST = 40  # decisions that people still choose among
_OPEN = tuple(each.value for each in OPEN)
_ENTRY = tuple(each.name for each in fund_entries.c if each.name not in ("form", "kind"))
_DECISION = tuple(each.name for each in fund_decisions.c if each.name != "parties")
_FOLLOW_UP = tuple(each.name for each in fund_councils.c if each.name != "answer")


async def of_year(conn: Connection, forum: str, year: int) -> tuple[Entry, ...]:
    """The ledger of a year, in its order."""
    here = (fund_entries.c.forum == forum, fund_entries.c.year == year)
    return _entries(await _rows(conn, select(fund_entries).where(*here).order_by(fund_entries.c.number)))


async def by_decision(conn: Connection, forum: str, meeting: str, item: int) -> tuple[Entry, ...]:
    """Every entry that rests on that decision, whatever year it is of."""
    here = (fund_entries.c.forum == forum, fund_entries.c.meeting == meeting, fund_entries.c.item == item)
    return _entries(await _rows(conn, select(fund_entries).where(*here).order_by(fund_entries.c.year)))


async def by_form(conn: Connection, forum: str, form: str) -> Entry | None:
    """What that form has already become."""
    query = select(fund_entries).where(fund_entries.c.forum == forum, fund_entries.c.form == form)
    return next(iter(_entries(await _rows(conn, query))), None)


async def years(conn: Connection, forum: str) -> tuple[int, ...]:
    """The years that have entries, the newest first."""
    query = select(fund_entries.c.year).where(fund_entries.c.forum == forum).distinct()
    return tuple(sorted(await conn.scalars(query), reverse=True))


async def add(conn: WritingConnection, entry: Entry, form: str) -> None:
    """Store the next entry of its year, with the id of the form it came from."""
    values = {name: getattr(entry, name) for name in _ENTRY} | {"kind": entry.kind.value, "form": form}
    await conn.execute(fund_entries.insert().values(**values))
    note(conn, fund_entries, values)


async def decide(conn: WritingConnection, decision: Decision) -> None:
    """Store what was decided."""
    values = {name: getattr(decision, name) for name in _DECISION} | {"parties": list(decision.parties)}
    await conn.execute(fund_decisions.insert().values(**values))
    note(conn, fund_decisions, values)


async def decision(conn: Connection, forum: str, meeting: str, item: int) -> Decision | None:
    """The decision on that item, if there is one."""
    here = (fund_decisions.c.forum == forum, fund_decisions.c.meeting == meeting, fund_decisions.c.item == item)
    return next(iter(_decisions(await _rows(conn, select(fund_decisions).where(*here)))), None)


async def decisions(conn: Connection, forum: str) -> tuple[Decision, ...]:
    """The latest decisions, the newest first."""
    query = select(fund_decisions).where(fund_decisions.c.forum == forum)
    return _decisions(await _rows(conn, query.order_by(fund_decisions.c.decided_at.desc()).limit(_LATEST)))


async def deciding(conn: Connection) -> tuple[str, ...]:
    """The forums that have decided on money."""
    return tuple(await conn.scalars(select(fund_decisions.c.forum).distinct().order_by(fund_decisions.c.forum)))


async def open_follow_up(conn: WritingConnection, follow_up: CouncilFollowUp) -> CouncilFollowUp:
    """Store a new one under the forum's next number."""
    query = select(func.max(fund_councils.c.number)).where(fund_councils.c.forum == follow_up.forum)
    values = _of_follow_up(follow_up) | {"number": (await conn.scalar(query) or 0) + 1}
    await conn.execute(fund_councils.insert().values(**values))
    note(conn, fund_councils, values)
    return _follow_up(values)


async def save_follow_up(conn: WritingConnection, follow_up: CouncilFollowUp) -> None:
    """Store a changed one."""
    values = _of_follow_up(follow_up)
    here = (fund_councils.c.forum == follow_up.forum, fund_councils.c.number == follow_up.number)
    await conn.execute(update(fund_councils).where(*here).values(**values))
    note(conn, fund_councils, values)


async def follow_up(conn: Connection, forum: str, number: int) -> CouncilFollowUp | None:
    """The one of that number."""
    query = select(fund_councils).where(fund_councils.c.forum == forum, fund_councils.c.number == number)
    return next(iter(_follow_ups(await _rows(conn, query))), None)


async def follow_ups(conn: Connection, forum: str, meetings: Collection[str]) -> tuple[CouncilFollowUp, ...]:
    """Those of what was decided at these meetings, in the order in which they were opened."""
    here = (fund_councils.c.forum == forum, fund_councils.c.meeting.in_(meetings))
    return _follow_ups(await _rows(conn, select(fund_councils).where(*here).order_by(fund_councils.c.number)))


async def open_follow_ups(conn: Connection, forum: str) -> tuple[CouncilFollowUp, ...]:
    """Those that still want an answer."""
    here = (fund_councils.c.forum == forum, fund_councils.c.answer.in_(_OPEN))
    return _follow_ups(await _rows(conn, select(fund_councils).where(*here).order_by(fund_councils.c.number)))


async def _rows(conn: Connection, query: Any) -> Sequence[Row[Any]]:
    return (await conn.execute(query)).all()


def _entries(rows: Sequence[Row[Any]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(**{name: each._mapping[name] for name in _ENTRY}, kind=EntryKind(each._mapping["kind"])) for each in rows
    )


def _decisions(rows: Sequence[Row[Any]]) -> tuple[Decision, ...]:
    return tuple(
        Decision(**{name: each._mapping[name] for name in _DECISION}, parties=tuple(each._mapping["parties"]))
        for each in rows
    )


def _follow_ups(rows: Sequence[Row[Any]]) -> tuple[CouncilFollowUp, ...]:
    return tuple(_follow_up(each._mapping) for each in rows)


def _follow_up(values: Any) -> CouncilFollowUp:
    return CouncilFollowUp(**{name: values[name] for name in _FOLLOW_UP}, answer=CouncilAnswer(values["answer"]))


def _of_follow_up(follow_up: CouncilFollowUp) -> dict[str, Any]:
    return {name: getattr(follow_up, name) for name in _FOLLOW_UP} | {"answer": follow_up.answer.value}
