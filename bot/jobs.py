"""Ticks: agendas whose day has come, tidying up, the anchor. Every replica may tick; what is due is in our tables."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from functools import partial
from typing import cast

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]  # no types

from bot.clock import Clock, elapsed_now
from bot.usecases.anchoring.service import Anchoring
from bot.usecases.breakages import Breakages
from bot.usecases.endings import tell_of_endings
from bot.usecases.publication.checking import Look, check_links
from bot.usecases.ticks import Faults, forget_old, send_due_agendas
from storage.database import Database

Work = Callable[[Database, Clock], Awaitable[object]]

_AGENDAS_EVERY = 10  # seconds
_TIDY_EVERY = 3600  # seconds
_ANCHOR_EVERY = 2  # seconds: what was held is let go soon after it was accepted
_LINKS_EVERY = 60  # seconds
_LAST_PATIENCE = 1.0  # seconds for what was cut off to be taken back


@asynccontextmanager
async def ticking(
    database: Database,
    clock: Clock,
    breakages: Breakages,
    anchoring: Anchoring,
    admins: frozenset[str],
    look: Look | None = None,
) -> AsyncIterator[None]:
    """Tick while the block runs; leaving it cuts off a tick that has begun: what it had not committed is due again.

    With `look` addresses are looked at, too.
    """
    at_work, send_all = asyncio.Lock(), partial(send_due_agendas, faults=Faults(breakages))

    async def send(database: Database, clock: Clock) -> None:
        if anchoring.found is None:  # an agenda may have left before the database was restored
            await send_all(database, clock)

    async def tell(database: Database, clock: Clock) -> None:
        if anchoring.found is None:
            await tell_of_endings(database, clock, admins)

    async def check(database: Database, clock: Clock) -> None:
        if anchoring.found is None and look is not None:
            await check_links(database, clock, look)

    async def anchor(_database: Database, _clock: Clock) -> None:
        await asyncio.shield(anchoring.look())  # to its end: whoever stops the anchoring waits for that

    scheduler = AsyncIOScheduler(job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})
    ticks = _Ticks(database, clock)
    at_once = elapsed_now()  # what came due while nobody was here has waited long enough
    scheduler.add_job(ticks.tick, "interval", (send, at_work), seconds=_AGENDAS_EVERY, next_run_time=at_once)
    scheduler.add_job(ticks.tick, "interval", (forget_old, at_work), seconds=_TIDY_EVERY)
    scheduler.add_job(ticks.tick, "interval", (tell, at_work), seconds=_TIDY_EVERY, next_run_time=at_once)
    scheduler.add_job(ticks.tick, "interval", (anchor, nullcontext()), seconds=_ANCHOR_EVERY)
    if look is not None:
        scheduler.add_job(ticks.tick, "interval", (check, nullcontext()), seconds=_LINKS_EVERY)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        await ticks.cut_off()
        scheduler.shutdown(wait=False)


class _Ticks:
    """Those that have begun: APScheduler would log it as a fault of the job that one was cut off."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._under_way: set[asyncio.Task[object]] = set()

    async def tick(self, work: Work, alone: AbstractAsyncContextManager[object]) -> None:
        """Do the work once; to be a task of its own."""
        task = cast("asyncio.Task[object]", asyncio.current_task())
        self._under_way.add(task)
        try:
            with suppress(asyncio.CancelledError):
                async with alone:
                    await work(self._database, self._clock)
        finally:
            self._under_way.discard(task)

    async def cut_off(self) -> None:
        """Cut off what has begun, and wait until it was taken back."""
        await asyncio.sleep(0)  # one whose task was only just made begins here
        for task in tuple(self._under_way):
            task.cancel()
        if self._under_way:
            await asyncio.wait(tuple(self._under_way), timeout=_LAST_PATIENCE)
