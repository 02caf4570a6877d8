"""Connections that stay open: taking one from SQLAlchemy and giving it back costs more than most turns ask."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine.driver import is_cut, refuse_writes, roll_back, told
from storage.engine.ending import to_its_end


class Pool:
    """At most `most` connections of an engine that keeps none itself, each in one pair of hands at a time.

    With `reads_only` the database itself refuses to write on any of them. `notes` hears of each fault.
    """

    def __init__(
        self, engine: AsyncEngine, most: int, *, notes: Callable[[DBAPIError], None], reads_only: bool = False
    ) -> None:
        self._engine = engine
        self._notes = notes
        self._reads_only = reads_only
        self._free = asyncio.Semaphore(most)
        self._idle: list[AsyncConnection] = []
        self._is_closed = False

    @asynccontextmanager
    async def one(self) -> AsyncIterator[AsyncConnection]:
        """A connection; where something is raised with it in hand, what it had begun is rolled back.

        Raises what a database cannot do as SQLAlchemy's errors, whoever found it out.
        """
        async with self._free:
            try:
                conn = await self._take()
                try:
                    yield conn
                    await _settle(conn)
                except BaseException:
                    await to_its_end(self._take_back(conn))
                    raise
                await self._lay_down(conn)
            except Exception as error:
                fault = told(error)
                if isinstance(known := fault or error, DBAPIError):
                    self._notes(known)
                if fault is not None:
                    raise fault from error
                raise

    async def close(self) -> None:
        """Give back every connection; one that is in use is given back after that."""
        self._is_closed = True
        while self._idle:
            await self._idle.pop().close()

    async def _take(self) -> AsyncConnection:
        await asyncio.sleep(0)  # a file answers at once: who uses it again and again would let nobody else act
        while self._idle:
            conn = self._idle.pop()
            if not is_cut(conn):
                return conn
            await to_its_end(_forget(conn))
        return await self._open()

    async def _open(self) -> AsyncConnection:
        conn = await self._engine.connect()
        try:
            if self._reads_only:
                await refuse_writes(conn)
        except BaseException:
            await to_its_end(_forget(conn))
            raise
        return conn

    async def _take_back(self, conn: AsyncConnection) -> None:
        is_usable = False
        try:
            if not is_cut(conn):
                await roll_back(conn)
                await _settle(conn)
                is_usable = not is_cut(conn)
        finally:
            if is_usable:
                await self._lay_down(conn)
            else:
                await _forget(conn)

    async def _lay_down(self, conn: AsyncConnection) -> None:
        if self._is_closed:
            await to_its_end(conn.close())
        else:
            self._idle.append(conn)


async def _settle(conn: AsyncConnection) -> None:
    if conn.in_transaction():  # so SQLAlchemy believes of any statement that it was given to run
        await conn.rollback()


async def _forget(conn: AsyncConnection) -> None:
    if not conn.invalidated:
        await conn.invalidate()
    await conn.close()
