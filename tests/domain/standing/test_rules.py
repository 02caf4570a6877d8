"""What comes first of all that awaits somebody."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.action import Query
from bot.domain.standing.rules import is_late, most_pressing_first
from bot.domain.standing.state import HELD, WAITED_FOR, Awaited, Matter

TODAY = date(2027, 3, 1)
DAYS = st.none() | st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
THINGS = st.builds(Awaited, matter=st.sampled_from(Matter), way=st.just(Query()), due=DAYS)


@given(st.lists(THINGS, max_size=30), st.randoms())
def test_everything_stays_and_its_order_is_the_same_whatever_it_was_before(
    every: list[Awaited[Query]], random: Random
) -> None:
    shuffled = list(every)
    random.shuffle(shuffled)
    ordered = most_pressing_first(every, TODAY)
    assert sorted(map(str, ordered)) == sorted(map(str, every))
    assert list(map(str, ordered)) == list(map(str, most_pressing_first(shuffled, TODAY)))


@given(st.lists(THINGS, max_size=30))
def test_what_others_wait_for_goes_before_what_is_late_and_that_before_what_is_not(every: list[Awaited[Query]]) -> None:
    rest = [each for each in most_pressing_first(every, TODAY) if each.matter not in HELD | WAITED_FOR]
    days = [each.due or date.max for each in rest]
    assert days == sorted(days)
    firsts = most_pressing_first(every, TODAY)[: len(every) - len(rest)]
    assert all(each.matter in HELD | WAITED_FOR for each in firsts)


def test_the_last_day_itself_is_in_time() -> None:
    for days, late in ((-1, True), (0, False), (1, False)):
        assert is_late(Awaited(matter=Matter.TASK, way=Query(), due=TODAY + timedelta(days=days)), TODAY) is late
    assert not is_late(Awaited(matter=Matter.TASK, way=Query()), TODAY)
