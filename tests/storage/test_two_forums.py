"""One transaction may write for two forums: each has its own log for it, and none of them waits for ever."""

import asyncio
from dataclasses import replace

import pytest

from storage import audit
from storage import forum as forums
from storage.database import Database, DatabaseAway
from storage.holding import hold_forum
from storage.proving import first_fault
from tests.harness.klynge_nord import charter_texts, klynge_nord
from tests.storage.test_vouching import CHANNEL, FORUM, NOON

OTHER = "politisk-klynge-syd"
BOTH = (FORUM, OTHER)


@pytest.fixture
async def two(stored: Database) -> Database:
    """A database with a second forum."""
    south = replace(klynge_nord(), id=OTHER, people=(), seats=(), meetings=(), choices={}, organisations=())
    async with stored.writing(OTHER) as conn:
        await forums.put(conn, south, *charter_texts())
    return stored


async def write_both(database: Database, first: str, second: str, *, after: float = 0.0) -> None:
    async with database.writing(first) as conn:
        await asyncio.sleep(after)  # so that whoever comes from the other side holds the other by then
        await hold_forum(conn, second)
        for forum in (first, second):
            await forums.tie(conn, forum, replace(CHANNEL, id=f"19:{forum}"))
            await audit.append(conn, forum, at=NOON, actor=None, what="forum.tied", facts={})


async def newest(database: Database, forum: str) -> audit.Entry:
    async with database.reading() as conn:
        return [entry async for entry in audit.entries(conn, forum)][-1]


async def is_whole(database: Database) -> bool:
    async with database.snapshot() as conn:
        return await first_fault(conn) is None


async def test_what_is_written_of_each_is_vouched_for_by_its_own_log(two: Database) -> None:
    await write_both(two, FORUM, OTHER)
    for forum in BOTH:
        entry = await newest(two, forum)
        assert entry.what == "forum.tied"
        assert list(entry.facts["rows"]) == ["forums"]
    assert await is_whole(two)


async def test_two_that_wait_for_each_others_forum_both_come_to_an_end(two: Database) -> None:
    async def again(first: str, second: str) -> None:
        try:
            await write_both(two, first, second, after=0.1)
        except DatabaseAway:  # a turn begins anew
            await write_both(two, first, second)

    await asyncio.wait_for(asyncio.gather(again(FORUM, OTHER), again(OTHER, FORUM)), timeout=20)
    for forum in BOTH:
        async with two.reading() as conn:
            tied = [entry async for entry in audit.entries(conn, forum) if entry.what == "forum.tied"]
        assert len(tied) == 2
    assert await is_whole(two)
