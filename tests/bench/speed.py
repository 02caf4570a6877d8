"""The same work for each contender in turn, several times over: activities a second, latency, processor time."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median

from storage import audit
from storage.database import Database
from storage.proving import first_fault
from tests.bench.activities import clicks, sentences
from tests.bench.contenders import Running, Surroundings, running
from tests.bench.load import Load, Wrong, measure
from tests.bench.stores import empty
from tests.bench.town import build

Requests = Callable[[], Iterator[bytes]]

FORUMS = 100
IN_FLIGHT = 16
_WARM = 150  # turns that nobody counts


@dataclass(frozen=True, slots=True)
class Figures:
    """The middle one of several runs: activities a second, milliseconds each, processor milliseconds each."""

    rate: float
    p50: float
    p99: float
    processor: float


@asynccontextmanager
async def peer(name: str) -> AsyncIterator[Running]:
    """One of tests/bench/peers.py."""
    async with running("tests.bench.peers", name) as found:
        yield found


@asynccontextmanager
async def klyngebot(around: Surroundings, url: str, *reached_at: str) -> AsyncIterator[Running]:
    """Our service on a database that was built; it may be reached by people at an address."""
    async with running("tests.bench.service", url, around.issuer.metadata_url, *reached_at) as found:
        yield found


class Comparison:
    """Every contender's figures; a round goes through all of them, so that none has the better hour."""

    def __init__(self, around: Surroundings, turns: int, forums: int = FORUMS) -> None:
        self._around = around
        self._turns = turns
        self._forums = forums
        self._loads: dict[tuple[str, str], list[Load]] = {}

    async def run(self, rounds: int, told: Callable[[str], None]) -> dict[tuple[str, str], Figures]:
        """(contender, work) → figures."""
        with empty("SQLite") as one, empty("PostgreSQL") as other:
            sqlite, server = one.url, other.url
            for each in (sqlite, server):
                told("building the data")
                await build(each, self._around.service_url, count=self._forums, old=10_000)
            for number in range(rounds):
                told(f"round {number + 1} of {rounds}")
                await self._round(sqlite, server, told)
            for each in (sqlite, server):
                await _check(each, rounds * (_WARM + self._turns))
        return {key: _middle(loads) for key, loads in self._loads.items()}

    async def _round(self, sqlite: str, server: str, told: Callable[[str], None]) -> None:
        for name, works in (("aiohttp", ("message",)), ("agents", ("message",)), ("botbuilder", ("message", "click"))):
            async with peer(name) as found:
                await self._load(name, found, works, bearer="")
            told(f"  {name}")
        for name, url in (("klyngebot, SQLite", sqlite), ("klyngebot, PostgreSQL", server)):
            async with klyngebot(self._around, url) as found:
                await self._load(name, found, ("message", "click"), bearer=self._around.bearer)
            told(f"  {name}")

    async def _load(self, name: str, found: Running, works: tuple[str, ...], *, bearer: str) -> None:
        for work in works:
            made = (sentences if work == "message" else clicks)(self._around.service_url, bearer, forums=self._forums)
            for turns in (_WARM, self._turns):
                load = await measure(found.port, made, turns=turns, in_flight=IN_FLIGHT, processes=[found.process])
            self._loads.setdefault((name, work), []).append(load)


async def _check(url: str, clicks: int) -> None:
    """Every click that was answered stands in the log, which is whole; raises Wrong."""
    opened = Database(url)
    async with opened.reading() as conn:
        logged = [entry.what async for entry in audit.entries(conn)].count("agenda.answered")
        broken = await first_fault(conn)
    await opened.close()
    if logged != clicks or broken is not None:
        raise Wrong(f"{clicks} clicks, {logged} of them in the log, first break {broken}")


def _middle(loads: list[Load]) -> Figures:
    return Figures(
        rate=median(each.rate for each in loads),
        p50=median(each.quantile(0.50) * 1000 for each in loads),
        p99=median(each.quantile(0.99) * 1000 for each in loads),
        processor=median(each.processor / each.turns * 1000 for each in loads),
    )
