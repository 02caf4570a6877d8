"""Storage is tested on both kinds of database."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest
import sqlalchemy as sa

from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.harness.klynge_nord import charter_texts, klynge_nord


@pytest.fixture
async def stored(database_url: str) -> AsyncIterator[Database]:
    """A migrated database of each kind that holds Klynge Nord."""
    database = Database(database_url)
    await upgrade(database)
    async with database.writing(klynge_nord().id) as conn:
        await forums.put(conn, klynge_nord(), *charter_texts())
    yield database
    await database.close()


@pytest.fixture
async def unlogged(stored: Database) -> Database:
    """The same without any entry in the log, for tests that count those that they append."""
    async with stored.writing() as conn:
        await conn.execute(sa.text("DELETE FROM audit"))
    return stored


@pytest.fixture(params=["sqlite", "postgresql"])
def old_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a database of each kind may be made."""
    return f"sqlite:///{tmp_path}/old.db" if request.param == "sqlite" else _empty(request.getfixturevalue("server"))


def _empty(server: str) -> str:
    name = f"old_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as conn:
        conn.execute(sa.text(f"CREATE DATABASE {name}").text)
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
