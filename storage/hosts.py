"""Who hosts which meeting as was settled in Teams: before what the forum's file says, until the file says another."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Column, ForeignKeyConstraint, Row, String, Table, select, update

from bot.domain.kernel.meeting import Meeting
from bot.domain.year.state import Hosting
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.meetings import meetings
from storage.proof.ledger import note, note_stored

meeting_hosts = Table(
    "meeting_hosts",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("host", ID, nullable=False),
    Column("instead_of", ID),  # whom the forum's file named then
    Column("said_by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("confirmed_for", String(10)),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)

_NOBODY = ""  # an id that no forum file has


async def of(conn: Connection, forum: str) -> Mapping[str, Hosting]:
    """By meeting: everything that was said, also what the forum's file gives way to no more."""
    return {row.meeting: _hosting(row) for row in await _rows(conn, forum)}


async def laid_over(conn: Connection, forum: str, found: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The meetings of the forum's file with their hosts as people settled them since."""
    said = {(row.meeting, row.instead_of): row.host for row in await _rows(conn, forum)}
    return tuple(replace(each, host=said.get((each.id, each.host), each.host)) for each in found)


async def put(conn: WritingConnection, forum: str, each: Hosting) -> None:
    """Store it in place of what was said before; the transaction must hold the forum, which is to be read anew."""
    here = (meetings.c.forum == forum, meetings.c.id == each.meeting)
    values = {
        "host": each.host,
        "instead_of": await conn.scalar(select(meetings.c.host).where(*here)),
        "said_by": each.said_by,
        "at": each.at,
        "confirmed_for": None if each.confirmed_for is None else each.confirmed_for.isoformat(),
    }
    place = {"forum": forum, "meeting": each.meeting}
    those = (meeting_hosts.c.forum == forum, meeting_hosts.c.meeting == each.meeting)
    if (await conn.execute(update(meeting_hosts).where(*those).values(**values))).rowcount == 0:
        await conn.execute(meeting_hosts.insert().values(**place, **values))
    note(conn, meeting_hosts, place | values)


async def give_way(conn: WritingConnection, forum: str, those: Collection[str]) -> None:
    """Let what was said of these meetings hold no more; the transaction must hold the forum."""
    here = (meeting_hosts.c.forum == forum, meeting_hosts.c.meeting.in_(those))
    given = update(meeting_hosts).where(*here).values(instead_of=_NOBODY, confirmed_for=None)
    if (await conn.execute(given)).rowcount:
        await note_stored(conn, meeting_hosts, forum, meeting_hosts.c.meeting.in_(those))


async def _rows(conn: Connection, forum: str) -> list[Row[tuple[object, ...]]]:
    return list(await conn.execute(select(meeting_hosts).where(meeting_hosts.c.forum == forum)))


def _hosting(row: Row[tuple[object, ...]]) -> Hosting:
    fields = {name: getattr(row, name) for name in ("meeting", "host", "said_by", "at")}
    confirmed = row.confirmed_for
    return Hosting(**fields, confirmed_for=None if confirmed is None else date.fromisoformat(confirmed))
