"""The audit log: append-only, each entry's hash covering the one before it, one chain a forum.

What people wrote can be erased without a break: the chain covers a salted digest of each text, the text itself stands
beside it (storage/salted.py), and a later entry says that it was erased.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Integer, String, Table, bindparam, func, select, update

from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.salted import Salted, by_name, digest, is_what_was_said, salted

audit = Table(
    "audit",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("actor", ID),  # None: the clock, or the command line
    Column("what", String(60), nullable=False),
    Column("facts", Plain, nullable=False),  # with the digest of each text under "texts"
    Column("texts", Plain(none_as_null=True)),  # name → salt and text; None where there is none, or none any more
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
)


ERASED = "audit.erased"
"""What an entry is called that says which texts of an earlier one were erased, on what ground and by whom."""

_FIRST = "0" * 64
_PAGE = 500
_OF_FORUM = select(audit.c.seq, audit.c.hash).where(audit.c.forum == bindparam("of"))
_LAST = Prepared(_OF_FORUM.order_by(audit.c.seq.desc()).limit(1))
_ENTER = Prepared(audit.insert(), *audit.c.keys())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it is stored."""

    forum: str
    seq: int
    at: datetime
    actor: str | None
    what: str
    facts: Mapping[str, Any]
    texts: Mapping[str, Salted] | None
    previous: str
    hash: str

    @property
    def words(self) -> Mapping[str, str]:
        """What people wrote, by its name, as far as it is still there."""
        return {name: kept["text"] for name, kept in by_name(self.texts).items()}


async def append(
    conn: WritingConnection,
    forum: str,
    *,
    at: datetime,
    actor: str | None,
    what: str,
    facts: Mapping[str, Any],
    texts: Mapping[str, str] | None = None,
) -> Entry:
    """Add an entry to the forum's chain; the transaction must hold the forum (`Database.writing(forum)`).

    `texts` are what people wrote, and nothing of them stands in `facts`.
    """
    last = await _LAST.first(conn, of=forum)
    seq, previous = (1, _FIRST) if last is None else (last.seq + 1, last.hash)
    kept = {name: salted(text) for name, text in (texts or {}).items()}
    digests = {"texts": {name: digest(each) for name, each in kept.items()}} if kept else {}
    plain = json.loads(json.dumps({**facts, **digests}, default=str))
    signed = {"forum": forum, "seq": seq, "at": at, "actor": actor, "what": what, "facts": plain, "previous": previous}
    whole: dict[str, Any] = {**signed, "texts": kept or None, "hash": _hash(signed)}
    await _ENTER.run(conn, **whole)
    return Entry(**whole)


async def erase(conn: WritingConnection, entry: Entry, *, at: datetime, by: str, ground: str) -> None:
    """Empty the entry's texts and say so in the chain; the transaction must hold the forum."""
    names = sorted(by_name(entry.texts))
    facts = {"seq": entry.seq, "what": entry.what, "names": names, "ground": ground, "by": by}
    await append(conn, entry.forum, at=at, actor=None, what=ERASED, facts=facts)
    that = (audit.c.forum == entry.forum) & (audit.c.seq == entry.seq)
    await conn.execute(update(audit).where(that).values(texts=None))


async def get(conn: Connection, forum: str, seq: int) -> Entry | None:
    """The forum's entry of that number, or None."""
    row = (await conn.execute(select(audit).where(audit.c.forum == forum, audit.c.seq == seq))).one_or_none()
    return None if row is None else Entry(**row._mapping)


async def entries(conn: Connection, forum: str | None = None, *, after: int = 0) -> AsyncIterator[Entry]:
    """Every entry (of one forum, after a number), forum by forum, oldest first."""
    for each in [forum] if forum is not None else await _forums(conn):
        seq = after
        while page := await _page(conn, each, seq):
            for entry in page:
                yield entry
            seq = page[-1].seq


async def _forums(conn: Connection) -> list[str]:
    return list(await conn.scalars(select(audit.c.forum).distinct().order_by(audit.c.forum)))


async def _page(conn: Connection, forum: str, after: int) -> list[Entry]:
    query = select(audit).where(audit.c.forum == forum, audit.c.seq > after).order_by(audit.c.seq).limit(_PAGE)
    return [Entry(**row._mapping) for row in await conn.execute(query)]


async def with_hash(conn: Connection, begins: str) -> list[Entry]:
    """The entries whose stored hash begins with those hexadecimal digits."""
    query = select(audit).where(audit.c.hash.startswith(begins)).order_by(audit.c.forum, audit.c.seq)
    return [Entry(**row._mapping) for row in await conn.execute(query)]


def is_as_hashed(entry: Entry) -> bool:
    """Whether the entry says what its hash covers, in its texts as well as far as they are there."""
    return entry.hash == _hash(_signed(entry)) and _is_as_said(entry)


async def erasures(conn: Connection) -> list[Entry]:
    """Every entry that says that texts were erased, forum by forum, oldest first."""
    query = select(audit).where(audit.c.what == ERASED).order_by(audit.c.forum, audit.c.seq)
    return [Entry(**row._mapping) for row in await conn.execute(query)]


async def total(conn: Connection) -> int:
    """How many entries there are."""
    return await conn.scalar(select(func.count()).select_from(audit)) or 0


async def first_break(conn: Connection) -> Entry | None:
    """The first entry that is not what its chain says, or None where every chain is whole.

    Each entry follows from the one before it, and each text is what was said, or a later entry says it was erased.
    """
    for forum in await _forums(conn):
        if (broken := await _break_in(conn, forum)) is not None:
            return broken
    return None


async def _break_in(conn: Connection, forum: str) -> Entry | None:
    seq, previous = 0, _FIRST
    gone: set[_Text] = set()  # and no entry so far says that they were erased
    async for entry in entries(conn, forum):
        is_next = entry.seq == seq + 1 and entry.previous == previous
        if not is_next or not is_as_hashed(entry):
            return entry
        erased = _erased_by(entry)
        for text in erased:
            if (target := await get(conn, forum, text[0])) is not None and text[1] in by_name(target.texts):
                return target
        gone = gone - erased | {(entry.seq, name) for name in _digests(entry).keys() - by_name(entry.texts).keys()}
        seq, previous = entry.seq, entry.hash
    return await get(conn, forum, min(gone)[0]) if gone else None


_Text = tuple[int, str]
"""A text of the log: the number of its entry, and its name there."""


def _is_as_said(entry: Entry) -> bool:
    """Whether the texts that are still there are those that the chain has the digests of."""
    digests = _digests(entry)
    return all(is_what_was_said(kept, digests.get(name)) for name, kept in by_name(entry.texts).items())


def _digests(entry: Entry) -> Mapping[str, Any]:
    return by_name(by_name(entry.facts).get("texts"))


def _erased_by(entry: Entry) -> set[_Text]:
    """The texts of earlier entries that this one says were erased."""
    match entry.facts:
        case {"seq": int(seq), "names": list(names)} if entry.what == ERASED and seq < entry.seq:
            return {(seq, str(name)) for name in names}
        case _:
            return set()


def _signed(entry: Entry) -> dict[str, Any]:
    fields = ("forum", "seq", "at", "actor", "what", "facts", "previous")
    return {name: getattr(entry, name) for name in fields}


def _hash(fields: Mapping[str, Any]) -> str:
    signed = dict(fields) | {"at": fields["at"].astimezone(UTC).isoformat(timespec="microseconds")}
    return hashlib.sha256(json.dumps(signed, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
