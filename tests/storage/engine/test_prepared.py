"""Prepared statements say what SQLAlchemy would have said, on each kind of database."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError

from storage.answered import answered
from storage.database import Database, DatabaseFault
from storage.engine.prepared import Prepared
from storage.migrate import upgrade

NOON = datetime(2027, 1, 11, 12, tzinfo=UTC)
ROW = {
    "conversation": "19:kanal",
    "sender": "hun",
    "activity": "1",
    "at": NOON,
    "card": {"body": ["æøå", 1, None, {"dybt": [True]}]},
    "summary": "Svar",
}
INSERT = Prepared(answered.insert(), *ROW)
FIND = Prepared(select(answered).where(answered.c.sender == bindparam("of")).order_by(answered.c.activity))
MOVE = Prepared(update(answered).where(answered.c.activity == bindparam("of")), "at")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database of each kind."""
    database = Database(database_url)
    await upgrade(database)
    yield database
    await database.close()


async def test_what_is_written_is_read_alike_by_both(database: Database) -> None:
    async with database.writing() as conn:
        assert await INSERT.run(conn, **ROW) == 1
        await conn.execute(answered.insert(), ROW | {"activity": "2"})
    async with database.reading() as conn:
        ours = await FIND.all(conn, of="hun")
        theirs = (await conn.execute(select(answered).order_by(answered.c.activity))).all()
    assert [tuple(row) for row in ours] == [tuple(row) for row in theirs]
    assert (ours[0].at, ours[0].card, ours[1].activity) == (NOON, ROW["card"], "2")


async def test_nothing_found_is_none_and_nothing_changed_is_none_changed(database: Database) -> None:
    async with database.writing() as conn:
        assert await FIND.first(conn, of="hun") is None
        assert await MOVE.run(conn, of="1", at=NOON) == 0
        await INSERT.run(conn, **ROW)
        assert await MOVE.run(conn, of="1", at=NOON + timedelta(hours=1)) == 1
        assert (await FIND.first(conn, of="hun")).at == NOON + timedelta(hours=1)


async def test_it_is_part_of_the_transaction_that_is_open(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await _written_and_then(database)
    async with database.reading() as conn:
        assert await FIND.all(conn, of="hun") == []


async def _written_and_then(database: Database) -> None:
    async with database.writing() as conn:
        await INSERT.run(conn, **ROW)
        _ = 1 / 0


async def test_the_same_key_twice_is_an_integrity_error(database: Database) -> None:
    async with database.writing() as conn:
        await INSERT.run(conn, **ROW)
    with pytest.raises(IntegrityError):
        await _insert_again(database)
    async with database.reading() as conn:
        assert len(await FIND.all(conn, of="hun")) == 1


async def _insert_again(database: Database) -> None:
    async with database.writing() as conn:
        await INSERT.run(conn, **ROW)


async def test_a_table_that_is_missing_is_a_fault_of_the_database(database: Database) -> None:
    async with database.writing() as conn:
        await conn.run_sync(answered.drop)
    with pytest.raises(DatabaseFault, match="answered"):
        await _insert_again(database)
