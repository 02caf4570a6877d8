"""The benchmark works: everybody answers, and what was clicked stands in the log. How fast is no test's business."""

from tests.bench.contenders import surroundings
from tests.bench.growth import Growth
from tests.bench.proof import measure_verify
from tests.bench.speed import Comparison
from tests.bench.targets import growth_ratios, speed_ratios


async def test_every_contender_does_all_of_its_work() -> None:
    async with surroundings() as around:
        figures = await Comparison(around, turns=20, forums=3).run(1, lambda _: None)
    assert {work for name, work in figures if name.startswith("klyngebot")} == {"message", "click"}
    assert all(0 < each.p50 <= each.p99 and each.rate > 0 for each in figures.values())
    assert len(speed_ratios(figures)) == 8


def test_a_ceiling_is_reached_from_below() -> None:
    cheap, dear = growth_ratios("SQLite", {"message": Growth(1.0, 1.1), "click": Growth(1.0, 1.3)})
    assert (cheap.is_reached, dear.is_reached) == (True, False)


async def test_a_log_is_verified_as_the_command_does_it() -> None:
    found = await measure_verify("SQLite", 1_000)
    assert found.said.splitlines()[0] == "Loggen er hel: 1.000 poster."
