"""Whether a turn costs more in a forum with a long past, or among many such: processor time beside one without any."""

from tests.bench.contenders import Surroundings
from tests.bench.growth import Growth, grown, town
from tests.bench.stores import Kind

BEHIND = {"60 past meetings": (1, 60), "100 forums, 40 past agendas each": (100, 40)}
"""Forums, and the meetings that each of them has held."""


async def measure_history(around: Surroundings, kind: Kind) -> dict[tuple[str, str], Growth]:
    """By what lies behind, and by work; each beside a new town, since every click leaves one more answer to show."""
    found: dict[tuple[str, str], Growth] = {}
    for behind, (forums, past) in BEHIND.items():
        async with town(around, kind, 1) as new, town(around, kind, forums, past=past) as old:
            for work in ("message", "click"):
                found[behind, work] = await grown(new, old, work)
    return found
