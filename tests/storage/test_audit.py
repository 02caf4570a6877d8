"""The audit log can prove that nothing in it was changed, left out or put in."""

import asyncio

import pytest
from sqlalchemy import update

from storage import audit
from storage.audit import audit as table
from storage.database import Database
from tests.harness.klynge_nord import local

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")


async def _append(database: Database, what: str) -> None:
    async with database.writing(FORUM) as conn:
        await audit.append(conn, FORUM, at=NOON, actor="laege", what=what, facts={"titel": "Æ »ø« å", "tid": NOON})


async def test_a_chain_that_nobody_touched_is_whole(unlogged: Database) -> None:
    for what in ("one", "two", "three"):
        await _append(unlogged, what)
    async with unlogged.reading() as conn:
        assert await audit.broken_in(conn, FORUM) is None
        assert [entry.what async for entry in audit.entries(conn, FORUM)] == ["one", "two", "three"]


@pytest.mark.parametrize("change", [{"what": "other"}, {"actor": None}, {"facts": {}}, {"hash": "0" * 64}])
async def test_a_changed_entry_breaks_the_chain(unlogged: Database, change: dict[str, object]) -> None:
    for what in ("one", "two", "three"):
        await _append(unlogged, what)
    async with unlogged.writing() as conn:
        await conn.execute(update(table).where(table.c.seq == 2).values(**change))
    async with unlogged.reading() as conn:
        broken = await audit.broken_in(conn, FORUM)
    assert broken is not None
    assert broken.seq == 2


async def test_an_entry_taken_out_breaks_the_chain(unlogged: Database) -> None:
    for what in ("one", "two", "three"):
        await _append(unlogged, what)
    async with unlogged.writing() as conn:
        await conn.execute(table.delete().where(table.c.seq == 2))
    async with unlogged.reading() as conn:
        broken = await audit.broken_in(conn, FORUM)
    assert broken is not None
    assert broken.seq == 3


async def test_many_writers_at_once_make_one_whole_chain(unlogged: Database) -> None:
    await asyncio.gather(*(_append(unlogged, f"entry {number}") for number in range(20)))
    async with unlogged.reading() as conn:
        assert await audit.broken_in(conn, FORUM) is None
        assert await audit.total(conn) == 20
