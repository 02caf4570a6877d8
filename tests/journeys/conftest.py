"""Journeys: people act through the stand-in for Teams, over HTTP, against a real database.

Every journey runs on SQLite. It is marked `both_databases`, and runs on PostgreSQL as well, where the database is the
point: people act at once, something is stored or read back in an odd shape, something is delivered, or a process dies.
So is `test_rights`, which sends every verb, so that each use case has met both.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial

import pytest

from bot.local.demo.stage import Stage
from tests.conftest import Kind, NewDatabase
from tests.harness.elapsed import Elapsed
from tests.harness.stage import open_stage as _open_stage

OpenStage = Callable[..., AbstractAsyncContextManager[Stage]]
"""`open_stage(start, tied=True, **settings)`: see `tests.harness.stage`."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """SQLite, or both."""
    if "kind" in metafunc.fixturenames:
        is_both = metafunc.definition.get_closest_marker("both_databases")
        metafunc.parametrize("kind", ["sqlite", "postgresql"] if is_both else ["sqlite"])


@pytest.fixture
def database_url(kind: Kind, new_database: NewDatabase) -> str:
    """A new migrated database, of the kind that the journey is to run on."""
    return new_database(kind)


@pytest.fixture
def elapsed() -> Elapsed:
    """The real time that delivery's pauses end by, on every stage of the test."""
    return Elapsed()


@pytest.fixture
def open_stage(database_url: str, elapsed: Elapsed) -> OpenStage:
    """Opens a stage on the test's database."""
    return partial(_open_stage, elapsed=elapsed, KLYNGEBOT_DATABASE_URL=database_url)


@pytest.fixture
async def nord(open_stage: OpenStage) -> AsyncIterator[Stage]:
    """Klynge Nord's channel on 11 January 2027, tied."""
    async with open_stage() as here:
        yield here
