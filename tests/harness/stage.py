"""The tests' one stage: the whole service in this process, with the tests' Teams in front of it."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from functools import partial

from bot.charters.forum_file import ForumFile
from bot.clock import elapsed_now
from bot.config import Settings
from bot.local.demo.stage import Stage, stage
from bot.main import serving
from bot.teams.client import Client, open_client
from tests.harness.teams import Teams

ClientOfTeams = Callable[[Settings], AbstractAsyncContextManager[Client]]


@asynccontextmanager
async def open_stage(
    start: str = "2027-01-11T09:00",
    *,
    tied: bool = True,
    files: Sequence[ForumFile] = (),
    elapsed: Callable[[], datetime] = elapsed_now,
    client_of_teams: ClientOfTeams = open_client,
    **settings: str,
) -> AsyncIterator[Stage]:
    """The service at that Danish time; unless `tied` is False, Klynge Nord's channel is tied already.

    The forums of the `files` stand in its place where there are any.
    `elapsed` is what delivery counts its pauses by, `client_of_teams` how the service reaches Teams.
    """
    served = partial(serving, elapsed=elapsed, client_of_teams=client_of_teams)
    async with stage(served, 0, start, _quietly, files=files, teams_of=Teams, **settings) as here:
        if tied:
            await here.says("sekretariat-kommuner", "tilknyt politisk-klynge-nord")
        yield here


def _quietly(_: str) -> None:
    return None
