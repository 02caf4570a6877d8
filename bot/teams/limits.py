"""Teams' sending limits, obeyed: every request to a connector waits here for its turn, or is told how long that is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from math import inf

from bot.messenger import Unsent
from bot.teams.bucket import Window
from bot.teams.lanes import Lane, Queue, Ticket
from cards.kit.words import say

_MESSAGES = (Window(7, 1), Window(8, 2), Window(60, 30), Window(1800, 3600))
_ROSTERS = (Window(14, 1), Window(16, 2), Window(120, 30), Window(3600, 3600))
PATIENCE = 5.0
"""Seconds that a request may be held."""
_SHORTEST_WAIT = 1.0  # seconds that one whose patience has ended stays away
LOST_AFTER = 15.0
"""Seconds after which a request without an answer has arrived or never will."""

_FULL = say("teams.full")


class Slot:
    """One request that may leave now; unless its end is told, it may have been seen by Teams for a long while yet."""

    def __init__(self, queue: Queue, ticket: Ticket) -> None:
        self._queue = queue
        self._ticket = ticket
        ticket.seen_by = _now() + LOST_AFTER

    def answered(self) -> None:
        """Teams has answered."""
        self._ticket.seen_by = _now()

    def never_left(self) -> None:
        """There was no connection to send it over."""
        self._ticket.seen_by = -inf

    def close(self, wait: timedelta) -> None:
        """Teams wants nothing more in this lane for so long."""
        self._queue.close(self._ticket.lane, _now() + wait.total_seconds())


class Limits:
    """One queue for all connectors of a process, in the running loop's time; `rate` is requests/s for each tenant.

    Without a rate every limit is lifted but the pauses that Teams itself asks for.
    """

    def __init__(self, rate: int | None, patience: float = PATIENCE) -> None:
        self._patience = patience
        if rate is None:
            self._queue = Queue(tenant=(), messages=(), rosters=())
        else:
            self._queue = Queue(tenant=(Window(rate, 1),), messages=_MESSAGES, rosters=_ROSTERS)
        self._held: dict[Ticket, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def turn(self, lane: Lane) -> AsyncIterator[Slot]:
        """Hold the caller until its turn; raises Unsent (put off) where that would take long."""
        wait = self._queue.opens(lane, _now()) - _now()
        if wait > self._patience:
            raise _put_off(wait)
        ticket = self._queue.ask(lane, _now())
        try:
            await self._hold(ticket)
            yield Slot(self._queue, ticket)
        finally:
            self._held.pop(ticket, None)
            self._queue.end(ticket)
            self._look()

    async def _hold(self, ticket: Ticket) -> None:
        called = self._held[ticket] = asyncio.get_running_loop().create_future()
        self._look()
        if called.done():
            return
        try:
            async with asyncio.timeout(self._patience):
                await called
        except TimeoutError:
            raise _put_off(self._queue.opens(ticket.lane, _now()) - _now()) from None

    def _look(self) -> None:
        """Call those whose turn has come, and look again when the next one's does."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        leaving, again = self._queue.leaving(_now())
        for ticket in leaving:
            called = self._held[ticket]
            if not called.done():
                called.set_result(None)
        if again < inf:
            self._timer = asyncio.get_running_loop().call_at(again, self._look)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _put_off(wait: float) -> Unsent:
    return Unsent(_FULL, retry_after=timedelta(seconds=max(wait, _SHORTEST_WAIT)), is_put_off=True)
