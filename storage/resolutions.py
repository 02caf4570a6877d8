"""Which words stand in what was resolved: an index that vouches for nothing and can be made anew from what it is of.

What is closed and what is a draft is told apart in the query itself, so that nothing is found that may not be seen.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    or_,
    select,
    union_all,
    update,
)

from bot.domain.agenda.state import AgendaItem
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.proposals import proposals
from storage.stems import LONGEST_STEM, bounds, stems_of

search_resolutions = Table(
    "search_resolutions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("forum", ID, nullable=False),
    Column("meeting", ID, nullable=False),
    Column("item", Integer, nullable=False),  # its id on the agenda; 0 of an addition
    Column("remark", Integer, nullable=False),  # an addition's number; 0 of an item
    Column("place", Integer, nullable=False),
    Column("starts", UtcTime, nullable=False),
    Column("is_closed", Boolean, nullable=False),
    Column("is_sent", Boolean, nullable=False),
    Column("proposal", Integer),
    Column("emptied", Plain, nullable=False, server_default="[]"),  # fields whose text was erased
    ForeignKeyConstraint(["forum", "meeting"], ["meetings.forum", "meetings.id"]),
    UniqueConstraint("forum", "meeting", "item", "remark", name="uq_search_resolutions_of"),
    Index("ix_search_resolutions_starts", "forum", "starts"),
)

search_words = Table(
    "search_words",
    metadata,
    Column("resolution", Integer, primary_key=True),
    Column("field", String(20), primary_key=True),
    Column("word", LargeBinary(LONGEST_STEM), primary_key=True),  # as bytes, which sort alike on either database
    Column("forum", ID, nullable=False),
    ForeignKeyConstraint(["resolution"], ["search_resolutions.id"]),
    Index("ix_search_words_word", "forum", "word", "resolution"),
)

WORDS, TITLE, SUMMARY, RECOMMENDATION, BODIES = "words", "title", "summary", "recommendation", "bodies"
"""The fields that are searched: what was resolved, what the item says, and which organisations it names."""

_ONES = search_resolutions.c
_FACTS = ("place", "starts", "is_closed", "is_sent", "proposal")
_NEWEST = ("starts", "place", "remark", "id")
_DRAFTS = Prepared(
    select(_ONES.id, _ONES.item, _ONES.emptied, _ONES.is_closed, _ONES.place).where(
        _ONES.forum == bindparam("of_forum"),
        _ONES.meeting == bindparam("of_meeting"),
        ~_ONES.is_sent,
        _ONES.item > 0,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """A resolution or an addition, and by field all that it is found by."""

    forum: str
    meeting: str
    item: int = 0
    remark: int = 0
    place: int
    starts: datetime
    is_closed: bool
    is_sent: bool
    proposal: int | None = None
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What somebody may find in one forum: `drafts` before they were sent, what is closed everywhere or at `closed_at`.

    With a `person` also what that person proposed; None where others read along.
    """

    forum: str
    drafts: bool = False
    closed: bool = False
    closed_at: Collection[str] = ()
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit; its texts stand where they always stood, but for those fields that were `emptied`."""

    forum: str
    meeting: str
    item: int
    remark: int
    is_closed: bool
    is_sent: bool
    emptied: frozenset[str]


async def find(
    conn: Connection, sights: Sequence[Sight], wanted: Collection[bytes], *, skip: int, most: int
) -> tuple[Found, ...]:
    """What speaks of every wanted stem and may be seen, newest first."""
    each = (_seen(sight, wanted).order_by(*_newest_first(_ONES)).limit(skip + most).subquery() for sight in sights)
    every = union_all(*(select(one) for one in each)).subquery()
    query = select(every).order_by(*_newest_first(every.c)).offset(skip).limit(most)
    return tuple(_found(row) for row in await conn.execute(query))


async def put_meeting(
    conn: WritingConnection, forum: str, meeting: str, every: Sequence[Indexed], renewed: Collection[int] = ()
) -> None:
    """Index a meeting's resolutions as they are now; `renewed` are the items whose words are others than before."""
    found = await conn.execute(select(search_resolutions).where(_ONES.forum == forum, _ONES.meeting == meeting))
    known = {(row.item, row.remark): row for row in found}
    words = await _words_of(conn, [row.id for row in known.values()])
    for one in every:
        row = known.pop((one.item, one.remark), None)
        facts = {name: getattr(one, name) for name in _FACTS}
        emptied = [] if row is None else [name for name in row.emptied if name != WORDS or one.item not in renewed]
        if row is None:
            values = facts | {"forum": forum, "meeting": meeting, "item": one.item, "remark": one.remark, "emptied": []}
            ident = await conn.scalar(search_resolutions.insert().values(**values).returning(_ONES.id))
        else:
            ident = row.id
            if facts != {name: getattr(row, name) for name in _FACTS} or emptied != row.emptied:
                await conn.execute(update(search_resolutions).where(_ONES.id == ident).values(**facts, emptied=emptied))
        texts = {name: text for name, text in one.texts.items() if name not in emptied}
        await _put_words(conn, forum, int(ident), words.get(int(ident), {}), texts)
    await _remove(conn, [row.id for row in known.values()])


async def follow_draft(
    conn: WritingConnection, forum: str, meeting: str, items: Sequence[AgendaItem], closed: Collection[int]
) -> None:
    """Follow a draft agenda that changes under resolutions which were not sent; `closed` are the items to be hidden."""
    known = await _DRAFTS.all(conn, of_forum=forum, of_meeting=meeting)
    if not known:
        return
    places = {item.id: (place, item) for place, item in enumerate(items, start=1)}
    words = await _words_of(conn, [row.id for row in known])
    for row in known:
        if row.item not in places:
            await _remove(conn, [row.id])
            continue
        place, item = places[row.item]
        new = {"place": place, "is_closed": item.id in closed}
        await conn.execute(update(search_resolutions).where(_ONES.id == row.id).values(**new))
        own = words.get(row.id, {})
        texts = {name: text for name, text in said_by(item).items() if name not in row.emptied}
        await _put_words(conn, forum, row.id, {name: own.get(name, set()) for name in texts}, texts)


async def empty(
    conn: WritingConnection,
    forum: str,
    texts: Iterable[str],
    *,
    meeting: str | None = None,
    item: int | None = None,
    proposal: int | None = None,
) -> None:
    """Take those texts out of the index, where they stand in what is named; nothing finds them any more.

    Of one item or proposal also what was made longer since, of a whole meeting what says just that.
    """
    query = select(_ONES.id, _ONES.emptied).where(_ONES.forum == forum)
    query = query.where(_ONES.proposal == proposal) if proposal is not None else query.where(_ONES.meeting == meeting)
    if item is not None:
        query = query.where(_ONES.item == item)
    known = {row.id: row.emptied for row in await conn.execute(query)}
    words, is_one = await _words_of(conn, list(known)), item is not None or proposal is not None
    erased = [stems for text in texts if (stems := stems_of(text))]
    for ident, fields in words.items():
        gone = [
            name
            for name, own in fields.items()
            if any(stems <= own if is_one else stems == own for stems in erased) and name != BODIES
        ]
        if gone:
            await conn.execute(_words_in(ident, *gone))
            marked = sorted({*known[ident], *gone})
            await conn.execute(update(search_resolutions).where(_ONES.id == ident).values(emptied=marked))


def said_by(item: AgendaItem) -> dict[str, str]:
    """What an item says of itself, by field."""
    content = item.content
    return {TITLE: content.title, SUMMARY: content.summary, RECOMMENDATION: content.recommendation}


def _seen(sight: Sight, wanted: Collection[bytes]) -> Select[Any]:
    query = select(search_resolutions).where(_ONES.forum == sight.forum)
    if not sight.drafts:
        query = query.where(_ONES.is_sent)
    if not sight.closed:
        query = query.where(_may_see_closed(sight))
    for stem in wanted:
        first, last = bounds(stem)
        spoken = search_words.c.word.between(first, last) & (search_words.c.forum == sight.forum)
        # With an offset a server answers it first, by its index: else it looks into every resolution for a rare word.
        query = query.where(_ONES.id.in_(select(search_words.c.resolution).where(spoken).offset(0)))
    return query


def _may_see_closed(sight: Sight) -> ColumnElement[bool]:
    if sight.person is None:
        return ~_ONES.is_closed
    own = select(proposals.c.id).where(proposals.c.forum == sight.forum, proposals.c.proposer == sight.person)
    return or_(~_ONES.is_closed, _ONES.meeting.in_(sight.closed_at), _ONES.proposal.in_(own))


def _newest_first(columns: Any) -> list[Any]:
    starts, *rest = (columns[name] for name in _NEWEST)
    return [starts.desc(), *rest]


def _found(row: Row[Any]) -> Found:
    fields = ("forum", "meeting", "item", "remark", "is_closed", "is_sent")
    return Found(**{name: getattr(row, name) for name in fields}, emptied=frozenset(row.emptied))


async def _words_of(conn: Connection, resolutions: Sequence[int]) -> dict[int, dict[str, set[bytes]]]:
    """By resolution and field."""
    found: dict[int, dict[str, set[bytes]]] = {}
    if resolutions:
        for row in await conn.execute(select(search_words).where(search_words.c.resolution.in_(resolutions))):
            found.setdefault(row.resolution, {}).setdefault(row.field, set()).add(row.word)
    return found


async def _put_words(
    conn: WritingConnection, forum: str, resolution: int, before: Mapping[str, set[bytes]], texts: Mapping[str, str]
) -> None:
    """Only what differs is written."""
    after = {name: stems_of(text) for name, text in texts.items()}
    gone = [name for name, own in before.items() if own - after.get(name, frozenset())]
    if gone:
        await conn.execute(_words_in(resolution, *gone))
    kept = {name: own for name, own in before.items() if name not in gone}
    rows = [
        {"resolution": resolution, "forum": forum, "field": name, "word": word}
        for name, own in after.items()
        for word in sorted(own - kept.get(name, set()))
    ]
    if rows:
        await conn.execute(search_words.insert(), rows)


async def _remove(conn: WritingConnection, resolutions: Sequence[int]) -> None:
    if resolutions:
        await conn.execute(delete(search_words).where(search_words.c.resolution.in_(resolutions)))
        await conn.execute(delete(search_resolutions).where(_ONES.id.in_(resolutions)))


def _words_in(resolution: int, *fields: str) -> Any:
    return delete(search_words).where(search_words.c.resolution == resolution, search_words.c.field.in_(fields))
