"""A PostgreSQL that hangs up, and people who do: nobody who comes afterwards notices."""

import asyncio

import pytest
from sqlalchemy import text

from storage.database import Database, DatabaseAway
from tests.harness.databases import copied


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


async def _sleep(database: Database) -> None:
    async with database.writing() as conn:
        await conn.execute(text("CREATE TABLE half (word TEXT)"))
        await conn.execute(text("SELECT pg_sleep(60)"))


async def test_what_is_cancelled_again_and_again_is_rolled_back_and_leaves_a_usable_database(server: str) -> None:
    database = Database(copied(server), pool_size=1)
    for _ in range(3):
        sleeping = asyncio.create_task(_sleep(database))
        await asyncio.sleep(0.2)
        for _ in range(3):
            sleeping.cancel()
            await asyncio.sleep(0)
        await asyncio.gather(sleeping, return_exceptions=True)
        async with database.writing() as conn:
            assert await conn.scalar(text("SELECT count(*) FROM pg_class WHERE relname = 'half'")) == 0
    await database.close()


async def _cut_off(database: Database) -> None:
    async with database.writing() as conn:
        await conn.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


async def _fail(database: Database) -> None:
    async with database.reading():
        raise FileNotFoundError("of ours")


async def test_a_line_that_is_cut_in_use_is_a_database_that_is_away_and_then_is_back(server: str) -> None:
    database = Database(copied(server))
    with pytest.raises(DatabaseAway):
        await _cut_off(database)
    assert await _backend(database)
    await database.close()


async def test_a_server_that_refuses_is_a_database_that_is_away() -> None:
    database = Database("postgresql://127.0.0.1:1/nobody")
    with pytest.raises(DatabaseAway):
        await _backend(database)
    await database.close()


async def test_what_fails_beside_the_database_is_not_taken_for_its_fault(server: str) -> None:
    database = Database(copied(server))
    with pytest.raises(FileNotFoundError):
        await _fail(database)
    await database.close()
