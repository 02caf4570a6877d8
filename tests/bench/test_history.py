"""The measurements of history work: every agenda of a small town leaves. How fast is no test's business."""

from tests.bench.contenders import surroundings
from tests.bench.growth import Growth
from tests.bench.stalls import Stalls, measure_stalls
from tests.bench.targets import history_ratios, stall_ratios


async def test_the_agendas_of_a_small_town_leave_in_two_ticks() -> None:
    async with surroundings() as around:
        found = await measure_stalls(around, "SQLite", forums=2, each=3, rounds=1)
    assert set(found) == {"cold", "warm"}
    assert all(each.waited > 0 and each.worked > 0 for each in found.values())


def test_a_turn_may_cost_a_tenth_more_and_a_tick_may_hold_up_the_loop_for_twenty_milliseconds() -> None:
    turns = history_ratios(
        "SQLite", {("60 past meetings", "click"): Growth(2.0, 2.1), ("a town", "click"): Growth(1, 2)}
    )
    ticks = stall_ratios("SQLite", {"cold": Stalls(19.0, 9.0), "warm": Stalls(21.0, 9.0)})
    assert [each.is_reached for each in (*turns, *ticks)] == [True, False, True, True, True, False]
