"""The stage that tests of the stand-in play on."""

from collections.abc import AsyncIterator

import pytest

from tests.harness.stand_in import Stage, open_stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """A running stand-in with a tiny bot behind it."""
    async with open_stage() as opened:
        yield opened
