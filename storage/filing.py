"""Which case a meeting and its items are filed on, what was filed of a meeting, and the municipality's own KLE list."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    Row,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    or_,
    select,
    update,
)

from bot.domain.filing.state import MEETING_ITSELF, Case, Cases, Filing, How, KleEntry, Part
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen, UtcTime
from storage.proof.ledger import note

case_numbers = Table(
    "case_numbers",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("item", Integer, primary_key=True),  # 0: the meeting itself
    Column("number", Text, nullable=False),
    Column("subject", String(10), nullable=False),
    Column("facet", String(10), nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)

filings = Table(
    "filings",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("how", String(20), nullable=False),
    Column("covers", Frozen(tuple[str, ...]), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("reference", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)

search_kle = Table(
    "search_kle",
    metadata,
    Column("part", String(10), primary_key=True),
    Column("code", String(10), primary_key=True),
    Column("title", Text, nullable=False),
    Column("folded", Text, nullable=False),  # the title as it is looked for
)

_FILED = ("forum", "meeting", "number", "covers", "digest", "reference", "by", "at")
_AT_ONCE = 500


async def cases(conn: Connection, forum: str, meeting: str, usual: str) -> Cases:
    """What that meeting and its items are filed on; `usual` is the forum's own number."""
    return (await cases_of(conn, forum, [meeting], usual))[meeting]


async def cases_of(conn: Connection, forum: str, meetings: Collection[str], usual: str) -> Mapping[str, Cases]:
    """The same of several, asked for at once."""
    query = select(case_numbers).where(case_numbers.c.forum == forum, case_numbers.c.meeting.in_(meetings))
    found: dict[str, dict[int, Case]] = {each: {} for each in meetings}
    for row in await conn.execute(query.order_by(case_numbers.c.meeting, case_numbers.c.item)):
        found[row.meeting][row.item] = Case(number=row.number, subject=row.subject, facet=row.facet)
    return {
        meeting: Cases(
            usual=usual,
            meeting=each.get(MEETING_ITSELF, Case()),
            items=tuple((item, case) for item, case in each.items() if item != MEETING_ITSELF),
        )
        for meeting, each in found.items()
    }


async def put_case(conn: WritingConnection, forum: str, meeting: str, item: int, case: Case) -> None:
    """Store what it is filed on; the transaction must hold the forum."""
    place = {"forum": forum, "meeting": meeting, "item": item}
    values = {"number": case.number, "subject": case.subject, "facet": case.facet}
    here = (case_numbers.c.forum == forum, case_numbers.c.meeting == meeting, case_numbers.c.item == item)
    if (await conn.execute(update(case_numbers).where(*here).values(**values))).rowcount == 0:
        await conn.execute(case_numbers.insert().values(**place, **values))
    note(conn, case_numbers, place | values)


async def filings_of(conn: Connection, forum: str, meetings: Collection[str]) -> Mapping[str, tuple[Filing, ...]]:
    """What was filed of those meetings, oldest first."""
    query = select(filings).where(filings.c.forum == forum, filings.c.meeting.in_(meetings))
    found: dict[str, list[Filing]] = {each: [] for each in meetings}
    for row in await conn.execute(query.order_by(filings.c.meeting, filings.c.number)):
        found[row.meeting].append(_filing(row))
    return {meeting: tuple(each) for meeting, each in found.items()}


async def add(conn: WritingConnection, filing: Filing) -> None:
    """Store it; the transaction must hold the forum."""
    row = {name: getattr(filing, name) for name in _FILED} | {"how": filing.how.value}
    await conn.execute(filings.insert().values(**row))
    note(conn, filings, row)


async def replace_kle(conn: WritingConnection, part: Part, entries: Iterable[tuple[KleEntry, str]]) -> None:
    """Let these, each with its folded title, be the whole list of that part."""
    await conn.execute(delete(search_kle).where(search_kle.c.part == part.value))
    rows = [{"part": part.value, "code": each.code, "title": each.title, "folded": folded} for each, folded in entries]
    for begin in range(0, len(rows), _AT_ONCE):
        await conn.execute(search_kle.insert(), rows[begin : begin + _AT_ONCE])


async def kle_counts(conn: Connection) -> Mapping[Part, int]:
    """How many codes each imported list has."""
    counted = await conn.execute(select(search_kle.c.part, func.count()).group_by(search_kle.c.part))
    return {Part(part): count for part, count in counted}


async def kle_titles(conn: Connection, part: Part, codes: Collection[str]) -> Mapping[str, str]:
    """The titles of those codes that the list has."""
    query = select(search_kle).where(search_kle.c.part == part.value, search_kle.c.code.in_(codes))
    return {row.code: row.title for row in await conn.execute(query)}


async def kle_matching(conn: Connection, part: Part, words: Sequence[str], *, most: int) -> Sequence[KleEntry]:
    """The codes that begin so, or whose folded title has every one of the words."""
    titled = and_(*(search_kle.c.folded.contains(word, autoescape=True) for word in words))
    begins = search_kle.c.code.startswith(" ".join(words), autoescape=True)
    query = select(search_kle).where(search_kle.c.part == part.value, or_(begins, titled))
    rows = await conn.execute(query.order_by(search_kle.c.code).limit(most))
    return [KleEntry(part, row.code, row.title) for row in rows]


def _filing(row: Row[Any]) -> Filing:
    return Filing(**{name: getattr(row, name) for name in _FILED}, how=How(row.how))
