"""A forum is read anew exactly when something about it has changed, whoever changed it."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.forum import Forum
from bot.usecases.charter_texts import read_charter
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import WritingConnection
from tests.harness.klynge_nord import charter_texts, klynge_nord

NORD = "politisk-klynge-nord"
CHANNEL = Conversation(
    place=Place.CHANNEL,
    service_url="https://smba.trafficmanager.net/emea",
    tenant="tenant",
    id="19:kanal",
    bot="28:bot",
)


async def _read(database: Database) -> Forum:
    async with database.reading() as conn:
        found = await forums.get(conn, NORD, read_charter)
    assert found is not None
    return found


async def _rename(conn: WritingConnection) -> None:
    await forums.put(conn, replace(klynge_nord(), name="Et andet navn"), *charter_texts())


async def _move_a_meeting(conn: WritingConnection) -> None:
    forum = klynge_nord()
    first, *others = forum.meetings
    moved = replace(first, starts=first.starts + timedelta(days=1), ends=first.ends + timedelta(days=1))
    await forums.put(conn, replace(forum, meetings=(moved, *others)), *charter_texts())


async def _tie(conn: WritingConnection) -> None:
    await forums.tie(conn, NORD, CHANNEL)


async def _expect(conn: WritingConnection) -> None:
    await forums.expect(conn, NORD, "19:en-anden")


@pytest.mark.parametrize("change", [_rename, _move_a_meeting, _tie])
async def test_a_change_is_seen_by_the_next_reader(
    database: Database, change: Callable[[WritingConnection], Coroutine[Any, Any, None]]
) -> None:
    before = await _read(database)
    assert await _read(database) is before
    async with database.writing(NORD) as conn:
        await change(conn)
    after = await _read(database)
    assert after != before
    assert await _read(database) is after


async def test_an_expected_channel_takes_the_old_one_away(database: Database) -> None:
    async with database.writing(NORD) as conn:
        await _tie(conn)
    assert (await _read(database)).channel == CHANNEL
    async with database.writing(NORD) as conn:
        await _expect(conn)
    assert (await _read(database)).channel is None


async def test_what_is_rolled_back_was_never_seen(database: Database) -> None:
    before = await _read(database)
    with pytest.raises(ZeroDivisionError):
        await _renamed_and_then(database)
    assert await _read(database) is before
    async with database.writing(NORD) as conn:
        await _move_a_meeting(conn)
    assert (await _read(database)).name == before.name


async def _renamed_and_then(database: Database) -> None:
    async with database.writing(NORD) as conn:
        await _rename(conn)
        seen = await forums.get(conn, NORD, read_charter)
        assert seen is not None
        assert seen.name == "Et andet navn"
        _ = 1 / 0
