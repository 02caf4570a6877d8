"""What every test may ask for: the example forum, and a database with migrations applied that holds it."""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.usecases.desk import WritingDesk, open_writing_desk
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.harness.databases import copied, make_template, postgres
from tests.harness.klynge_nord import charter_texts, klynge_nord, local

settings.register_profile("thorough", max_examples=5_000, deadline=None)

OpenDesk = Callable[..., AbstractAsyncContextManager[WritingDesk]]
"""`open_desk_at(moment, place=Place.PERSONAL)`: see the fixture."""


@pytest.fixture
def forum() -> Forum:
    """Politisk Klynge Nord, as its file describes it."""
    return klynge_nord()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with migrations applied and the example forum in it; to be copied, not used."""
    file = tmp_path_factory.mktemp("migrated") / "klyngebot.sqlite"
    database = Database(f"sqlite:///{file}")
    await upgrade(database)
    async with database.writing() as conn:
        await forums.put(conn, klynge_nord(), *charter_texts())
    await database.close()
    return file


@pytest.fixture
async def database(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """A database of the test's own, with the example forum in it."""
    file = shutil.copy(migrated, tmp_path / "klyngebot.sqlite")
    database = Database(f"sqlite:///{file}")
    yield database
    await database.close()


@pytest.fixture
def open_desk_at(database: Database) -> OpenDesk:
    """Opens a desk in a writing transaction at a local moment ("2027-02-01T10:00").

    Leaving it commits, raising rolls back.
    """

    @asynccontextmanager
    async def opened(moment: str, place: Place = Place.PERSONAL) -> AsyncIterator[WritingDesk]:
        async with database.writing("politisk-klynge-nord") as conn:
            yield await open_writing_desk(conn, "politisk-klynge-nord", local(moment), place)

    return opened


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of the session's own, with a migrated template."""
    for url in postgres(tmp_path_factory.mktemp("postgres")):
        make_template(url)
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new database of each kind."""
    if request.param == "postgresql":
        return copied(request.getfixturevalue("server"))
    return f"sqlite:///{tmp_path}/klyngebot.db"
