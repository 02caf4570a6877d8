"""Two replicas fetch what two people send at once: each file once, each number once, within what may be kept."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.domain.attachments.notices import AttachmentNotice
from storage import attachments
from storage.database import Database
from storage.proving import first_fault
from tests.fetching.setting import (
    COORDINATOR,
    FORUM,
    MEETING,
    SECRETARIAT,
    Shelf,
    fetching,
    heard,
    names_of,
    prepared,
    sent,
    stopped,
    until,
    waiting,
)
from tests.harness.databases import copied
from tests.harness.elapsed import HandClock

DONE = AttachmentNotice.DONE


@pytest.fixture
async def replicas(server: str) -> AsyncIterator[tuple[Database, Database]]:
    """One database as two replicas have it."""
    url = copied(server)
    each = Database(url), Database(url)
    await prepared(each[0])
    yield each
    for database in each:
        await database.close()


async def test_what_two_people_send_at_once_is_fetched_once_and_no_number_is_given_twice(
    replicas: tuple[Database, Database],
) -> None:
    at, shelf = HandClock(), Shelf()
    running = [asyncio.create_task(fetching(each, at, shelf.fetch).run()) for each in replicas]
    await asyncio.gather(
        sent(replicas[0], "a", *(f"A{number}.txt" for number in range(4)), at=at),
        sent(replicas[1], "b", *(f"B{number}.txt" for number in range(4)), at=at, person=SECRETARIAT),
    )
    shelf.gate.set()
    await until(replicas[0])
    for each in running:
        await stopped(each)
    assert len(shelf.asked) == len(set(shelf.asked)) == 8
    assert len(await names_of(replicas[0])) == 8
    assert await heard(replicas[0], DONE) == [""] * 8
    async with replicas[0].snapshot() as conn:
        assert sorted((await attachments.numbers(conn, FORUM, MEETING)).values()) == list(range(1, 9))
        assert await first_fault(conn) is None


async def test_what_has_no_room_in_the_forum_is_refused_and_takes_none(database: Database) -> None:
    at, shelf = HandClock(), Shelf()
    await prepared(database)
    shelf.gate.set()
    await sent(database, "a", "Et.txt", "To.txt", "Tre.txt", at=at)
    room = fetching(database, at, shelf.fetch, most=70)  # each takes some 30 bytes
    running = asyncio.create_task(room.run())
    await until(database)
    await stopped(running)
    assert await heard(database, DONE) == ["", "", "attachment_full"]
    assert len(await names_of(database)) == 2
    async with database.reading() as conn:
        assert await attachments.total_size(conn, FORUM) <= 70


async def test_a_slow_place_holds_up_what_lies_elsewhere_no_longer_than_its_patience(database: Database) -> None:
    at, shelf = HandClock(), Shelf()
    await prepared(database)
    await sent(database, "a", "Langsom.txt", at=at)
    running = asyncio.create_task(fetching(database, at, shelf.fetch).run())
    async with asyncio.timeout(10):
        while not shelf.asked:  # noqa: ASYNC110 - nobody else is told
            await asyncio.sleep(0.005)
    async with asyncio.timeout(5), database.writing(FORUM):
        pass  # whoever writes waits for nothing
    await sent(database, "b", "Anden.txt", at=at, person=COORDINATOR)
    assert await waiting(database) == 2
    shelf.gate.set()
    await until(database)
    await stopped(running)
    assert sorted(await names_of(database)) == ["Anden.txt", "Langsom.txt"]
