"""At a tick each forum is alone: what is broken in one is told once, and the others' agendas leave."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from sqlalchemy import text

from bot.clock import PinnedClock
from bot.usecases import ticks
from bot.usecases.ticks import Faults, due_agendas, forget_old, send_due_agendas
from cards.kit.elements import Card
from storage import agenda as agendas
from storage import answered, page
from storage.database import Database, DatabaseAway, DatabaseFault
from storage.migrate import upgrade
from tests.bench.town import MEETING, MOMENT, approve, build, forum_id
from tests.harness.klynge_nord import charter_texts, local
from tests.harness.statements import overheard

DISPATCH = local("2027-03-09T08:00")
BROKEN, WHOLE = forum_id(1), (forum_id(0), forum_id(2))

Break = Callable[[Database], Awaitable[None]]


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Three forums whose agendas may leave on their day, on each kind of database."""
    await build(database_url, "http://127.0.0.1:9", count=3)
    await approve(database_url, count=3)
    database = Database(database_url)
    yield database
    await database.close()


async def _unreadable_charter(database: Database) -> None:
    await _write(database, "UPDATE forums SET charter = 'id: [', stamp = 'broken' WHERE id = :forum")


async def _unreadable_agenda(database: Database) -> None:
    await _write(database, """UPDATE agendas SET items = '[{"id": "ingen"}]' WHERE forum = :forum""")


async def _no_such_version(database: Database) -> None:
    await _write(database, "UPDATE approval_rounds SET mode = 'ukendt' WHERE forum = :forum")


async def _write(database: Database, statement: str, **values: str) -> None:
    async with database.writing() as conn:
        await conn.execute(text(statement), {"forum": BROKEN} | values)


async def _sent(database: Database) -> set[str]:
    async with database.reading() as conn:
        found = [await agendas.get(conn, forum, MEETING) for forum in WHOLE]
    return {each.forum for each in found if each is not None and each.sent_version is not None}


@pytest.mark.parametrize("broken", [_unreadable_charter, _unreadable_agenda, _no_such_version])
async def test_a_broken_forum_harms_no_other_and_is_told_once(
    database: Database, broken: Break, caplog: pytest.LogCaptureFixture
) -> None:
    await broken(database)
    clock, faults = PinnedClock(DISPATCH), Faults()
    assert await send_due_agendas(database, clock, faults) == 2
    assert await _sent(database) == set(WHOLE)
    assert await send_due_agendas(database, clock, faults) == 0
    (told,) = [each for each in caplog.records if each.levelno >= logging.ERROR]
    assert BROKEN in told.getMessage()
    assert faults.forums == (BROKEN,)


async def test_what_was_mended_leaves_at_the_next_tick_and_a_new_fault_is_told_again(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    clock, faults = PinnedClock(MOMENT), Faults()
    mend = "UPDATE forums SET charter = :charter, stamp = 'mended' WHERE id = :forum"
    for number in (1, 2):
        await _unreadable_charter(database)
        await send_due_agendas(database, clock, faults)
        assert len(caplog.records) == number
        await _write(database, mend, charter=charter_texts()[0])
        await send_due_agendas(database, clock, faults)
        assert faults.forums == ()
    clock.move_to(DISPATCH)
    assert await send_due_agendas(database, clock, faults) == 3


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # a file has one writer for all forums
async def test_a_forum_that_somebody_holds_for_long_is_left_for_the_next_tick(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticks, "_PATIENCE", 0.5)
    async with database.writing(BROKEN):
        assert await send_due_agendas(database, PinnedClock(DISPATCH), faults := Faults()) == 2
    assert faults.forums == (BROKEN,)
    assert await send_due_agendas(database, PinnedClock(DISPATCH), faults) == 1
    assert not faults.forums


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_server_that_gives_up_on_one_forum_does_the_others(database_url: str, database: Database) -> None:
    hasty = Database(f"{database_url}{'&' if '?' in database_url else '?'}statement_timeout=300")
    async with database.writing(BROKEN):
        async with database.writing(WHOLE[0]):
            with pytest.raises(DatabaseAway):  # twice in a row it is no forum's own
                await send_due_agendas(hasty, PinnedClock(DISPATCH), Faults())
        assert await send_due_agendas(hasty, PinnedClock(DISPATCH), faults := Faults()) == 2
    await hasty.close()
    assert faults.forums == (BROKEN,)


async def test_what_is_due_is_listed_although_one_forum_is_broken(database: Database) -> None:
    await _unreadable_charter(database)
    faults = Faults()
    assert await due_agendas(database, PinnedClock(DISPATCH), faults) == [(each, MEETING) for each in WHOLE]
    assert faults.forums == (BROKEN,)


async def test_a_database_that_is_away_is_no_forums_fault(tmp_path: object) -> None:
    database, faults = Database(f"sqlite:///{tmp_path}/empty.db"), Faults()
    with pytest.raises(DatabaseFault):
        await send_due_agendas(database, PinnedClock(DISPATCH), faults)
    assert faults.forums == ()
    await database.close()


async def test_old_records_are_dropped_a_few_at_a_time(database_url: str) -> None:
    with overheard() as said:
        database = Database(database_url)
        await upgrade(database)
        async with database.writing() as conn:
            for number in range(1_001):
                await answered.remember(conn, "19:kanal", "hun", str(number), at=MOMENT, card=Card({}, "Svar"))
            await answered.remember(conn, "19:kanal", "hun", "ny", at=DISPATCH, card=Card({}, "Svar"))
            assert await page.use(conn, "gammel", at=MOMENT)
            assert await page.use(conn, "ny", at=DISPATCH)
        await forget_old(database, PinnedClock(DISPATCH))
        async with database.reading() as reading:
            assert (await page.is_used(reading, "gammel"), await page.is_used(reading, "ny")) == (False, True)
            left = (await reading.execute(text("SELECT activity FROM answered WHERE sender = 'hun'"))).scalars().all()
        await database.close()
    assert left == ["ny"]
    assert sum(each.startswith("DELETE FROM answered") for each in said) == 6
