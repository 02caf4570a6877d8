"""The database: one engine, reading and writing transactions; returning commits, raising rolls back."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy import event, make_url, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.tables import forums

DatabaseFault = SQLAlchemyError
"""What a query raises when the database cannot do its part."""

Connection = AsyncConnection
"""An open transaction, as the rooms above storage know it."""

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
_BUSY_MILLISECONDS = 10_000
_CONNECT_SECONDS = 10  # else a server that does not answer is waited for for minutes


class Database:
    """One database; `woken` is called after each commit, so that what became due leaves at once."""

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        self.url = driver_url(url)
        self._engine = _engine(self.url, pool_size)
        # SQLite lets those who want to write sleep and try again; in line, each writes as soon as the last is done.
        self._pen: AbstractAsyncContextManager[object] = nullcontext() if self.file is None else asyncio.Lock()
        self.woken: Callable[[], None] = _nobody

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes nothing."""
        async with self._engine.connect() as conn:
            yield conn

    @asynccontextmanager
    async def writing(self, forum: str | None = None, *, wakes: bool = True) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes; with a forum, the only one that writes for it until it ends."""
        async with self._pen, self._engine.connect() as conn:
            conn = await conn.execution_options(klyngebot_writes=True)
            async with conn.begin():
                if forum is not None:
                    # Not the strongest lock: what delivery writes refers to the forum and must not wait for it.
                    held = select(forums.c.id).where(forums.c.id == forum)
                    await conn.execute(held.with_for_update(key_share=True))
                yield conn
        if wakes:
            self.woken()

    @property
    def file(self) -> str | None:
        """The file of an embedded database, None for a server's."""
        return self.url.database if self.url.drivername.startswith("sqlite") else None

    async def close(self) -> None:
        """Give back every connection."""
        await self._engine.dispose()


def driver_url(url: str) -> URL:
    """The plain `sqlite:///…` or `postgresql://…` with our driver; ValueError for any other database."""
    plain = make_url(url)
    if plain.drivername not in _DRIVERS:
        raise ValueError(plain.drivername)
    return plain.set(drivername=_DRIVERS[plain.drivername])


def _engine(url: URL, pool_size: int) -> AsyncEngine:
    is_server = url.drivername.startswith("postgresql")
    if is_server and "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(_CONNECT_SECONDS)})
    engine = create_async_engine(url, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=is_server)
    if url.drivername.startswith("sqlite"):
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver must not begin by itself: see _begin_sqlite
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "foreign_keys = ON",
        "synchronous = FULL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(conn: Any) -> None:
    """A read that turns into a write fails at once under WAL, so writers take their lock at the start."""
    writes = conn.get_execution_options().get("klyngebot_writes", False)
    conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _nobody() -> None:
    return None
