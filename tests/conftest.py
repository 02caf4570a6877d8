"""What every test may ask for: the example forum, and a database with migrations applied that holds it."""

import gc
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.usecases.desk import WritingDesk, open_writing_desk
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.harness import attacks
from tests.harness.databases import copied, make_template, postgres, without_promises
from tests.harness.elapsed import Elapsed
from tests.harness.klynge_nord import charter_texts, klynge_nord, local
from tests.harness.seeds import OpenSeed, OpenSeeds
from tests.harness.seeds import open_seed as _open_seed
from tests.harness.seeds import open_seeds as _open_seeds

settings.register_profile(
    "usual", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # how busy the machine is says nothing about an example
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=5_000)
settings.load_profile("usual")

_FEWEST_WORKERS = 4


def pytest_addoption(parser: pytest.Parser) -> None:
    """One option for the size of every attack."""
    parser.addoption("--attacks", type=int, default=1, metavar="N", help="try N times as many random attacks as usual")


def pytest_configure(config: pytest.Config) -> None:
    """Tables are made when test files are read, so the size is known before; and all that is read then stays."""
    attacks.times = config.getoption("--attacks")
    gc.disable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What a test measured, whether it passed or not."""
    ended = [each for state in ("passed", "failed") for each in terminalreporter.stats.get(state, ())]
    for words in (value for each in ended for name, value in each.user_properties if name == "rate"):
        terminalreporter.write_line(str(words))


def pytest_xdist_auto_num_workers() -> int:
    """For `-n auto`: many tests wait for real time to pass, so that two cores have work for four workers."""
    return max(os.cpu_count() or 1, _FEWEST_WORKERS)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest tests come first in what each worker is given, so that none is left alone with one at the end.

    With `--dist worksteal` each is given as many as the others, of those that stand together.
    """
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    slow = [each for each in items if each.get_closest_marker("slow")]
    if not slow:
        return
    items[:] = [each for each in items if not each.get_closest_marker("slow")]
    share = (len(items) + len(slow)) // workers
    for worker in range(workers):
        items[worker * share : worker * share] = slow[worker::workers]


def pytest_collection_finish() -> None:
    """What was imported stays to the end: the collector need not look through it thousands of times."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)
    gc.enable()


OpenDesk = Callable[..., AbstractAsyncContextManager[WritingDesk]]
"""`open_desk_at(moment, place=Place.PERSONAL)`: see the fixture."""

Kind = Literal["sqlite", "postgresql"]
NewDatabase = Callable[[Kind], str]
"""`new_database("sqlite")`: its URL."""


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
    async with database.writing(klynge_nord().id) as conn:
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
        without_promises(url)
        make_template(url)
        yield url


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with migrations applied and nothing in it; to be copied, not used."""
    file = tmp_path_factory.mktemp("empty") / "klyngebot.sqlite"
    database = Database(f"sqlite:///{file}")
    await upgrade(database)
    await database.close()
    return file


@pytest.fixture
def new_database(request: pytest.FixtureRequest, empty: Path, tmp_path: Path) -> NewDatabase:
    """Makes a migrated database of the wanted kind; the server is started by the first that wants it."""

    def made(kind: Kind) -> str:
        if kind == "postgresql":
            return copied(request.getfixturevalue("server"))
        return f"sqlite:///{shutil.copy(empty, tmp_path / 'klyngebot.db')}"

    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, new_database: NewDatabase) -> str:
    """A new migrated database of each kind."""
    return new_database(request.param)


@pytest.fixture
def open_seed(new_database: NewDatabase) -> OpenSeed:
    """Opens a stage on one of the forums that ship: `open_seed("klyngestyregruppe-nord", "2027-02-01T09:00")`."""
    return partial(_open_seed, elapsed=Elapsed(), KLYNGEBOT_DATABASE_URL=new_database("sqlite"))


@pytest.fixture
def open_seeds(new_database: NewDatabase) -> OpenSeeds:
    """Opens a stage on each of several: `open_seeds("klyngestyregruppe-midt", "klyngestyregruppe-syd")`."""
    return partial(_open_seeds, elapsed=Elapsed(), KLYNGEBOT_DATABASE_URL=new_database("sqlite"))
