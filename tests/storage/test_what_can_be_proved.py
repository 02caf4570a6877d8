"""What an earlier version left is numbered as it was given, and the log vouches for it from the first start on."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa

from storage import answered, audit, page
from storage import forum as forums
from storage.audit import Break, Difference
from storage.database import Database
from storage.migrate import upgrade
from storage.proving import Fault, first_fault
from tests.harness.klynge_nord import local
from tests.storage.earlier import NORD, Row, as_of, before, put
from tests.storage.test_what_stood_before import MARCH, NOON, OCTOBER

LATER = local("2027-02-21T12:00")


@pytest.fixture
async def old(old_url: str) -> AsyncIterator[Database]:
    """A database as of 0011: two meetings with rounds, answers and remarks that took turns, and an address used."""
    async with as_of(old_url, before("_what_can_be_proved")) as database:
        for meeting in (MARCH, OCTOBER):
            place: Row = {"forum": NORD, "meeting": meeting}
            await put(database, "agendas", [place | {"revision": 1, "items": []}])
            await put(database, "approval_rounds", [place | _ROUND | {"number": number} for number in (1, 2)])
            await put(database, "minutes", [place | _MINUTES])
        for said in ("a", "b", "c"):
            for meeting in (MARCH, OCTOBER):
                here: Row = {"forum": NORD, "meeting": meeting, "person": said, "words": said, "at": NOON}
                await put(database, "responses", [here | _ANSWER | {"round": each} for each in (2, 1)])
                await put(database, "minutes_remarks", [here | {"is_addition": False}])
        await put(database, "visits", [{"nonce": page._digest("gammel"), "at": NOON}])
        yield database


_ROUND: Row = {"mode": "approve", "approvers": [], "first_version": 1, "version": 1, "opened_at": NOON}
_ROUND |= {"standpoint": "open"}
_MINUTES: Row = {"revision": 1, "resolutions": [], "approved_by": [], "status": "draft"}
_ANSWER: Row = {"verdict": "approved", "version": 1}


async def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    async with database.reading() as conn:
        return [tuple(row) for row in await conn.execute(sa.text(query))]


async def fault(database: Database) -> Fault | None:
    async with database.snapshot() as conn:
        return await first_fault(conn)


async def test_answers_and_remarks_keep_their_order(old: Database) -> None:
    await upgrade(old)
    given = await rows(old, "SELECT meeting, round, number, words FROM responses ORDER BY meeting, round, number")
    numbered = [(1, "a"), (2, "b"), (3, "c")]
    assert given == [(meeting, each, *said) for meeting in (MARCH, OCTOBER) for each in (1, 2) for said in numbered]
    given = await rows(old, "SELECT meeting, number, words FROM minutes_remarks ORDER BY meeting, number")
    assert given == [(meeting, *said) for meeting in (MARCH, OCTOBER) for said in numbered]


async def test_an_address_that_was_used_opens_no_more_and_is_forgotten_with_the_answers(old: Database) -> None:
    await upgrade(old)
    async with old.writing() as conn:
        assert not await page.use(conn, "gammel", at=NOON)
        assert await page.use(conn, "ny", at=LATER)
    async with old.reading() as conn:
        assert [await page.is_used(conn, nonce) for nonce in ("gammel", "ny", "aldrig")] == [True, True, False]
    async with old.writing() as conn:
        assert await answered.forget(conn, now=LATER + answered.KEPT, most=9) == 1
    async with old.reading() as conn:
        assert [await page.is_used(conn, nonce) for nonce in ("gammel", "ny")] == [False, True]


async def test_the_log_vouches_once_for_what_stood_whoever_starts_first(old: Database) -> None:
    others = [Database(old.url.render_as_string(hide_password=False).replace("+inline", "").replace("+asyncpg", ""))]
    await asyncio.gather(upgrade(old), *map(upgrade, others))
    await upgrade(old)
    await others[0].close()
    async with old.reading() as conn:
        (entry,) = [entry async for entry in audit.entries(conn, NORD)]
    assert (entry.what, entry.actor) == ("proof.begun", None)
    assert {table: len(found) for table, found in entry.facts["rows"].items()} == {
        "forums": 1,
        "meetings": 2,
        "agendas": 2,
        "minutes": 2,
        "approval_rounds": 4,
        "minutes_remarks": 6,
        "responses": 12,
    }
    assert await fault(old) is None


async def test_much_that_stood_takes_several_entries(old: Database) -> None:
    remark = {"forum": NORD, "meeting": MARCH, "person": "d", "words": "", "at": NOON, "is_addition": False}
    await put(old, "minutes_remarks", [remark] * 501)
    await upgrade(old)
    async with old.reading() as conn:
        whats = [entry.what async for entry in audit.entries(conn, NORD)]
    assert whats == ["proof.begun", "proof.begun"]
    assert await fault(old) is None


async def test_what_is_changed_from_then_on_is_named(old: Database) -> None:
    await upgrade(old)
    async with old.writing() as conn:
        await conn.execute(sa.text("UPDATE responses SET words = 'nej' WHERE words = 'b' AND round = 2"))
    found = await fault(old)
    assert isinstance(found, Difference)
    assert (found.table, found.key, found.seq) == ("responses", (MARCH, "2", "2"), 1)


async def test_the_log_does_not_begin_anew_for_somebody_who_takes_the_stamp_away(old: Database) -> None:
    await upgrade(old)
    async with old.writing() as conn:
        await conn.execute(sa.text("UPDATE forums SET stamp = NULL, name = 'En anden'"))
    await upgrade(old)
    found = await fault(old)
    assert isinstance(found, Difference)
    assert found.table == "forums"


async def test_a_second_beginning_is_a_break(old: Database) -> None:
    await upgrade(old)
    async with old.writing(NORD) as conn:
        await forums.forget_address(conn, NORD)
        await audit.append(conn, NORD, at=NOON, actor=None, what="channel.gone", facts={})
        await audit.append(conn, NORD, at=NOON, actor=None, what="proof.begun", facts={})
    assert await fault(old) == Break(NORD, 3, "proof.begun")
