"""Proposals: numbered per forum and year, changed only against the revision that was read."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Result,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    bindparam,
    func,
    null,
    or_,
    select,
    update,
)

from bot.domain.kernel.handed import Origin
from bot.domain.kernel.stations import Sender
from bot.domain.proposals.state import Content, Dialogue, Proposal, ProposalStatus
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Frozen, UtcTime
from storage.proof.ledger import note
from storage.proof.tables import KEY

proposals = Table(
    "proposals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("forum", ID, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("form", String(64), nullable=False),
    Column("meeting", ID),
    Column("proposer", ID),  # none of what another forum sent
    Column("on_behalf_of", ID),
    Column("by_right", Boolean, nullable=False),
    Column("status", String(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("content", Frozen(Content), nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("after_deadline", Boolean, nullable=False),
    Column("postponed_from", ID),
    Column("dialogue", Frozen(Dialogue), nullable=False, server_default="{}"),
    Column("sender", Frozen(Sender)),
    Column("origin", Frozen(Origin | None)),  # of what another forum handed on
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    UniqueConstraint("forum", "year", "number"),
    UniqueConstraint("forum", "form", name="uq_proposals_form"),
    Index("ix_proposals_meeting", "forum", "meeting"),
    Index("ix_proposals_postponed", "forum", "postponed_from"),
    Index("ix_proposals_proposer", "forum", "proposer", "id"),
    Index("ix_proposals_status", "forum", "status", "id"),
    info={KEY: ("year", "number")},
)


def _proposal(row: Row[Any]) -> Proposal:
    fields = ("id", "forum", "year", "number", "revision", "meeting", "proposer", "on_behalf_of", "by_right", "words")
    return Proposal(
        **{name: getattr(row, name) for name in (*fields, "received_at", "after_deadline", "postponed_from")},
        status=ProposalStatus(row.status),
        content=row.content,
        dialogue=row.dialogue,
        sender=row.sender,
        origin=row.origin,
    )


_AWAITING = tuple(each.value for each in (ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO, ProposalStatus.POSTPONED))
_FOR_MEETING = Prepared(
    select(proposals)
    .where(proposals.c.forum == bindparam("of_forum"), proposals.c.meeting == bindparam("of_meeting"))
    .order_by(proposals.c.id),
    make=_proposal,
)
_OF_FORUM = proposals.c.forum == bindparam("of_forum")
_BY_ID = Prepared(select(proposals).where(_OF_FORUM, proposals.c.id == bindparam("of_id")))
# The forum in both halves: only so does SQLite look for each by its own index, and not through all of the forum's.
_EVER_FOR_MEETING = Prepared(
    select(proposals)
    .where(
        or_(
            and_(_OF_FORUM, proposals.c.meeting == bindparam("of_meeting")),
            and_(_OF_FORUM, proposals.c.postponed_from == bindparam("of_meeting")),
        )
    )
    .order_by(proposals.c.id),
    make=_proposal,
)


async def next_number(conn: Connection, forum: str, year: int) -> int:
    """The number that the forum's next proposal of the year gets; the transaction must hold the forum."""
    query = select(func.max(proposals.c.number)).where(proposals.c.forum == forum, proposals.c.year == year)
    return (await conn.scalar(query) or 0) + 1


async def add(conn: WritingConnection, proposal: Proposal, form: str) -> Proposal:
    """Store a new proposal, with the id of the form it came from; the stored one comes back with its id."""
    values = _values(proposal) | {"form": form}
    return _noted(conn, await conn.execute(proposals.insert().values(**values).returning(proposals)))


async def save(conn: WritingConnection, proposal: Proposal) -> Proposal:
    """Store a changed proposal as its next revision; the transaction must hold the forum."""
    values = _values(proposal) | {"revision": proposals.c.revision + 1}
    return _noted(
        conn,
        await conn.execute(
            update(proposals).where(proposals.c.id == proposal.id).values(**values).returning(proposals)
        ),
    )


def _noted(conn: WritingConnection, stored: Result[Any]) -> Proposal:
    row = stored.one()
    note(conn, proposals, row._asdict())
    return _proposal(row)


async def by_number(conn: Connection, forum: str, number: int, year: int | None) -> Proposal | None:
    """The forum's proposal with that number, of the newest year where none is named."""
    query = select(proposals).where(proposals.c.forum == forum, proposals.c.number == number)
    if year is not None:
        query = query.where(proposals.c.year == year)
    row = (await conn.execute(query.order_by(proposals.c.year.desc()).limit(1))).one_or_none()
    return None if row is None else _proposal(row)


async def by_form(conn: Connection, forum: str, form: str) -> Proposal | None:
    """What that form has already become."""
    query = select(proposals).where(proposals.c.forum == forum, proposals.c.form == form)
    row = (await conn.execute(query)).one_or_none()
    return None if row is None else _proposal(row)


async def by_id(conn: Connection, forum: str, proposal: int) -> Proposal | None:
    """The forum's proposal with that id."""
    row = await _BY_ID.first(conn, of_forum=forum, of_id=proposal)
    return None if row is None else _proposal(row)


async def for_meeting(conn: Connection, forum: str, meeting: str) -> tuple[Proposal, ...]:
    """Every proposal that was meant for the meeting, oldest first."""
    return tuple(await _FOR_MEETING.all(conn, of_forum=forum, of_meeting=meeting))


async def ever_for_meeting(conn: Connection, forum: str, meeting: str) -> tuple[Proposal, ...]:
    """Every proposal that is meant for the meeting or was last put off from it, oldest first."""
    return tuple(await _EVER_FOR_MEETING.all(conn, of_forum=forum, of_meeting=meeting))


async def of_proposer(conn: Connection, forum: str, person: str, *, most: int) -> tuple[Proposal, ...]:
    """The person's newest proposals, newest first."""
    query = select(proposals).where(proposals.c.forum == forum, proposals.c.proposer == person)
    return tuple(_proposal(row) for row in await conn.execute(query.order_by(proposals.c.id.desc()).limit(most)))


async def awaiting(conn: Connection, forum: str, *, most: int | None = None) -> tuple[Proposal, ...]:
    """The forum's proposals that nobody has decided for good, oldest first."""
    query = select(proposals).where(proposals.c.forum == forum, proposals.c.status.in_(_AWAITING))
    return tuple(_proposal(row) for row in await conn.execute(query.order_by(proposals.c.id).limit(most)))


def _values(proposal: Proposal) -> dict[str, Any]:
    fields = ("forum", "year", "number", "revision", "meeting", "proposer", "on_behalf_of", "by_right", "words")
    return {name: getattr(proposal, name) for name in (*fields, "received_at", "after_deadline", "postponed_from")} | {
        "status": proposal.status.value,
        "content": proposal.content,
        "dialogue": proposal.dialogue,
        "sender": null() if proposal.sender is None else proposal.sender,
        "origin": null() if proposal.origin is None else proposal.origin,  # one way alone to say that there is none
    }
