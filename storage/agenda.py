"""Agendas: the draft, and every version that was frozen from it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Integer, Table, bindparam, null, select, update

from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, Later
from storage import attachments, resolutions
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen, UtcTime
from storage.meetings import meetings
from storage.proof.ledger import note

agendas = Table(
    "agendas",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("items", Frozen(tuple[AgendaItem, ...]), nullable=False),
    Column("removed", Frozen(tuple[AgendaItem, ...]), nullable=False, server_default="[]"),
    Column("sent_version", Integer),
    Column("sent_at", UtcTime),
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
)

agenda_versions = Table(
    "agenda_versions",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("items", Frozen(tuple[AgendaItem, ...]), nullable=False),
    Column("frozen_at", UtcTime, nullable=False),
    Column("frozen_by", ID),
    Column("later", Frozen(Later | None)),  # what it changed, where it came after dispatch
    ForeignKeyConstraint(["forum", "meeting"], ["agendas.forum", "agendas.meeting"]),
)


_VERSION = ("number", "items", "frozen_at", "frozen_by", "later")


def _agenda(row: Any) -> Agenda:
    """The agenda without its versions."""
    return Agenda(
        forum=row.forum,
        meeting=row.meeting,
        revision=row.revision,
        items=row.items,
        removed=row.removed,
        sent_version=row.sent_version,
        sent_at=row.sent_at,
    )


def _version(row: Any) -> AgendaVersion:
    return AgendaVersion(**{name: getattr(row, name) for name in _VERSION})


_ONE = Prepared(
    select(agendas).where(agendas.c.forum == bindparam("forum"), agendas.c.meeting == bindparam("meeting")),
    make=_agenda,
)
_VERSIONS = Prepared(
    select(agenda_versions)
    .where(agenda_versions.c.forum == bindparam("forum"), agenda_versions.c.meeting == bindparam("meeting"))
    .order_by(agenda_versions.c.number),
    make=_version,
)
_UNSENT = Prepared(
    select(agendas.c.forum, agendas.c.meeting)
    .join(meetings, (meetings.c.forum == agendas.c.forum) & (meetings.c.id == agendas.c.meeting))
    .where(meetings.c.starts > bindparam("now", type_=UtcTime), ~meetings.c.is_ended, agendas.c.sent_at.is_(None))
    .order_by(agendas.c.forum, meetings.c.starts)
)


async def get(conn: Connection, forum: str, meeting: str) -> Agenda | None:
    """The agenda of a meeting with its versions, or None before the first item."""
    found: Agenda | None = await _ONE.first(conn, forum=forum, meeting=meeting)
    if found is None:
        return None
    return replace(found, versions=tuple(await _VERSIONS.all(conn, forum=forum, meeting=meeting)))


async def of_meetings(conn: Connection, forum: str, meetings_: Collection[str]) -> Mapping[str, Agenda]:
    """The agendas of those meetings, as far as they were begun, asked for at once."""
    if not meetings_:
        return {}
    drafts = select(agendas).where(agendas.c.forum == forum, agendas.c.meeting.in_(meetings_))
    found = {row.meeting: _agenda(row) for row in await conn.execute(drafts)}
    frozen = select(agenda_versions).where(agenda_versions.c.forum == forum, agenda_versions.c.meeting.in_(meetings_))
    for row in await conn.execute(frozen.order_by(agenda_versions.c.number)):
        known = found[row.meeting]
        found[row.meeting] = replace(known, versions=(*known.versions, _version(row)))
    return found


async def unsent(conn: Connection, now: datetime) -> tuple[tuple[str, str], ...]:
    """Each (forum, meeting) that is still ahead and whose agenda has been begun and not sent."""
    return tuple((row.forum, row.meeting) for row in await _UNSENT.all(conn, now=now))


async def put(conn: WritingConnection, agenda: Agenda) -> None:
    """Store the agenda as it is, adding versions that are new; the transaction must hold the forum."""
    values = {
        "revision": agenda.revision,
        "items": agenda.items,
        "removed": agenda.removed,
        "sent_version": agenda.sent_version,
        "sent_at": agenda.sent_at,
    }
    row = {"forum": agenda.forum, "meeting": agenda.meeting, **values}
    known = await conn.scalar(select(agendas.c.revision).where(_of(agendas, agenda.forum, agenda.meeting)))
    if known is None:
        await conn.execute(agendas.insert().values(**row))
    else:
        await conn.execute(update(agendas).where(_of(agendas, agenda.forum, agenda.meeting)).values(**values))
    note(conn, agendas, row)
    await _add_versions(conn, agenda)
    await attachments.number(conn, agenda.forum, agenda.meeting, agenda.items)
    # What was closed in the version that minutes may be about stays hidden, whatever the draft says since.
    closed = {item.id for item in (*agenda.items, *_items_of(agenda.newest)) if item.content.is_closed}
    await resolutions.follow_draft(conn, agenda.forum, agenda.meeting, agenda.items, closed)


def _items_of(version: AgendaVersion | None) -> tuple[AgendaItem, ...]:
    return () if version is None else version.items


async def _add_versions(conn: WritingConnection, agenda: Agenda) -> None:
    query = select(agenda_versions.c.number).where(_of(agenda_versions, agenda.forum, agenda.meeting))
    known = set(await conn.scalars(query))
    for version in agenda.versions:
        if version.number not in known:
            row = {name: getattr(version, name) for name in _VERSION}
            row |= {"forum": agenda.forum, "meeting": agenda.meeting}
            later = null() if version.later is None else version.later  # one way alone to say that there is none
            await conn.execute(agenda_versions.insert().values(**{**row, "later": later}))
            note(conn, agenda_versions, row)


def _of(table: Any, forum: str, meeting: str) -> Any:
    return (table.c.forum == forum) & (table.c.meeting == meeting)
