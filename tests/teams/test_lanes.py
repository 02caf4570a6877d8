"""Who may send when, proved without sleeping: Teams never sees too much, and nobody waits without need."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from bot.teams.bucket import Window
from bot.teams.lanes import Lane, Queue, Ticket

TENANT = (Window(4, 1),)
MESSAGES = (Window(2, 1), Window(3, 2), Window(5, 8))
ROSTERS = (Window(3, 1), Window(4, 4))
LANES = [Lane("a", "x"), Lane("a", "y"), Lane("a", "z"), Lane("a", "x", is_roster=True), Lane("b", "x")]
LOST_AFTER = 6.0
_TICK = 1 / 64  # second: every moment is a whole number of these, so that sums and differences are exact


@dataclass(kw_only=True)
class Request:
    """It ends `lasts` after it left, and arrives `arrives` after it left; some are lost, some never leave."""

    lane: Lane
    asked: float
    lasts: float
    arrives: float
    is_lost: bool
    is_unconnected: bool
    foretold: float = inf
    left: float = inf

    @property
    def ended(self) -> float:
        return self.left + self.lasts

    @property
    def seen_by(self) -> float:
        if self.is_unconnected:
            return -inf
        return self.left + LOST_AFTER if self.is_lost else self.ended


def _ticks(most: float) -> st.SearchStrategy[float]:
    return st.integers(0, int(most / _TICK)).map(lambda ticks: ticks * _TICK)


@st.composite
def plans(draw: st.DrawFn) -> list[Request]:
    """Bursts and pauses, quick and slow answers, in several conversations of two tenants."""
    moment, made = 0.0, []
    for gap in draw(st.lists(st.one_of(st.just(0.0), _ticks(3), st.just(70.0)), min_size=1, max_size=40)):
        moment += gap
        lasts, fate = draw(_ticks(3)), draw(st.integers(0, 9))
        made.append(
            Request(
                lane=draw(st.sampled_from(LANES)),
                asked=moment,
                lasts=lasts,
                arrives=draw(_ticks(LOST_AFTER if fate == 0 else lasts)),
                is_lost=fate == 0,
                is_unconnected=fate == 1,
            )
        )
    return made


def _play(plan: Sequence[Request]) -> Queue:
    """Let everybody ask, leave and be answered; looked at only when something happens or when it was foretold."""
    queue = Queue(tenant=TENANT, messages=MESSAGES, rosters=ROSTERS)
    numbers, held = count(), dict[Ticket, Request]()
    events: list[tuple[float, int, Request | Ticket | None]] = [(each.asked, next(numbers), each) for each in plan]
    while events:
        now, _, what = heapq.heappop(events)
        if isinstance(what, Request):
            what.foretold = queue.opens(what.lane, now)
            held[queue.ask(what.lane, now)] = what
        elif what is not None:
            what.seen_by = held[what].seen_by
            queue.end(what)
        gone, again = queue.leaving(now)
        for ticket in gone:
            held[ticket].left = now
            heapq.heappush(events, (held[ticket].ended, next(numbers), ticket))
        if again < inf:
            heapq.heappush(events, (again, next(numbers), None))
    return queue


def _budgets(plan: Sequence[Request]) -> Iterator[tuple[Sequence[Request], Sequence[Window]]]:
    """The requests that share a limit, and the limit."""
    for tenant in {each.lane.tenant for each in plan}:
        yield [each for each in plan if each.lane.tenant == tenant], TENANT
    for lane in {each.lane for each in plan}:
        yield [each for each in plan if each.lane == lane], ROSTERS if lane.is_roster else MESSAGES


def _is_full(budget: Sequence[Request], windows: Sequence[Window], moment: float) -> bool:
    """Whether so many may still be in one of the windows that one more could be too many."""
    gone = [each for each in budget if each.left <= moment]
    return any(
        sum(each.ended > moment or each.seen_by > moment - window.length for each in gone) >= window.most
        for window in windows
    )


@given(plans())
def test_teams_never_sees_more_than_a_window_allows(plan: list[Request]) -> None:
    _play(plan)
    for budget, windows in _budgets(plan):
        seen = [each.left + each.arrives for each in budget if not each.is_unconnected]
        for window in windows:
            assert all(sum(last - window.length < each <= last for each in seen) <= window.most for last in seen)


@given(plans())
def test_nobody_waits_longer_than_needed(plan: list[Request]) -> None:
    """Just before each left, its tenant or its conversation was full, or it stood behind another for the same."""
    _play(plan)
    for number, each in enumerate(plan):
        assert each.left < inf
        moment = each.left - _TICK / 2
        if moment < each.asked:
            continue
        is_behind = any(before.lane == each.lane and before.left >= each.left for before in plan[:number])
        mine = [(budget, windows) for budget, windows in _budgets(plan) if each in budget]
        assert is_behind or any(_is_full(budget, windows, moment) for budget, windows in mine)


@given(plans())
def test_in_one_conversation_whoever_asks_first_leaves_first(plan: list[Request]) -> None:
    _play(plan)
    for lane in LANES:
        left = [each.left for each in plan if each.lane == lane]
        assert left == sorted(left)


@given(plans())
def test_what_has_been_quiet_for_long_is_forgotten(plan: list[Request]) -> None:
    queue = _play(plan)
    assert len(queue) > 0
    queue.ask(LANES[0], 10_000.0)
    assert len(queue) == 0


@given(plans())
def test_a_foretold_wait_is_never_longer_than_the_real_one(plan: list[Request]) -> None:
    """Else a card would be put off that could have left in time. A connection that fails cannot be foreseen."""
    for each in plan:
        each.is_unconnected = False
    _play(plan)
    assert all(each.foretold <= each.left for each in plan)


def test_a_full_conversation_holds_up_nobody_else() -> None:
    queue = Queue(tenant=TENANT, messages=MESSAGES, rosters=ROSTERS)
    first = [queue.ask(LANES[0], 0.0) for _ in range(3)]
    other = queue.ask(LANES[1], 0.0)
    gone, again = queue.leaving(0.0)
    assert gone == [*first[:2], other]
    assert again >= 1.0


def test_a_conversation_that_teams_has_closed_opens_when_it_said() -> None:
    queue = Queue(tenant=(), messages=(), rosters=())
    queue.close(LANES[0], 9.0)
    closed, other = queue.ask(LANES[0], 1.0), queue.ask(LANES[1], 1.0)
    assert queue.leaving(1.0) == ([other], 9.0)
    assert queue.leaving(9.0) == ([closed], inf)


def test_somebody_who_gives_up_makes_room_in_the_line() -> None:
    queue = Queue(tenant=TENANT, messages=(Window(1, 1),), rosters=ROSTERS)
    first, second, third = (queue.ask(LANES[0], 0.0) for _ in range(3))
    assert queue.leaving(0.0)[0] == [first]
    queue.end(second)
    first.seen_by = 0.0
    queue.end(first)
    assert queue.leaving(1.0)[0] == [third]
