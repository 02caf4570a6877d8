"""A PostgreSQL that hangs up between two uses: nobody who comes afterwards notices."""

import asyncio

from sqlalchemy import text

from storage.database import Database
from tests.databases import copied


async def _backend(database: Database) -> int:
    async with database.reading() as conn:
        found = await conn.scalar(text("SELECT pg_backend_pid() FROM pg_sleep(0.05)"))
        assert isinstance(found, int)
        return found


async def test_lines_that_the_server_cut_are_replaced_before_they_are_used(server: str) -> None:
    database = Database(copied(server))
    before = set(await asyncio.gather(*(_backend(database) for _ in range(4))))
    others = "SELECT count(pg_terminate_backend(pid)) FROM unnest(CAST(:those AS int[])) AS pid"
    async with database.reading() as conn:
        assert await conn.scalar(text(f"{others} WHERE pid <> pg_backend_pid()"), {"those": list(before)}) == 3
    await asyncio.sleep(0.2)  # until the news has come
    after = await asyncio.gather(*(_backend(database) for _ in range(4)))
    assert len(before & set(after)) == 1
    await database.close()
