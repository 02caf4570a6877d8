"""How long a tick holds up the event loop where a hundred forums have forty agendas each behind them.

Each tick runs in a process that has read nothing yet: the first tick reads a hundred charters, in the second a hundred
agendas leave, and all that follows from it.
"""

import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, create_subprocess_exec
from dataclasses import dataclass
from statistics import median

from tests.bench.contenders import Surroundings
from tests.bench.load import Wrong
from tests.bench.stores import Kind, empty
from tests.bench.town import approve, build

FORUMS, EACH = 100, 40
"""Forums, and the agendas that each of them has behind it."""

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Stalls:
    """Milliseconds, the middle one of several processes: the longest that others waited, and that the loop worked."""

    waited: float
    worked: float


async def measure_stalls(
    around: Surroundings, kind: Kind, *, forums: int = FORUMS, each: int = EACH, rounds: int = _ROUNDS
) -> dict[str, Stalls]:
    """By tick, "cold" and "warm"; raises Wrong where not everything left."""
    told = [await _ticks(around, kind, forums, each) for _ in range(rounds)]
    return {
        tick: Stalls(median(one[tick]["stall"] for one in told), median(one[tick]["held"] for one in told))
        for tick in ("cold", "warm")
    }


async def _ticks(around: Surroundings, kind: Kind, forums: int, each: int) -> dict[str, dict[str, float]]:
    with empty(kind) as store:
        await build(store.url, around.service_url, count=forums, past=each, alike=False)
        await approve(store.url, count=forums)
        arguments = (sys.executable, "-m", "tests.bench.ticking", store.url)
        process = await create_subprocess_exec(*arguments, stdout=PIPE, stderr=DEVNULL)
        told, _ = await process.communicate()
    found: dict[str, dict[str, float]] = json.loads(told)
    if (found["cold"]["sent"], found["warm"]["sent"]) != (0, forums) or found["warm"]["delivered"] < forums:
        raise Wrong(f"not every agenda left: {found}")
    return found
