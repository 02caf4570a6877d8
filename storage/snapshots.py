"""Forums that were read before, kept while their stamp stands: most turns then ask for that alone.

A stamp is drawn anew with whatever changes a snapshot, and never again: what was restored to an earlier time bears
another one than what was read since, which of a number that grows nobody could say.
"""

from weakref import WeakKeyDictionary

from sqlalchemy import Pool

from bot.domain.kernel.forum import Forum
from storage.engine.connection import Connection

WRITES = "klyngebot_writes"
"""The execution option of connections that write."""

_kept: WeakKeyDictionary[Pool, dict[str, tuple[str, Forum]]] = WeakKeyDictionary()
"""For each database: forum id → stamp and snapshot."""


def recall(conn: Connection, forum: str, stamp: str | None) -> Forum | None:
    """The forum as it was at that stamp, if it was kept."""
    known, snapshot = _of(conn).get(forum, (None, None))
    return snapshot if known == stamp else None


def keep(conn: Connection, stamp: str | None, snapshot: Forum) -> None:
    """Keep what was read; nothing within a transaction that writes, since its own changes may yet be rolled back."""
    if stamp and conn.sync_connection and not conn.sync_connection.get_execution_options().get(WRITES, False):
        _of(conn)[snapshot.id] = stamp, snapshot


def _of(conn: Connection) -> dict[str, tuple[str, Forum]]:
    return _kept.setdefault(conn.engine.pool, {})
