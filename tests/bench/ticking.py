"""A tick in a process of its own that has read nothing yet: what it sends, and how long it holds up the event loop."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from time import perf_counter, thread_time

from bot.clock import PinnedClock
from bot.config import load_settings
from bot.delivery import Delivery
from bot.process import loop_factory, settle_memory
from bot.teams.client import open_client
from bot.usecases.ticks import Faults, forget_old, send_due_agendas
from storage.database import Database
from tests.bench.town import MOMENT
from tests.harness.klynge_nord import local

_DISPATCH = local("2027-03-09T08:00")
_BETWEEN = 0.001  # seconds between two looks at the loop


@dataclass(slots=True)
class Tick:
    """`stall` is the longest that anybody waited for the loop, `held` the longest that it worked without a pause.

    Milliseconds both; the machine's other work is in the first alone. `seconds` is all of the tick.
    """

    sent: int = 0
    delivered: int = 0
    seconds: float = 0.0
    stall: float = 0.0
    held: float = 0.0


async def main(database_url: str) -> None:
    """Print two ticks as JSON: one that reads every forum first, and one in which every agenda leaves."""
    settings = load_settings({"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_LIMITS": "off"})
    clock, database = PinnedClock(MOMENT), Database(database_url)
    async with open_client(settings) as client:
        delivery = Delivery(database, clock, client.messenger)
        settle_memory()
        cold = await _tick(database, clock, delivery)
        clock.move_to(_DISPATCH)
        warm = await _tick(database, clock, delivery)
    await database.close()
    print(json.dumps({"cold": asdict(cold), "warm": asdict(warm)}))  # noqa: T201 - how it is told


async def _tick(database: Database, clock: PinnedClock, delivery: Delivery) -> Tick:
    async with _watched() as found:
        found.sent = await send_due_agendas(database, clock, Faults())
        await forget_old(database, clock)
        found.delivered = await delivery.deliver_due()
    return found


@asynccontextmanager
async def _watched() -> AsyncIterator[Tick]:
    found, begun = Tick(), perf_counter()
    watching = asyncio.create_task(_watch(found))
    await asyncio.sleep(0)
    yield found
    await asyncio.sleep(2 * _BETWEEN)
    watching.cancel()
    found.seconds = perf_counter() - begun


async def _watch(found: Tick) -> None:
    while True:
        at, worked = perf_counter(), thread_time()
        await asyncio.sleep(_BETWEEN)
        found.stall = max(found.stall, (perf_counter() - at - _BETWEEN) * 1000)
        found.held = max(found.held, (thread_time() - worked) * 1000)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(main(*sys.argv[1:]))
