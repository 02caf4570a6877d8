"""The benchmark works: everybody answers, and what was clicked stands in the log. How fast is no test's business."""

import pytest

from tests.bench.contenders import surroundings
from tests.bench.documents import Made
from tests.bench.growth import Growth
from tests.bench.proof import measure_verify
from tests.bench.public import Held, measure_reading
from tests.bench.speed import Comparison
from tests.bench.targets import (
    document_ratios,
    growth_ratios,
    reading_ratios,
    release_ratios,
    speed_ratios,
    understanding_ratios,
)
from tests.bench.understanding import NEAREST, Cost


@pytest.mark.slow
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


def test_documents_are_measured_against_an_office_where_there_is_one() -> None:
    ours, theirs = {("pdf", 20): Made(0.1, 50.0)}, {("libreoffice", 20): Made(2.0, 200.0)}
    assert document_ratios(ours) == []
    assert [(each.found, each.is_reached) for each in document_ratios(ours | theirs)] == [(20.0, True), (0.25, True)]


async def test_what_is_public_is_read_beside_the_same_bytes_and_a_release_beside_none() -> None:
    async with surroundings() as around:
        read = await measure_reading(around, turns=5, rounds=1)
    assert len(reading_ratios(read)) == 4
    assert all(each.ours > 0 and each.bare > 0 for each in read.values())
    [slower] = release_ratios("SQLite", Held(quiet=10.0, releasing=12.0))
    assert (slower.found, slower.is_reached) == (1.2, False)


def test_understanding_is_measured_beside_the_nearest_command() -> None:
    half, late, slow = understanding_ratios({"klyngebot": Cost(1.0, 3.0), NEAREST: Cost(2.0, 4.0)})
    assert [each.is_reached for each in (half, late, slow)] == [True, False, False]
