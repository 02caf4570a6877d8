"""Connections that stay open: taking one from SQLAlchemy's pool and giving it back costs more than most turns ask."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.line import is_cut


class Lines:
    """At most `most` connections of an engine, each in one pair of hands at a time."""

    def __init__(self, engine: AsyncEngine, most: int) -> None:
        self._engine = engine
        self._free = asyncio.Semaphore(most)
        self._idle: list[AsyncConnection] = []

    @asynccontextmanager
    async def one(self) -> AsyncIterator[AsyncConnection]:
        """A connection; where something is raised with it in hand, what it had begun is rolled back."""
        async with self._free:
            conn = await self._take()
            try:
                yield conn
                if conn.in_transaction():  # so SQLAlchemy believes: see open_engine
                    await conn.rollback()
            except BaseException:
                await asyncio.shield(_give_up(conn))
                raise
            self._idle.append(conn)

    async def close(self) -> None:
        """Give back every connection that nobody uses."""
        while self._idle:
            await _give_up(self._idle.pop())

    async def _take(self) -> AsyncConnection:
        while self._idle:
            conn = self._idle.pop()
            if not is_cut(conn):
                return conn
            await _give_up(conn)
        return await self._engine.connect()


async def _give_up(conn: AsyncConnection) -> None:
    """Let SQLAlchemy's pool roll back what was begun, or forget a line that was cut."""
    if not conn.invalidated and is_cut(conn):
        await conn.invalidate()
    await conn.close()
