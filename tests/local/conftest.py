"""The stage that tests of the stand-in play on."""

from collections.abc import AsyncIterator

import pytest

from tests.harness.stand_in import StandIn, open_stand_in


@pytest.fixture
async def stage() -> AsyncIterator[StandIn]:
    """A running stand-in with a tiny bot behind it."""
    async with open_stand_in() as opened:
        yield opened
