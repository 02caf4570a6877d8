"""Load on one contender: a number of requests, so many in flight, and what that took."""

import asyncio
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import perf_counter

from tests.bench.wire import Caller

_TICKS = 100  # of processor time a second, in /proc: see proc(5)


@dataclass(frozen=True, slots=True)
class Load:
    """What `turns` answers took: seconds in all, seconds of processor, and each one's seconds in ascending order."""

    turns: int
    seconds: float
    processor: float
    each: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Activities a second."""
        return self.turns / self.seconds

    def quantile(self, share: float) -> float:
        """The seconds within which that share of the answers came."""
        return self.each[min(len(self.each) - 1, math.ceil(share * len(self.each)) - 1)]


class Wrong(Exception):  # noqa: N818 - what was measured is not what should be
    """A contender answered otherwise than it should; a number for that would mean nothing."""


async def measure(
    port: int, requests: Iterable[bytes], *, turns: int, in_flight: int, processes: Sequence[int], wanted: int = 2
) -> Load:
    """The load of `turns` requests on a port, with the processor time of processes and all below; raises Wrong.

    `wanted` is the status that each answer should have, or its first digit.
    """
    loop = asyncio.get_running_loop()
    callers = [(await loop.create_connection(Caller, "127.0.0.1", port))[1] for _ in range(in_flight)]
    queue = iter(list(islice(requests, turns)))
    spent, begun = processor_seconds(processes), perf_counter()
    each = await asyncio.gather(*(_press(caller, queue, wanted) for caller in callers))
    for caller in callers:
        caller.close()
    seconds, spent = perf_counter() - begun, processor_seconds(processes) - spent
    return Load(turns, seconds, spent, tuple(sorted(one for some in each for one in some)))


async def _press(caller: Caller, queue: Iterator[bytes], wanted: int) -> list[float]:
    took = []
    for request in queue:
        begun = perf_counter()
        status, said = await caller.ask(request)
        took.append(perf_counter() - begun)
        if wanted not in (status, status // 100):
            raise Wrong(f"{status} {said[:200]!r}")
    return took


def processor_seconds(processes: Iterable[int]) -> float:
    """Processor time of processes and all below them, by Linux' /proc."""
    return sum(_own_seconds(each) for process in processes for each in _family(process))


def _family(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _family(int(child))


def _own_seconds(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:  # it has ended meanwhile
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS
