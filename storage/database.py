"""The database: one engine, reading and writing transactions; returning commits, raising rolls back."""

import asyncio
import select as polling
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

from sqlalchemy import AdaptedConnection, event, make_url, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.codec import JSON
from storage.sqlite import DRIVER, WRITES, open_sqlite
from storage.tables import forums

DatabaseFault = SQLAlchemyError
"""What a query raises when the database cannot do its part."""

DatabaseAway = (OperationalError, InterfaceError)
"""What a query raises when the database is not there just now, or went away; trying again may help."""

Connection = AsyncConnection
"""An open transaction, as the rooms above storage know it."""

_DRIVERS = {"sqlite": DRIVER, "postgresql": "postgresql+psycopg"}
_CONNECT_SECONDS = 10  # else a server that does not answer is waited for for minutes


class Database:
    """One database; `woken` is called after each commit, so that what became due leaves at once."""

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        self.url = driver_url(url)
        self._engine = _open(self.url, pool_size)
        is_embedded = self.file is not None
        # A server shows each statement the newest rows anyway: without a transaction it is asked once, not three times.
        self._reader = self._engine if is_embedded else self._engine.execution_options(isolation_level="AUTOCOMMIT")
        # A file has one writer: they queue here, in order, rather than at its lock.
        self._pen: AbstractAsyncContextManager[None] = asyncio.Lock() if is_embedded else nullcontext()
        self.woken: Callable[[], None] = _nobody

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection that writes nothing."""
        async with self._reader.connect() as conn:
            yield conn

    @asynccontextmanager
    async def writing(self, forum: str | None = None, *, wakes: bool = True) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes; with a forum, the only one that writes for it until it ends."""
        async with self._pen, self._engine.connect() as conn:
            conn = await conn.execution_options(**{WRITES: True})
            async with conn.begin():
                if forum is not None and self.file is None:
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


def _open(url: URL, pool_size: int) -> AsyncEngine:
    if url.drivername.startswith("sqlite"):
        return open_sqlite(url, pool_size)
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(_CONNECT_SECONDS)})
    engine = create_async_engine(url, pool_size=pool_size, max_overflow=pool_size, **JSON)
    event.listen(engine.sync_engine, "checkout", _refuse_dead_line)
    return engine


def _refuse_dead_line(connection: AdaptedConnection, _record: object, _proxy: object) -> None:
    """An idle line that has something to say says that the server is gone; a ping would cost every use a trip."""
    driver, line = connection.driver_connection, polling.poll()
    if not driver.closed:
        line.register(driver.fileno(), polling.POLLIN)
    if driver.closed or line.poll(0):
        raise DisconnectionError("the server has hung up")


def _nobody() -> None:
    return None
