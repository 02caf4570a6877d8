"""A file that is wanted is here in the end and once, whenever the process that fetches it stops or is killed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from bot.domain.attachments.notices import AttachmentNotice
from bot.fetching import PATIENCE
from storage import uploads
from storage.database import Database
from storage.engine.connection import WritingConnection
from tests.fetching.setting import Shelf, away, fetching, heard, names_of, prepared, sent, stopped, until, waiting
from tests.harness.elapsed import HandClock

DONE = AttachmentNotice.DONE
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def at(database: Database) -> HandClock:
    """The real moment, at which two files of one message are wanted."""
    at = HandClock()
    await prepared(database)
    await sent(database, "a", "Et.txt", "To.txt", at=at)
    return at


async def free(database: Database, at: HandClock) -> int:
    """How many files anybody may fetch at that very moment; they are given back."""
    async with database.writing() as conn:
        found = []
        while (one := await uploads.claim(conn, at=at(), until=at() + MINUTE)) is not None:
            found.append(one)
        for each in found:
            await uploads.give_back(conn, each, at=at())
    return len(found)


async def fetch_all(database: Database, at: HandClock) -> None:
    """Another process fetches what it finds."""
    shelf = Shelf()
    shelf.gate.set()
    running = asyncio.create_task(fetching(database, at, shelf.fetch).run())
    await until(database)
    await stopped(running)


class _Overtaken(Database):
    """Once the first claim is committed, whoever waits for it is cancelled before they know of it."""

    running: "asyncio.Task[None] | None" = None

    @asynccontextmanager
    async def writing(self, forum: str | None = None, *, wakes: bool = True) -> AsyncIterator[WritingConnection]:
        """The same, with a stop right behind its commit."""
        async with super().writing(forum, wakes=wakes) as conn:
            yield conn
        if self.running is not None:
            self.running.cancel()
            self.running = None


class _Killed(Database):
    """What is done in a forum is never committed."""

    @asynccontextmanager
    async def writing(self, forum: str | None = None, *, wakes: bool = True) -> AsyncIterator[WritingConnection]:
        """The same, undone at its end where a forum is held."""
        async with super().writing(forum, wakes=wakes) as conn:
            yield conn
            if forum is not None:
                raise ConnectionError


async def test_what_was_claimed_when_a_stop_came_is_free_at_once(database: Database, at: HandClock) -> None:
    overtaken, shelf = _Overtaken(f"sqlite:///{database.file}"), Shelf()
    overtaken.running = running = asyncio.create_task(fetching(overtaken, at, shelf.fetch).run())
    await asyncio.wait({running})
    await overtaken.close()
    assert running.cancelled()
    assert (shelf.asked, await free(database, at)) == ([], 2)


async def _stopped_at(look: int, database: Database, at: HandClock) -> None:
    looks = 0

    def elapsed() -> datetime:
        nonlocal looks
        looks += 1
        if looks == look:
            running.cancel()
        return at()

    running = asyncio.create_task(fetching(database, elapsed, Shelf().fetch).run())
    await asyncio.wait({running})


async def test_wherever_a_stop_falls_every_file_is_free_at_once(database: Database, at: HandClock) -> None:
    for look in range(1, 4):  # at the look that it is told the moment for: before, between and behind both claims
        await _stopped_at(look, database, at)
        assert await free(database, at) == 2, look
    for step in range(12):
        running = asyncio.create_task(fetching(database, at, Shelf().fetch).run())
        await asyncio.sleep(step / 1_000)
        await stopped(running)
        assert await free(database, at) == 2, step
    await fetch_all(database, at)
    assert (await names_of(database), await heard(database, DONE)) == (["Et.txt", "To.txt"], ["", ""])


async def test_what_a_killed_process_had_is_fetched_after_its_lease_and_not_before(
    database: Database, at: HandClock
) -> None:
    async with database.writing() as conn:  # both phases: one is fetched and not stored, the other not even fetched
        for _ in range(2):
            assert await uploads.claim(conn, at=at(), until=at() + PATIENCE) is not None
    assert await free(database, at) == 0
    at.moment += PATIENCE
    await fetch_all(database, at)
    assert (await names_of(database), await waiting(database)) == (["Et.txt", "To.txt"], 0)


async def test_what_a_kill_undid_before_the_commit_is_stored_by_the_next_once(
    database: Database, at: HandClock
) -> None:
    killed, shelf = _Killed(f"sqlite:///{database.file}"), Shelf()
    shelf.gate.set()
    running = asyncio.create_task(fetching(killed, at, shelf.fetch).run())
    async with asyncio.timeout(10):
        while len(shelf.asked) < 2:  # noqa: ASYNC110 - nobody else is told
            await asyncio.sleep(0.005)
    await stopped(running)
    await killed.close()
    assert await names_of(database) == []
    at.moment += 3 * MINUTE
    await fetch_all(database, at)
    assert (await names_of(database), await heard(database, DONE)) == (["Et.txt", "To.txt"], ["", ""])


async def test_one_that_lost_its_lease_takes_nothing_from_whoever_fetches_by_then(
    database: Database, at: HandClock
) -> None:
    async with database.writing() as conn:
        late = await uploads.claim(conn, at=at(), until=at() + MINUTE)
        at.moment += MINUTE
        others = [await uploads.claim(conn, at=at(), until=at() + MINUTE) for _ in range(2)]
        assert late is not None
        (held,) = [each for each in others if each is not None and each.place == late.place]
        await uploads.give_back(conn, late, at=at())
        assert await uploads.claim(conn, at=at(), until=at() + MINUTE) is None
        assert not await uploads.end(conn, late)
        assert await uploads.end(conn, held)


async def test_what_fails_is_tried_again_and_given_up_and_its_sender_hears_the_end(
    database: Database, at: HandClock
) -> None:
    for why, tries in (("attachment_away", 6), ("generic", 12)):
        shelf = Shelf(fails=[away() if why == "attachment_away" else LookupError() for _ in range(60)])
        shelf.gate.set()
        room = fetching(database, at, shelf.fetch)
        running = asyncio.create_task(room.run())
        async with asyncio.timeout(10):
            while await waiting(database):
                at.moment += 3 * MINUTE
                room.wake()
                await asyncio.sleep(0.02)
        await stopped(running)
        assert len(shelf.asked) >= tries
        assert (await heard(database, DONE)).count(why) == 2
        await sent(database, "b", "Et.txt", "To.txt", at=at)
