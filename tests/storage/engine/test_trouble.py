"""What is wrong with a database is known by its driver's code, and no fault repeats the values it was given."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import asyncpg  # type: ignore[import-untyped]  # no types
import pytest
from sqlalchemy import insert, text

from storage.answered import answered
from storage.database import Database, DatabaseAway, DatabaseFault
from storage.engine.trouble import Trouble, trouble_of
from tests.harness.disks import disk_of

WORDS = "Nedlæggelse"
ROW = dict.fromkeys(("conversation", "sender", "activity", "summary"), WORDS) | {"at": datetime.now(UTC)}


@pytest.fixture
async def opened(database_url: str) -> AsyncIterator[Database]:
    """A migrated database of each kind."""
    database = Database(database_url)
    yield database
    await database.close()


async def test_a_fault_shows_none_of_the_values_of_its_statement(opened: Database) -> None:
    with pytest.raises(DatabaseFault) as told:
        async with opened.writing() as conn:
            await conn.execute(text("SELECT nothing FROM answered WHERE summary = :words"), {"words": WORDS})
    assert "hide_parameters=True" in str(told.value)
    assert WORDS not in str(told.value)


async def test_a_full_disk_is_no_database_that_is_away(database_url: str) -> None:
    with disk_of(database_url) as disk:
        database = Database(database_url)
        async with database.writing():
            disk.fill()
        with pytest.raises(DatabaseFault) as told:
            async with database.writing() as conn:
                await conn.execute(insert(answered).values(ROW | {"summary": WORDS * 20_000}))
        await database.close()
    assert trouble_of(told.value)[0] is Trouble.FULL
    assert not isinstance(told.value, DatabaseAway)


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (asyncpg.DiskFullError(), (Trouble.FULL, "53100")),
        (asyncpg.TooManyConnectionsError(), (Trouble.AWAY, "53300")),
        (asyncpg.DataCorruptedError(), (Trouble.DAMAGED, "XX001")),
        (asyncpg.InvalidPasswordError(), (Trouble.NO_ACCESS, "28P01")),
        (asyncpg.InvalidCatalogNameError(), (Trouble.NO_DATABASE, "3D000")),
        (asyncpg.UniqueViolationError(), (Trouble.OTHER, "23505")),
        (asyncpg.InterfaceError("closed"), (Trouble.OTHER, "")),
        (KeyError(WORDS), (Trouble.OTHER, "")),
    ],
)
def test_what_a_servers_code_means(error: Exception, trouble: tuple[Trouble, str]) -> None:
    assert trouble_of(error) == trouble
