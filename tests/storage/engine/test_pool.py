"""Whatever is cancelled or cut, at whatever moment: all connections can be had at once afterwards, and none is lost."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, suppress
from random import Random
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from storage.database import Database, DatabaseAway
from tests.harness import attacks
from tests.harness.databases import copied

SIZE = 3
_AT_ONCE = 10.0  # seconds, of which an idle machine needs a hundredth
_OURS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"

Use = Callable[[], AbstractAsyncContextManager[Any]]


@pytest.fixture(autouse=True)
def nobody_collects() -> Iterator[None]:
    """What only the garbage collector gives back is not given back: it comes when it likes."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database of each kind, for three readers and three writers at once."""
    database = Database(database_url, pool_size=SIZE)
    yield database
    await database.close()


async def _look(use: Use) -> None:
    async with use() as conn:
        await conn.scalar(text("SELECT 1"))


async def _hurried(use: Use, chance: Random, longest: float) -> None:
    """Look, and be cancelled meanwhile, as often as not a second time while what was begun is taken back."""
    looking = asyncio.create_task(_look(use))
    for _ in range(chance.choice((1, 2, 3))):
        await asyncio.sleep(chance.random() * longest)
        looking.cancel()
    await asyncio.gather(looking, return_exceptions=True)


async def _all_at_once(database: Database) -> None:
    """Have every connection in hand at the same time."""
    writers = SIZE if database.file is None else 1
    uses: list[Use] = [*[database.reading] * SIZE, *[database.writing] * writers]
    everybody = asyncio.Barrier(len(uses))

    async def hold(use: Use) -> None:
        with suppress(DatabaseAway):  # of a line whose cut has not been heard of yet
            async with use() as conn:
                await conn.scalar(text("SELECT 1"))
                await everybody.wait()
                return
        await hold(use)

    async with asyncio.timeout(_AT_ONCE):
        await asyncio.gather(*(hold(use) for use in uses))


def _uses(database: Database) -> list[Use]:
    return [database.reading, database.snapshot, database.writing]


async def test_whoever_is_cancelled_keeps_nobody_waiting_afterwards(database: Database) -> None:
    chance = attacks.chance("being cancelled")
    for _ in range(attacks.times * 30):
        await asyncio.gather(*(_hurried(use, chance, 0.01) for use in _uses(database) * SIZE))
    await _all_at_once(database)


async def _cut(url: str) -> None:
    """Cut every line, and wait until both of its ends know it."""
    await asyncio.to_thread(_terminate, url)
    await asyncio.sleep(0.01)


def _terminate(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute(f"SELECT count(pg_terminate_backend(pid, 5000)) {_OURS}")  # milliseconds to wait for it at most


def _backends(url: str) -> int:
    with psycopg.connect(url, autocommit=True) as conn:
        found = conn.execute(f"SELECT count(*) {_OURS}").fetchone()
    assert found
    return int(found[0])


async def _nobody_else_is_there(url: str) -> None:
    """Wait for those that were told to go: a busy server takes its time."""
    for _ in range(100):
        if (found := await asyncio.to_thread(_backends, url)) == 2 * SIZE:
            break
        await asyncio.sleep(0.05)
    assert found == 2 * SIZE


@pytest.fixture
async def cut_off(server: str) -> AsyncIterator[tuple[Database, str]]:
    """A database on a server, and its URL."""
    url = copied(server)
    database = Database(url, pool_size=SIZE)
    yield database, url
    await database.close()


async def test_whoever_is_cancelled_while_a_connection_is_opened_leaves_none_behind(
    cut_off: tuple[Database, str],
) -> None:
    database, url = cut_off
    chance = attacks.chance("opening")
    for _ in range(attacks.times * 30):
        await asyncio.gather(*(_hurried(use, chance, 0.04) for use in _uses(database)))
        await _cut(url)  # so that the next are opened anew
    await _all_at_once(database)
    await _nobody_else_is_there(url)


async def test_a_server_that_cuts_every_line_again_and_again_keeps_nobody_waiting_afterwards(
    cut_off: tuple[Database, str],
) -> None:
    database, url = cut_off
    chance = attacks.chance("cutting")
    done = asyncio.Event()

    async def go_on(use: Use) -> None:
        while not done.is_set():
            await _hurried(use, chance, 0.03)

    using = asyncio.gather(*(go_on(use) for use in _uses(database) * SIZE))
    for _ in range(attacks.times * 40):
        await asyncio.sleep(chance.random() * 0.03)
        await _cut(url)
    done.set()
    await using
    await _all_at_once(database)
    await _nobody_else_is_there(url)
