"""Whether a turn costs more where much has been stored: processor time in a small town and in a large one.

Clicks go to one forum in both, so that its round of approval grows alike; sentences go to every forum there is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.activities import clicks, sentences
from tests.bench.contenders import Surroundings
from tests.bench.load import measure
from tests.bench.speed import IN_FLIGHT, klyngebot
from tests.bench.stores import Kind, Store, empty
from tests.bench.town import build

SMALL = (1, 1_000)
LARGE = (100, 1_000_000)
"""Forums, and the notices stored for them."""

_TURNS = {"message": 3_000, "click": 200}
_WARM = {"message": 500, "click": 30}


@dataclass(frozen=True, slots=True)
class Growth:
    """Processor milliseconds a turn in the small town and in the large one, the database server's included."""

    small: float
    large: float

    @property
    def ratio(self) -> float:
        """How many times as much the large one costs."""
        return self.large / self.small


async def measure_growth(around: Surroundings, kind: Kind) -> dict[str, Growth]:
    """By work: "message" and "click"."""
    small, large = await _costs(around, kind, *SMALL), await _costs(around, kind, *LARGE)
    return {work: Growth(small[work], large[work]) for work in _TURNS}


async def _costs(around: Surroundings, kind: Kind, forums: int, old: int) -> dict[str, float]:
    with empty(kind) as store:
        await build(store.url, around.service_url, count=forums, old=old)
        made = {
            "message": sentences(around.service_url, around.bearer, forums=forums),
            "click": clicks(around.service_url, around.bearer, forums=1),
        }
        return {work: await _cost(around, store, work, requests) for work, requests in made.items()}


async def _cost(around: Surroundings, store: Store, work: str, requests: Iterator[bytes]) -> float:
    async with klyngebot(around, store.url) as found:
        processes = [found.process, *([store.server] if store.server else [])]
        for turns in (_WARM[work], _TURNS[work]):
            load = await measure(found.port, requests, turns=turns, in_flight=IN_FLIGHT, processes=processes)
        return load.processor / load.turns * 1000
