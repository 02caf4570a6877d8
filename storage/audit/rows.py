"""Whether the tables say what the log vouches for: the newest digest of each row against the row as it stands."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Column, Row, Select, Table, Text, bindparam, cast, select, tuple_

from storage.audit.log import ROWS, Entry, append, audit
from storage.engine.connection import Connection, WritingConnection
from storage.proof.digests import as_stored, digest_of_group, digest_of_stored
from storage.proof.ledger import ledger
from storage.proof.tables import PAGE, forum_of, key_of, parts, spelled
from storage.salted import by_name

BEGUN = "proof.begun"
"""What an entry is called that vouches for rows which stood before the log vouched for any."""

_PAGE = 500
_EMPTY = digest_of_group(())


class How(StrEnum):
    """How a row departs from what the log says of it."""

    CHANGED = "changed"
    MISSING = "missing"
    UNKNOWN = "unknown"  # no entry speaks of it
    UNLOGGED = "unlogged"  # its forum has no log


@dataclass(frozen=True, slots=True)
class Difference:
    """The first row that departs; `seq` is the newest entry that vouched for it, `key` is its own within the forum."""

    forum: str
    how: How
    table: str
    key: tuple[str, ...]
    seq: int | None


class Vouched:
    """What a chain says of its forum's rows, as far as it was heard."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, tuple[str, int]]] = {}
        self._is_begun = False
        self.is_logged = False

    def hear(self, entry: Entry) -> bool:
        """Note the digests it carries; False where it begins anew to vouch for what stands."""
        said = by_name(by_name(entry.facts).get(ROWS))
        self.is_logged = True
        if entry.what == BEGUN and self._is_begun:
            return False
        self._is_begun = self._is_begun or (bool(said) and entry.what != BEGUN)
        for table, digests in said.items():
            newest = self._rows.setdefault(table, {})
            for key, digest in by_name(digests).items():
                newest[key] = str(digest), entry.seq
        return True

    def of(self, table: str) -> dict[str, tuple[str, int]]:
        """By key: the newest digest of a row and the number of the entry that says so."""
        return self._rows.get(table, {})


async def first_difference(
    conn: Connection, forum: str, tables: Iterable[Table], vouched: Vouched
) -> Difference | None:
    """The first row of the forum that is not what its chain says, or that only one of them knows."""
    for table in tables:
        left = dict(vouched.of(table.name))
        async for key, digest in _digests(conn, table, forum):
            said = left.pop(key, None)
            if said is None or said[0] != digest:
                return _difference(forum, table, key, said, vouched)
        if left := {key: said for key, said in left.items() if said[0] != _EMPTY}:
            key, (_, seq) = min(left.items(), key=lambda each: each[1][1])
            return Difference(forum, How.MISSING, table.name, parts(table, key), seq)
    return None


def _difference(forum: str, table: Table, key: str, said: tuple[str, int] | None, vouched: Vouched) -> Difference:
    if said is not None:
        return Difference(forum, How.CHANGED, table.name, parts(table, key), said[1])
    how = How.UNKNOWN if vouched.is_logged else How.UNLOGGED
    return Difference(forum, how, table.name, parts(table, key), None)


async def _digests(conn: Connection, table: Table, forum: str) -> AsyncIterator[tuple[str, str]]:
    """The key of each row of the forum, in their order, and what it says."""
    if key_of(table):
        async for row in _rows(conn, table, forum):
            yield spelled(table, row._asdict()), digest_of_stored(table, row)
        return
    together = [digest_of_stored(table, row) async for row in _rows(conn, table, forum)]
    if together:
        yield "", digest_of_group(together)


async def _rows(conn: Connection, table: Table, forum: str) -> AsyncIterator[Row[Any]]:
    first, later = _pages(table)
    page = (await conn.execute(first, {"of": forum})).all()
    while page:
        for row in page:
            yield row
        if len(page) < _most(table):
            return
        last = {f"after_{each.name}": page[-1]._mapping[each.name] for each in _order(table)}
        page = (await conn.execute(later, {"of": forum} | last)).all()


@cache
def _pages(table: Table) -> tuple[Select[Any], Select[Any]]:
    """The first page of a forum's rows and one after it, written once: that takes longer than to read few rows."""
    key = _order(table)
    first = select(*as_stored(table)).where(forum_of(table) == bindparam("of")).order_by(*key).limit(_most(table))
    after = tuple_(*(bindparam(f"after_{each.name}", type_=each.type) for each in key))
    return first, first.where(tuple_(*key) > after)


def _order(table: Table) -> tuple[Column[Any], ...]:
    return key_of(table) or tuple(table.primary_key)


def _most(table: Table) -> int:
    return int(table.info.get(PAGE, _PAGE))


async def is_begun(conn: Connection, chain: str) -> bool:
    """Whether the chain vouches for rows already; what stands then is no longer taken on trust."""
    of_chain = audit.c.forum == chain
    if await conn.scalar(select(audit.c.seq).where(of_chain, audit.c.what == BEGUN).limit(1)) is not None:
        return True
    first = await conn.scalar(select(cast(audit.c.facts, Text)).where(of_chain, audit.c.seq == 1))
    return first is not None and f'"{ROWS}":' in first


async def vouch_for_all(conn: WritingConnection, forum: str, tables: Iterable[Table], *, at: datetime) -> None:
    """Vouch for everything that stands of a forum; the transaction must hold it."""
    noted, count = ledger(conn), 0
    for table in tables:
        async for key, digest in _digests(conn, table, forum):
            noted.note(table, forum, key, digest)
            count += 1
            if count % _PAGE == 0:
                await append(conn, forum, at=at, actor=None, what=BEGUN, facts={})
    if forum in noted.left():
        await append(conn, forum, at=at, actor=None, what=BEGUN, facts={})
