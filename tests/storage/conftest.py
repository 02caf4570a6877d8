"""Storage is tested on both kinds of database."""

from collections.abc import AsyncIterator

import pytest

from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.harness.klynge_nord import charter_texts, klynge_nord


@pytest.fixture
async def stored(database_url: str) -> AsyncIterator[Database]:
    """A migrated database of each kind that holds Klynge Nord."""
    database = Database(database_url)
    await upgrade(database)
    async with database.writing() as conn:
        await forums.put(conn, klynge_nord(), *charter_texts())
    yield database
    await database.close()
