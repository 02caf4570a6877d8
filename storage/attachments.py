"""Bilag: the bytes of files by what they hash to, every version of every bilag, and the numbers of each meeting.

Written only in a transaction that holds the forum, so that no number is given twice. Nothing here is ever deleted.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    func,
    or_,
    select,
    update,
)

from bot.domain.agenda.state import AgendaItem
from bot.domain.attachments.numbering import File, Link, Thing, link_of, numbered
from bot.domain.attachments.state import Bilag, OfItem, OfProposal, Owner, newest, owner_of
from storage.engine.connection import Connection, WritingConnection
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.ledger import note, note_stored
from storage.proof.tables import PAGE

attachment_contents = Table(
    "attachment_contents",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),  # empty once it was erased
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    info={PAGE: 1},
)

attachments = Table(
    "attachments",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("form", String(80), nullable=False),
    Column("proposal", Integer),
    Column("meeting", ID),
    Column("item", Integer),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("media_type", String(120), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("is_closed", Boolean, nullable=False),
    Column("by", ID, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("taken_off_by", ID),
    Column("taken_off_at", UtcTime),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
    ForeignKeyConstraint(["forum", "digest"], ["attachment_contents.forum", "attachment_contents.digest"]),
    UniqueConstraint("forum", "form", name="uq_attachments_form"),
    Index("ix_attachments_proposal", "forum", "proposal"),
    Index("ix_attachments_meeting", "forum", "meeting"),
)

attachment_numbers = Table(
    "attachment_numbers",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("attachment", Integer),
    Column("link", String(64)),  # the digest of its address
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
    UniqueConstraint("forum", "meeting", "attachment", name="uq_attachment_numbers_attachment"),
    UniqueConstraint("forum", "meeting", "link", name="uq_attachment_numbers_link"),
)

_PLAIN = ("forum", "id", "version", "name", "title", "media_type", "size", "digest", "is_closed", "by", "at")
_FIELDS = (*_PLAIN, "taken_off_by", "taken_off_at")


async def keep_bytes(conn: WritingConnection, forum: str, data: bytes) -> str:
    """Store what a file holds, once for each forum; its digest. What was erased and comes anew is there again."""
    digest = sha256(data).hexdigest()
    held = await conn.scalar(select(func.length(attachment_contents.c.data)).where(_content(forum, digest)))
    if held:
        return digest
    values = {"forum": forum, "digest": digest, "size": len(data), "data": data}
    write = attachment_contents.insert() if held is None else update(attachment_contents).where(_content(forum, digest))
    await conn.execute(write.values(**values))
    note(conn, attachment_contents, values)
    return digest


async def bytes_of(conn: Connection, forum: str, digest: str) -> bytes | None:
    """What the file of that digest holds; None where there is none, or it was erased.

    ValueError where it is not what its digest says.
    """
    data = await conn.scalar(select(attachment_contents.c.data).where(_content(forum, digest)))
    if not data:
        return None
    if sha256(data).hexdigest() != digest:
        raise ValueError(f"what is kept under {digest} in {forum} is something else")
    return bytes(data)


async def total_size(conn: Connection, forum: str) -> int:
    """How many bytes the forum's files take; what was erased takes none."""
    query = select(func.sum(func.length(attachment_contents.c.data))).where(attachment_contents.c.forum == forum)
    return int(await conn.scalar(query) or 0)


async def next_id(conn: Connection, forum: str) -> int:
    """The id of the forum's next bilag."""
    return (await conn.scalar(select(func.max(attachments.c.id)).where(attachments.c.forum == forum)) or 0) + 1


async def add(conn: WritingConnection, one: Bilag, form: str) -> None:
    """Store a new bilag, or a new version of one, with the id of what it came from."""
    values = _values(one) | {"form": form}
    await conn.execute(attachments.insert().values(**values))
    note(conn, attachments, values)


async def take_off(conn: WritingConnection, one: Bilag) -> None:
    """Store that it was taken off."""
    values = {"taken_off_by": one.taken_off_by, "taken_off_at": one.taken_off_at}
    await _change(conn, one, values)


async def empty_words(conn: WritingConnection, one: Bilag) -> None:
    """Erase what a version is called."""
    await _change(conn, one, {"name": "", "title": ""})


async def empty_bytes(conn: WritingConnection, forum: str, digest: str) -> None:
    """Erase what a file holds, of every bilag that holds the same."""
    await conn.execute(update(attachment_contents).where(_content(forum, digest)).values(data=b""))
    await note_stored(conn, attachment_contents, forum, attachment_contents.c.digest == digest)


async def by_form(conn: Connection, forum: str, form: str) -> Bilag | None:
    """What that has already become."""
    return next(iter(await _found(conn, forum, attachments.c.form == form)), None)


async def versions(conn: Connection, forum: str, ident: int) -> tuple[Bilag, ...]:
    """Every version of one bilag, oldest first."""
    return await _found(conn, forum, attachments.c.id == ident)


async def of_owners(conn: Connection, forum: str, owners: Collection[Owner]) -> Mapping[Owner, tuple[Bilag, ...]]:
    """Every version of every bilag of each of those, oldest first."""
    proposals = [each.proposal for each in owners if isinstance(each, OfProposal)]
    meetings = {each.meeting for each in owners if isinstance(each, OfItem)}
    if not proposals and not meetings:
        return {}
    # The forum in both halves, so that SQLite looks for each by its own index.
    of_forum = attachments.c.forum == forum
    wanted = or_(
        and_(of_forum, attachments.c.proposal.in_(proposals)), and_(of_forum, attachments.c.meeting.in_(meetings))
    )
    found: dict[Owner, list[Bilag]] = {each: [] for each in owners}
    for each in await _found(conn, forum, wanted):
        if each.owner in found:
            found[each.owner].append(each)
    return {owner: tuple(each) for owner, each in found.items() if each}


async def numbers(conn: Connection, forum: str, meeting: str) -> Mapping[Thing, int]:
    """The numbers that the meeting has given."""
    query = select(attachment_numbers).where(
        attachment_numbers.c.forum == forum, attachment_numbers.c.meeting == meeting
    )
    rows = await conn.execute(query.order_by(attachment_numbers.c.number))
    return {_thing(row): row.number for row in rows}


async def number(conn: WritingConnection, forum: str, meeting: str, items: Sequence[AgendaItem]) -> None:
    """Give a number to everything on the agenda that has none there yet."""
    owned = await of_owners(conn, forum, [owner_of(meeting, each) for each in items])
    things = things_of(meeting, items, {owner: newest(each) for owner, each in owned.items()})
    if not things:
        return
    known = await numbers(conn, forum, meeting)
    for thing, given in numbered(known, things).items():
        if thing not in known:
            values = {"forum": forum, "meeting": meeting, "number": given, "attachment": None, "link": None}
            values |= {"attachment": thing.id} if isinstance(thing, File) else {"link": thing.digest}
            await conn.execute(attachment_numbers.insert().values(**values))
            note(conn, attachment_numbers, values)


def things_of(meeting: str, items: Iterable[AgendaItem], owned: Mapping[Owner, Sequence[Bilag]]) -> tuple[Thing, ...]:
    """Everything that is to be numbered, in its order: of each item its files, and then its links."""
    found: dict[Thing, None] = {}
    for item in items:
        files = owned.get(owner_of(meeting, item), ())
        found |= dict.fromkeys(File(each.id) for each in files)
        found |= dict.fromkeys(map(link_of, item.content.links))
    return tuple(found)


async def carry(
    conn: WritingConnection, forum: str, owner: Owner, to_forum: str, to: Owner, *, closed: bool = True
) -> tuple[Bilag, ...]:
    """Let the bilag of one stand with another, too, as they are by now: in another forum with what they hold.

    Those that are closed by themselves stay where not `closed`. Returns what stands there. Both forums must be held.
    """
    carried = []
    for each in newest((await of_owners(conn, forum, [owner])).get(owner, ())):
        if each.is_closed and not closed:
            continue
        if forum != to_forum:
            data = await bytes_of(conn, forum, each.digest)
            if data is None:  # it was erased
                continue
            await keep_bytes(conn, to_forum, data)
        ident = await next_id(conn, to_forum)
        moved = replace(each, forum=to_forum, id=ident, version=1, owner=to)
        await add(conn, moved, f"{forum}/{each.id}/{each.version}/{ident}"[-80:])
        carried.append(moved)
    return tuple(carried)


def _content(forum: str, digest: str) -> Any:
    return and_(attachment_contents.c.forum == forum, attachment_contents.c.digest == digest)


async def _found(conn: Connection, forum: str, wanted: Any) -> tuple[Bilag, ...]:
    query = select(attachments).where(attachments.c.forum == forum, wanted)
    rows = await conn.execute(query.order_by(attachments.c.id, attachments.c.version))
    return tuple(_bilag(row) for row in rows)


async def _change(conn: WritingConnection, one: Bilag, values: Mapping[str, Any]) -> None:
    here = (attachments.c.id == one.id, attachments.c.version == one.version)
    await conn.execute(update(attachments).where(attachments.c.forum == one.forum, *here).values(**values))
    await note_stored(conn, attachments, one.forum, *here)


def _bilag(row: Row[Any]) -> Bilag:
    owner = OfItem(row.meeting, row.item) if row.proposal is None else OfProposal(row.proposal)
    return Bilag(**{name: getattr(row, name) for name in _FIELDS}, owner=owner)


def _values(one: Bilag) -> dict[str, Any]:
    owner: dict[str, Any]
    match one.owner:
        case OfProposal(proposal):
            owner = {"proposal": proposal, "meeting": None, "item": None}
        case OfItem(meeting, item):
            owner = {"proposal": None, "meeting": meeting, "item": item}
    return {name: getattr(one, name) for name in _FIELDS} | owner


def _thing(row: Row[Any]) -> Thing:
    return Link(row.link) if row.attachment is None else File(row.attachment)
