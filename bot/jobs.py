"""Ticks: agendas whose day has come, tidying up, the anchor. Every replica may tick; what is due is in our tables."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]  # no types

from bot.clock import Clock, elapsed_now
from bot.usecases.anchoring.service import Anchoring
from bot.usecases.breakages import Breakages
from bot.usecases.ticks import Faults, forget_old, send_due_agendas
from storage.database import Database

Work = Callable[[Database, Clock], Awaitable[object]]

_AGENDAS_EVERY = 10  # seconds
_TIDY_EVERY = 3600  # seconds
_ANCHOR_EVERY = 2  # seconds: what was held is let go soon after it was accepted
_LAST_PATIENCE = 1.0  # seconds for what was cut off to be taken back


@asynccontextmanager
async def ticking(database: Database, clock: Clock, breakages: Breakages, anchoring: Anchoring) -> AsyncIterator[None]:
    """Tick while the block runs; leaving it cuts off a tick that has begun: what it had not committed is due again."""
    at_work, send_all = asyncio.Lock(), partial(send_due_agendas, faults=Faults(breakages))

    async def send(database: Database, clock: Clock) -> None:
        if anchoring.found is None:  # an agenda may have left before the database was restored
            await send_all(database, clock)

    async def tick(work: Work) -> None:
        with contextlib.suppress(asyncio.CancelledError):  # APScheduler logs the stop as a fault of the job
            async with at_work:
                await work(database, clock)

    scheduler = AsyncIOScheduler(job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})
    at_once = elapsed_now()  # what came due while nobody was here has waited long enough
    scheduler.add_job(tick, "interval", (send,), seconds=_AGENDAS_EVERY, next_run_time=at_once)
    scheduler.add_job(tick, "interval", (forget_old,), seconds=_TIDY_EVERY)
    scheduler.add_job(anchoring.look, "interval", seconds=_ANCHOR_EVERY)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)  # which cancels what has begun
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LAST_PATIENCE), at_work:
                pass
