"""Whether a chain is whole: each entry follows from the one before, each text is what was said or said to be erased."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, select

from storage.audit.erasing import ERASED
from storage.audit.log import FIRST, TEXTS, Entry, at, audit, entries, hash_of
from storage.engine.connection import Connection
from storage.salted import by_name, is_what_was_said

Heard = Callable[[Entry], bool]
"""Is told each entry that follows from the one before it; False where the entry may not say what it says."""

_SIGNED = ("forum", "seq", "at", "actor", "what", "facts", "previous")

_UNREADABLE = (ValueError, TypeError)

_Text = tuple[int, str]
"""A text of the log: the number of its entry, and its name there."""


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that is not what its chain says."""

    forum: str
    seq: int
    what: str


async def broken_in(conn: Connection, chain: str, heard: Heard = lambda _entry: True) -> Break | None:
    """The first break in the chain, or None where it is whole."""
    seq, previous = 0, FIRST
    gone: set[_Text] = set()  # and no entry so far says that they were erased
    async for entry in _readable(conn, chain):
        if isinstance(entry, Break):
            return entry
        is_next = entry.seq == seq + 1 and entry.previous == previous
        if not is_next or not is_as_hashed(entry) or not heard(entry):
            return _at(entry)
        erased = _erased_by(entry)
        if (kept := await _kept_of(conn, chain, erased)) is not None:
            return kept
        gone = gone - erased | {(entry.seq, name) for name in _digests(entry).keys() - by_name(entry.texts).keys()}
        seq, previous = entry.seq, entry.hash
    forgotten = await at(conn, chain, min(gone)[0]) if gone else None
    return None if forgotten is None else _at(forgotten)


async def _readable(conn: Connection, chain: str) -> AsyncIterator[Entry | Break]:
    """Each entry; the first that cannot be read is a break, since the program never wrote what stands there."""
    seq = 0
    try:
        async for entry in entries(conn, chain):
            seq = entry.seq
            yield entry
    except _UNREADABLE:
        async for each in _one_by_one(conn, chain, seq):
            yield each


async def _one_by_one(conn: Connection, chain: str, after: int) -> AsyncIterator[Entry | Break]:
    query = select(audit.c.seq, cast(audit.c.what, String)).where(audit.c.forum == chain).order_by(audit.c.seq)
    while (row := (await conn.execute(query.where(audit.c.seq > after).limit(1))).one_or_none()) is not None:
        after, what = row
        try:
            entry = await at(conn, chain, after)
        except _UNREADABLE:
            entry = None
        if entry is None:
            yield Break(chain, after, what)
            return
        yield entry


def is_as_hashed(entry: Entry) -> bool:
    """Whether the entry says what its hash covers, in its texts as well as far as they are there."""
    return entry.hash == hash_of(_signed(entry)) and _is_as_said(entry)


def _at(entry: Entry) -> Break:
    return Break(entry.forum, entry.seq, entry.what)


async def _kept_of(conn: Connection, chain: str, erased: set[_Text]) -> Break | None:
    """The entry that still has a text which is said to be erased."""
    for seq, name in sorted(erased):
        target = await at(conn, chain, seq)
        if target is not None and name in by_name(target.texts):
            return _at(target)
    return None


def _is_as_said(entry: Entry) -> bool:
    """Whether the texts that are still there, if any, are those that the chain has the digests of."""
    digests, texts = _digests(entry), by_name(entry.texts)
    is_proper = entry.texts is None or bool(texts)
    return is_proper and all(is_what_was_said(kept, digests.get(name)) for name, kept in texts.items())


def _digests(entry: Entry) -> Mapping[str, Any]:
    return by_name(by_name(entry.facts).get(TEXTS))


def _erased_by(entry: Entry) -> set[_Text]:
    """The texts of earlier entries that this one says were erased."""
    match entry.facts:
        case {"seq": int(seq), "names": list(names)} if entry.what == ERASED and seq < entry.seq:
            return {(seq, str(name)) for name in names}
        case _:
            return set()


def _signed(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _SIGNED}
