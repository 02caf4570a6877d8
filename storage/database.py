"""The database: one engine, reading and writing transactions; returning commits, raising rolls back."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import datetime
from time import monotonic

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.audit import append_rest
from storage.engine import server, sqlite
from storage.engine.connection import Connection, WritingConnection
from storage.engine.driver import begin, begin_to_read, commit, native_of, roll_back
from storage.engine.elapsed import elapsed_of, server_of
from storage.engine.pool import Pool
from storage.engine.trouble import Trouble, trouble_of
from storage.holding import hold_forum
from storage.proof.ledger import open_ledger
from storage.reached import REACHED_AT
from storage.snapshots import WRITES

DatabaseFault = SQLAlchemyError
"""What a query raises when the database cannot do its part."""

DatabaseAway = OperationalError
"""What a query raises when the database is not there just now, or went away; trying again may help."""

_REMEMBERED = 60.0  # seconds
_DEADLOCK = "40P01"  # also of whoever only stands in the queue behind two that wait for each other
_DRIVERS = {"sqlite": sqlite.DRIVER, "postgresql": server.DRIVER}


class Database:
    """One database; `woken` is called after each commit, so that what became due leaves at once.

    `reached_at` is where people reach the service that works on it, if anybody knows.
    """

    def __init__(self, url: str, *, pool_size: int = 8, reached_at: str = "") -> None:
        self.url = driver_url(url)
        self._engine = _open(self.url).execution_options(**{REACHED_AT: reached_at})
        self._readers = Pool(self._engine, pool_size, notes=self._note, reads_only=True)
        self._writers = Pool(self._engine.execution_options(**{WRITES: True}), pool_size, notes=self._note)
        self._damaged_at = -math.inf
        # A file has one writer: they queue here, in order, rather than at its lock.
        self._writer: AbstractAsyncContextManager[None] = nullcontext() if self.file is None else asyncio.Lock()
        self.woken: Callable[[], None] = _nobody

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """A connection that writes nothing; each statement sees the newest rows."""
        async with self._readers.one() as conn:
            server = server_of(conn.dialect)
            if server is not None and server.is_old:
                await server.measure(native_of(conn))
            yield conn

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Connection]:
        """A connection that writes nothing and for which the time stands still, however long it is used."""
        async with self._readers.one() as conn:
            await begin_to_read(conn)
            yield conn
            await roll_back(conn)

    @asynccontextmanager
    async def writing(self, forum: str | None = None, *, wakes: bool = True) -> AsyncIterator[WritingConnection]:
        """A transaction that writes; with a forum, the only one that writes for it until it ends.

        The log vouches for what it wrote of that forum, whether or not anything else was logged.
        """
        async with self._writer, self._writers.one() as conn:
            try:
                writer = await _begun(conn, forum)
            except Exception as error:
                if getattr(error, "sqlstate", None) != _DEADLOCK:
                    raise
                await roll_back(conn)  # nothing was written yet, so that it may begin anew and nobody need hear of it
                writer = await _begun(conn, forum)
            yield writer
            await append_rest(writer)
            await commit(conn)
        if wakes:
            self.woken()

    def elapsed(self) -> datetime:
        """The real moment by the database's own clock, never pinned: for back-off and leases."""
        return elapsed_of(self._engine.dialect)

    @property
    def file(self) -> str | None:
        """The file of an embedded database, None for a server's."""
        return self.url.database if self.url.drivername.startswith("sqlite") else None

    @property
    def was_damaged(self) -> bool:
        """Whether somebody came upon damage a short while ago: the page that is damaged is not read by everybody."""
        return monotonic() - self._damaged_at < _REMEMBERED

    def _note(self, fault: DBAPIError) -> None:
        if trouble_of(fault)[0] is Trouble.DAMAGED:
            self._damaged_at = monotonic()

    async def close(self) -> None:
        """Give back every connection."""
        await self._readers.close()
        await self._writers.close()


def driver_url(url: str) -> URL:
    """The plain `sqlite:///…` or `postgresql://…` with our driver; ValueError for any other database."""
    plain = make_url(url)
    if plain.drivername not in _DRIVERS:
        raise ValueError(plain.drivername)
    return plain.set(drivername=_DRIVERS[plain.drivername])


def _open(url: URL) -> AsyncEngine:
    return (sqlite.open_sqlite if url.drivername == sqlite.DRIVER else server.open_server)(url)


def _nobody() -> None:
    return None


async def _begun(conn: AsyncConnection, forum: str | None) -> WritingConnection:
    """A transaction that has begun, and holds the forum where one is named."""
    await begin(conn)
    writer = WritingConnection(conn)
    open_ledger(writer, forum)
    if forum is not None:
        await hold_forum(writer, forum)
    return writer
