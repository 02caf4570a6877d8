"""Journeys: people act through the stand-in for Teams, over HTTP, against a real database of each kind."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from bot.local.demo.stage import Stage, stage
from bot.main import serving

OpenStage = Callable[..., AbstractAsyncContextManager[Stage]]
"""`open_stage(start, tied=True, **settings)`: the service and the stand-in at that Danish time."""


@pytest.fixture
def open_stage(database_url: str) -> OpenStage:
    """Opens a stage; unless `tied` is False, Klynge Nord's channel is tied already."""

    @asynccontextmanager
    async def opened(start: str = "2027-01-11T09:00", *, tied: bool = True, **settings: str) -> AsyncIterator[Stage]:
        url = {"KLYNGEBOT_DATABASE_URL": database_url}
        async with stage(serving, 0, start, _quietly, **url | settings) as here:
            if tied:
                await here.says("sekretariat-kommuner", "tilknyt politisk-klynge-nord")
            yield here

    return opened


@pytest.fixture
async def nord(open_stage: OpenStage) -> AsyncIterator[Stage]:
    """Klynge Nord's channel on 11 January 2027, tied."""
    async with open_stage() as here:
        yield here


def _quietly(_: str) -> None:
    return None
