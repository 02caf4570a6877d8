"""What a transaction writes is noted here until an entry of the log carries it: nothing of it can be forgotten."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, select

from storage.engine.connection import WritingConnection
from storage.proof.digests import as_stored, digest_of_group, digest_of_stored, digest_of_values
from storage.proof.tables import forum_of, key_of, spelled

Rows = dict[str, dict[str, str]]
"""By table and key: the digest of the row."""

_KEPT = "klyngebot_ledger"


class Ledger:
    """The rows of each forum that the transaction holds, as far as they were written since its log's last entry."""

    def __init__(self) -> None:
        self._rows: dict[str, Rows] = {}

    def hold(self, forum: str) -> None:
        """Note what is written of that forum, too: nobody else writes it from now on."""
        self._rows.setdefault(forum, {})

    def holds(self, forum: str) -> bool:
        """Whether the transaction is the only one that writes for that forum."""
        return forum in self._rows

    def note(self, table: Table, forum: str, key: str, digest: str) -> None:
        """Note what a row says from now on; ValueError where another may be writing it, too."""
        if not self.holds(forum):
            raise ValueError(f"{table.name} of {forum} is written in a transaction that does not hold that forum")
        self._rows[forum].setdefault(table.name, {})[key] = digest

    def left(self) -> tuple[str, ...]:
        """The forums of which something was noted."""
        return tuple(forum for forum, rows in self._rows.items() if rows)

    def taken(self, forum: str) -> Rows:
        """Everything that was noted of that forum, which is noted no longer."""
        rows = self._rows.get(forum, {})
        if rows:
            self._rows[forum] = {}
        return rows


def open_ledger(conn: WritingConnection, forum: str | None) -> None:
    """Begin to note what the transaction writes."""
    conn.info[_KEPT] = Ledger()
    if forum is not None:
        ledger(conn).hold(forum)


def ledger(conn: WritingConnection) -> Ledger:
    """What the transaction has written so far."""
    return cast(Ledger, conn.info[_KEPT])


def note(conn: WritingConnection, table: Table, values: Mapping[str, Any]) -> None:
    """Note a row that is written with these values."""
    forum = values[forum_of(table).name]
    ledger(conn).note(table, forum, spelled(table, values), digest_of_values(table, values))


async def note_stored(conn: WritingConnection, table: Table, forum: str, *where: ColumnElement[bool]) -> None:
    """Note rows as they stand now, where not every value of theirs is in hand."""
    query = select(*as_stored(table)).where(forum_of(table) == forum, *where)
    found = [(row, digest_of_stored(table, row)) for row in await conn.execute(query)]
    if key_of(table):
        for row, digest in found:
            ledger(conn).note(table, forum, spelled(table, row._asdict()), digest)
    else:
        ledger(conn).note(table, forum, "", digest_of_group(digest for _, digest in found))
