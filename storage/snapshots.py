"""Forums that were read before, kept while their revision stands: most turns then ask for that number alone."""

from weakref import WeakKeyDictionary

from sqlalchemy import Pool

from bot.domain.kernel.forum import Forum
from storage.engine.connection import Connection

WRITES = "klyngebot_writes"
"""The execution option of connections that write."""

_kept: WeakKeyDictionary[Pool, dict[str, tuple[int, Forum]]] = WeakKeyDictionary()
"""For each database: forum id → revision and snapshot."""


def recall(conn: Connection, forum: str, revision: int) -> Forum | None:
    """The forum as it was at that revision, if it was kept."""
    known, snapshot = _of(conn).get(forum, (None, None))
    return snapshot if known == revision else None


def keep(conn: Connection, revision: int, snapshot: Forum) -> None:
    """Keep what was read; nothing within a transaction that writes, since its own changes may yet be rolled back."""
    if not conn.sync_connection or not conn.sync_connection.get_execution_options().get(WRITES, False):
        _of(conn)[snapshot.id] = revision, snapshot


def _of(conn: Connection) -> dict[str, tuple[int, Forum]]:
    return _kept.setdefault(conn.engine.pool, {})
