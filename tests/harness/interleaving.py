"""Two transactions whose steps fall in an order that a test decides: one is held open while the other runs."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import text

from storage.database import Database
from storage.engine.connection import WritingConnection

Work = Callable[[WritingConnection], Awaitable[Any]]

_WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
_PATIENCE = 10.0  # seconds


async def overtaken(first: Database, second: Database, one: Work, other: Work) -> tuple[Any, Any]:
    """What came of each: `other` begins while `one` is done and not yet committed."""
    async with first.writing() as conn:
        came = await one(conn)
        running = asyncio.create_task(within(second, other))
        await until_waiting(first, running)
    return came, await running


async def within(database: Database, work: Work) -> Any:
    """What comes of it in a transaction of its own."""
    async with database.writing() as conn:
        return await work(conn)


async def until_waiting(database: Database, *running: "asyncio.Task[Any]") -> None:
    """Until each of them either waits for somebody's lock or has ended; a file has no locks but its one writer's."""
    if database.file is not None:
        return await asyncio.sleep(0.1)
    async with asyncio.timeout(_PATIENCE), database.reading() as conn:
        while (await conn.scalar(_WAITING) or 0) < sum(not each.done() for each in running):  # noqa: ASYNC110 - a server tells nobody
            await asyncio.sleep(0.01)
    return None
