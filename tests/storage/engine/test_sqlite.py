"""SQLite within the event loop: writers wait in order, other processes are waited for, and nobody stands in the way."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database, DatabaseAway, DatabaseFault


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Database]:
    """A file with one empty table."""
    database = Database(f"sqlite:///{tmp_path}/klyngebot.db")
    async with database.writing() as conn:
        await conn.execute(text("CREATE TABLE words (word TEXT)"))
    yield database
    await database.close()


async def _words(database: Database) -> list[str]:
    async with database.reading() as conn:
        return list(await conn.scalars(text("SELECT word FROM words ORDER BY rowid")))


async def _write(database: Database, word: str) -> None:
    async with database.writing() as conn:
        await conn.execute(text("INSERT INTO words VALUES (:word)"), {"word": word})
        await asyncio.sleep(0)


async def _write_twice(database: Database) -> None:
    async with database.writing() as conn:
        await conn.execute(text("INSERT INTO words VALUES ('no')"))
        await conn.execute(text("INSERT INTO sentences VALUES ('no such table')"))


async def test_many_who_write_at_once_write_in_their_order(file: Database) -> None:
    expected = [str(number) for number in range(100)]
    await asyncio.gather(*(_write(file, word) for word in expected))
    assert await _words(file) == expected


async def test_a_writer_in_another_process_is_waited_for_while_others_read(file: Database) -> None:
    other = sqlite3.connect(str(file.file), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO words VALUES ('theirs')")
    ours = asyncio.create_task(_write(file, "ours"))
    await asyncio.sleep(0.2)
    assert not ours.done()
    assert await _words(file) == []
    other.execute("COMMIT")
    await ours
    other.close()
    assert await _words(file) == ["theirs", "ours"]


async def test_whoever_reads_again_and_again_lets_others_act(file: Database) -> None:
    others = asyncio.create_task(asyncio.sleep(0, "acted"))
    for _ in range(5):
        await _words(file)
    assert others.done()


async def test_a_commit_that_is_cancelled_leaves_all_or_nothing_and_a_usable_database(file: Database) -> None:
    for number in range(30):
        writing = asyncio.create_task(_write(file, str(number)))
        for _ in range(number):
            await asyncio.sleep(0)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
    await _write(file, "last")
    found = await _words(file)
    assert found[-1] == "last"
    assert len(found) == len(set(found))


async def test_what_raises_is_rolled_back(file: Database) -> None:
    with pytest.raises(DatabaseFault):
        await _write_twice(file)
    assert await _words(file) == []


async def test_a_file_that_cannot_be_opened_is_a_database_that_is_away(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/missing/klyngebot.db")
    with pytest.raises(DatabaseAway):
        await _words(database)
    await database.close()
