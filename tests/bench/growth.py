"""Whether a turn costs more where much has been stored: processor time in a small town and in a large one.

Clicks go to one forum in both, so that its round of approval grows alike; sentences go to every forum there is.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median

from storage.database import Database
from storage.outbox import notices
from tests.bench.activities import clicks, sentences
from tests.bench.contenders import Running, Surroundings
from tests.bench.load import measure
from tests.bench.speed import IN_FLIGHT, klyngebot
from tests.bench.stores import Kind, Store, empty
from tests.bench.town import MOMENT, build

SMALL = (1, 1_000)
LARGE = (100, 1_000_000)
"""Forums, and the notices stored for them."""

_TURNS = {"message": 1_500, "click": 100}
_WARM = {"message": 500, "click": 30}
_ROUNDS = 9
_PATIENCE = 60.0  # seconds for a hundred cards
_TEXTS = ("hjælp", "dagsorden", "møder", "godkendelser")  # what shows nothing of the past: that is not the same work


@dataclass(frozen=True, slots=True)
class Growth:
    """Processor milliseconds a turn in the small town and in the large one, the database server's included."""

    small: float
    large: float

    @property
    def ratio(self) -> float:
        """How many times as much the large one costs."""
        return self.large / self.small


class Town:
    """A service on a database of so many forums and notices, and those who write to it."""

    def __init__(self, around: Surroundings, store: Store, found: Running, forums: int) -> None:
        self._port = found.port
        self._processes = [found.process, *([store.server] if store.server else [])]
        self._made = {
            "message": sentences(around.service_url, around.bearer, forums=forums, texts=_TEXTS),
            "click": clicks(around.service_url, around.bearer, forums=1),
        }

    async def cost(self, work: str, turns: int) -> float:
        """Processor milliseconds a turn."""
        requests = self._made[work]
        load = await measure(self._port, requests, turns=turns, in_flight=IN_FLIGHT, processes=self._processes)
        return load.processor / load.turns * 1000


async def measure_growth(around: Surroundings, kind: Kind) -> dict[str, Growth]:
    """By work, "message" and "click"."""
    async with town(around, kind, *SMALL) as small, town(around, kind, *LARGE) as large:
        return {work: await grown(small, large, work) for work in _TURNS}


async def grown(small: Town, large: Town, work: str) -> Growth:
    """The middle one of several rounds, in which the towns take turns."""
    for town in (small, large):
        await town.cost(work, _WARM[work])
    costs = [(await small.cost(work, _TURNS[work]), await large.cost(work, _TURNS[work])) for _ in range(_ROUNDS)]
    return Growth(*(median(each) for each in zip(*costs, strict=True)))


@asynccontextmanager
async def town(around: Surroundings, kind: Kind, forums: int, old: int = 0, *, past: int = 0) -> AsyncIterator[Town]:
    """A town of so many forums, with so many notices between them and meetings behind each, while it is served."""
    with empty(kind) as store:
        await build(store.url, around.service_url, count=forums, old=old, past=past)
        async with klyngebot(around, store.url) as found:
            await _all_sent(store.url)
            yield Town(around, store, found, forums)


async def _all_sent(database_url: str) -> None:
    """Wait for what the towns' agendas owe from the start: a hundred cards at once are no part of anybody's turn."""
    database = Database(database_url)
    async with asyncio.timeout(_PATIENCE), database.reading() as conn:
        while await notices.due(conn, MOMENT):  # noqa: ASYNC110 - it is another process that sends them
            await asyncio.sleep(0.1)
    await database.close()
