"""SQLite within the event loop: what its file answers in microseconds is not worth a trip to another thread.

Through the threads of aiosqlite a transaction that reads one row takes 1.0 ms, like this 0.2 ms. Nothing here waits
for long: readers never wait under WAL, a writer that finds the file locked sleeps between tries, and a commit, which
waits for the disk, does go to a thread.
"""

import asyncio
import sqlite3
from functools import partial
from time import monotonic
from typing import Any

from sqlalchemy import URL, NullPool, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.util import LRUCache
from sqlalchemy.util.concurrency import await_

from storage.engine.codec import JSON
from storage.engine.ending import to_its_end

DRIVER = "sqlite+inline"
"""What an engine's URL calls this driver."""

_PATIENCE = 10.0  # seconds for another process to finish writing
_BETWEEN_TRIES = 0.01  # seconds
_BUSY_MILLISECONDS = 50  # how long the loop may stand still: another process recovers or checkpoints the file
_COMPILED: Any = LRUCache(2_000)  # what SQLAlchemy wrote for one file, so that it is not written anew for the next


class _Cursor(sqlite3.Cursor):
    """Runs a statement where it is called; an async engine insists that something is awaited."""

    def execute(self, *args: Any) -> "_Cursor":
        await_(_nothing())
        return super().execute(*args)

    def executemany(self, *args: Any) -> "_Cursor":
        await_(_nothing())
        return super().executemany(*args)

    async def _async_soft_close(self) -> None:
        """What the engine calls when all rows are fetched: they are in memory already."""


class _Connection(sqlite3.Connection):
    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)

    def commit(self) -> None:
        await_(commit(self))


class InlineDialect(SQLiteDialect_pysqlite):
    """SQLAlchemy's dialect for the standard library's SQLite, told that it may be awaited; the same for every file."""

    driver = "inline"
    is_async = True
    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, InlineDialect)

    def __hash__(self) -> int:
        return hash(InlineDialect)


registry.register(DRIVER.replace("+", "."), __name__, InlineDialect.__name__)


def open_sqlite(url: URL) -> AsyncEngine:
    """The engine of a database file."""
    engine = create_async_engine(
        url,
        poolclass=NullPool,
        connect_args={"factory": _Connection},
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
        **JSON,
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver must not begin by itself: see storage/engine/driver.py
    for pragma in (
        f"busy_timeout = {_PATIENCE * 1000:.0f}",  # while two processes make the same file
        "journal_mode = WAL",
        "cache_size = -16384",  # KiB: the rows of a hundred forums do not fit in the usual 2 MB
        "foreign_keys = ON",
        "synchronous = FULL",
        f"busy_timeout = {_BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


async def begin(native: sqlite3.Connection) -> None:
    """Take the one writer's lock at the start: under WAL a read that turns into a write fails at once."""
    until = monotonic() + _PATIENCE
    while True:
        try:
            native.cursor(sqlite3.Cursor).execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            await asyncio.sleep(_BETWEEN_TRIES)
        else:
            return


async def commit(native: sqlite3.Connection) -> None:
    """Wait for the disk elsewhere."""
    if native.in_transaction:
        commit_it = partial(sqlite3.Connection.commit, native)
        await to_its_end(asyncio.get_running_loop().run_in_executor(None, commit_it))  # it is in use until then


async def _nothing() -> None:
    return None
