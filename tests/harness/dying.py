"""Where a process is killed: right before or right behind a commit, or as a call of its own reaches Teams."""

import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

import pytest
from aiohttp import web

from bot import delivery
from bot.local.connector import HANG_UP, Failure
from bot.local.visitor import BotFailed
from storage import audit
from storage import database as databases
from storage.engine.connection import Connection
from storage.engine.driver import commit
from tests.harness.forked import forked
from tests.harness.served import Served
from tests.harness.teams import Arrival


@dataclass(frozen=True, slots=True, kw_only=True)
class AtCommit:
    """The commit by which the log has more entries of that kind, and whether it still holds."""

    what: str
    more_than: int
    is_stored: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AtCall:
    """The first call to Teams by that method about a message, and whether Teams takes it all the same.

    So it goes with what else is on its way by then: `taken` is what Teams took.
    """

    method: str
    is_taken: bool
    taken: list[Arrival] = field(default_factory=list)


async def times_logged(conn: Connection, what: str) -> int:
    """How many entries of that kind the log has."""
    return len([each async for each in audit.entries(conn) if each.what == what])


async def dies_at_commit(here: Served, at: AtCommit, act: Callable[[], Awaitable[object]]) -> None:
    """Somebody acts, and the process is gone before it has answered."""
    process = await forked(here.folder, here.settings, here.clock.now(), partial(_die_at_commit, at))
    here.teams.connect(service_url=here.teams.url, bot_url=await process.begin())
    with pytest.raises(BotFailed):
        await act()
    await process.gone()


async def dies_at_call(here: Served, at: AtCall) -> None:
    """A process goes on with what is owed, and is gone before it knows what became of that call.

    Until then Teams is too busy for what else is about a message, so that none of it is done when the call comes.
    """
    process = await forked(here.folder, here.settings, here.clock.now(), _look_often)
    connector, usual, is_dead = here.teams.connector, here.teams.connector.befalls, False

    def befalls(request: web.Request) -> Failure | None:
        nonlocal is_dead
        if not is_dead and "/activities" not in request.path:
            return usual(request)
        if not is_dead and request.method != at.method:
            return Failure(503)
        process.kill()
        is_dead = True
        if at.is_taken:
            at.taken.append(here.teams.arrivals[-1])
        return Failure(HANG_UP, is_applied=at.is_taken)

    connector.befalls = befalls
    await process.begin()
    await process.gone()
    connector.befalls = usual


def _die_at_commit(at: AtCommit) -> None:
    async def until_then(conn: Connection) -> None:
        is_it = await times_logged(conn, at.what) > at.more_than
        if is_it and not at.is_stored:
            os.kill(os.getpid(), signal.SIGKILL)
        await commit(conn)
        if is_it:
            os.kill(os.getpid(), signal.SIGKILL)

    vars(databases)["commit"] = until_then


def _look_often() -> None:
    """Nothing wakes delivery in a process that finds what another has left."""
    vars(delivery)["_LOOK_EVERY"] = 0.05
