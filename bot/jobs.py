"""Ticks: agendas whose day has come, tidying up, the anchor. Every replica may tick; what is due is in our tables."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Job:
    """Work that is done every so many seconds, and at once where it may have come due while nobody was here."""

    work: Work
    alone: AbstractAsyncContextManager[object]
    every: int
    is_due: bool = False


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
    scheduler = AsyncIOScheduler(job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})
    ticks = _Ticks(database, clock)
    for job in _jobs(breakages, anchoring, admins, look):
        first = {"next_run_time": elapsed_now()} if job.is_due else {}
        scheduler.add_job(ticks.tick, "interval", (job.work, job.alone), seconds=job.every, **first)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        await ticks.cut_off()
        scheduler.shutdown(wait=False)


def _jobs(breakages: Breakages, anchoring: Anchoring, admins: frozenset[str], look: Look | None) -> Iterator[_Job]:
    """All that there is to do. What writes to people waits while the database may be an older one."""

    def held(work: Work) -> Work:
        async def unless_restored(database: Database, clock: Clock) -> None:
            if anchoring.found is None:
                await work(database, clock)

        return unless_restored

    async def anchor(_database: Database, _clock: Clock) -> None:
        await asyncio.shield(anchoring.look())  # to its end: whoever stops the anchoring waits for that

    at_work = asyncio.Lock()
    send = partial(send_due_agendas, faults=Faults(breakages))
    yield _Job(held(send), at_work, _AGENDAS_EVERY, is_due=True)
    yield _Job(forget_old, at_work, _TIDY_EVERY)
    yield _Job(held(partial(tell_of_endings, admins=admins)), at_work, _TIDY_EVERY, is_due=True)
    yield _Job(anchor, nullcontext(), _ANCHOR_EVERY)
    if look is not None:
        yield _Job(held(partial(check_links, look=look)), nullcontext(), _LINKS_EVERY)


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
