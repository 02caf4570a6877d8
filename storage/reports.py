"""The reports of a year: their text as it was last kept, who approved it, and that it was sent."""

from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Integer, Row, String, Table, Text, select, update

from bot.domain.year.reports import AnnualReport
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.proof.ledger import note

annual_reports = Table(
    "annual_reports",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("report", String(64), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("approved_by", Plain, nullable=False),
    Column("sent_by", ID),
    Column("sent_at", UtcTime),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
)

_FIELDS = ("forum", "report", "year", "revision", "words", "sent_by", "sent_at")


async def get(conn: Connection, forum: str, report: str, year: int) -> AnnualReport | None:
    """That year's report, or None before anybody kept anything of it."""
    query = select(annual_reports).where(*_is(forum, report, year))
    row = (await conn.execute(query)).one_or_none()
    return None if row is None else _report(row)


async def sent(conn: Connection, forum: str) -> list[tuple[str, int]]:
    """The report and year of everything that was sent."""
    query = select(annual_reports.c.report, annual_reports.c.year).where(
        annual_reports.c.forum == forum, annual_reports.c.sent_at.is_not(None)
    )
    return [(row.report, row.year) for row in await conn.execute(query)]


async def unsent(conn: Connection, forum: str) -> tuple[AnnualReport, ...]:
    """Every draft that was kept and not sent, the oldest year first."""
    here = (annual_reports.c.forum == forum, annual_reports.c.sent_at.is_(None))
    rows = await conn.execute(select(annual_reports).where(*here).order_by(annual_reports.c.year))
    return tuple(_report(row) for row in rows)


async def put(conn: WritingConnection, each: AnnualReport) -> AnnualReport:
    """Store it as its next revision; the transaction must hold the forum."""
    values = {name: getattr(each, name) for name in _FIELDS}
    values |= {"approved_by": list(each.approved_by), "revision": each.revision + 1}
    here = _is(each.forum, each.report, each.year)
    if (await conn.execute(update(annual_reports).where(*here).values(**values))).rowcount == 0:
        await conn.execute(annual_reports.insert().values(**values))
    note(conn, annual_reports, values)
    return AnnualReport(**values | {"approved_by": each.approved_by})


def _report(row: Row[Any]) -> AnnualReport:
    return AnnualReport(**{name: getattr(row, name) for name in _FIELDS}, approved_by=tuple(row.approved_by))


def _is(forum: str, report: str, year: int) -> tuple[Any, ...]:
    return annual_reports.c.forum == forum, annual_reports.c.report == report, annual_reports.c.year == year
