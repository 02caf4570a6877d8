"""Whose turn it is: nobody is skipped, nobody hosts twice before all others have, and a swap keeps both turns."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation
from bot.domain.year.hosting import exchanged
from bot.domain.year.rota import next_host, next_in, turn_of, turns
from tests.harness.charters import SILENT_CHARTER

ORDER = ("hjoerring", "frederikshavn", "broenderslev", "laesoe")
ORDERS = st.integers(1, 7).map(lambda count: tuple(f"kommune-{number}" for number in range(count)))
_BEGIN = datetime(2027, 1, 12, 12, tzinfo=UTC)


def forum(order: Sequence[str], hosts: Sequence[str | None]) -> Forum:
    """A forum with a meeting a month, at these hosts."""
    meetings = (
        Meeting(
            forum="f", id=f"m{number}", starts=starts, ends=starts + timedelta(hours=2), place="Rådhuset", host=host
        )
        for number, host in enumerate(hosts)
        for starts in [_BEGIN + timedelta(days=30 * number)]
    )
    return Forum(
        id="f",
        name="F",
        region=None,
        charter=SILENT_CHARTER,
        organisations=tuple(Organisation(id=each, name=each, kind="municipality") for each in order),
        hosting=tuple(order),
        meetings=tuple(meetings),
    )


def following(order: Sequence[str], past: Sequence[str | None], count: int) -> list[str]:
    found: list[str] = []
    for _ in range(count):
        host = next_host(order, [*past, *found])
        assert host is not None
        found.append(host)
    return found


@given(ORDERS, st.data())
def test_whatever_was_before_each_hosts_once_before_anybody_hosts_again(
    order: tuple[str, ...], data: st.DataObject
) -> None:
    past = data.draw(st.lists(st.sampled_from([*order, "fremmed", None]), max_size=20))
    found = following(order, past, 3 * len(order))
    for start in range(2 * len(order)):
        assert Counter(found[start : start + len(order)]) == Counter(order)


@given(ORDERS.filter(lambda order: len(order) > 1), st.data())
def test_however_often_two_swap_nobody_is_skipped_and_nobody_hosts_more_often(
    order: tuple[str, ...], data: st.DataObject
) -> None:
    rounds = 3
    found = forum(order, [None] * len(order))
    for _ in range(data.draw(st.integers(0, 6))):
        meeting = data.draw(st.sampled_from(found.meetings))
        giver = turn_of(found, meeting)
        taker = data.draw(st.sampled_from([each for each in order if each != giver.host]))
        changed = exchanged(found, giver, taker, found.meetings)
        hosts = (changed.get(each.id, each.host) for each in found.meetings)
        found = replace(
            found, meetings=tuple(replace(each, host=host) for each, host in zip(found.meetings, hosts, strict=True))
        )
        assert Counter(each.host for each in turns(found)) == Counter(order)
    hosted = [each.host for each in turns(found)]
    later = following(order, hosted, (rounds - 1) * len(order))
    assert set(Counter([*hosted, *later]).values()) == {rounds}


def test_the_next_comes_after_the_latest_in_the_order_and_who_gave_a_meeting_away_is_next() -> None:
    assert next_host(ORDER, []) == "hjoerring"
    assert next_host(ORDER, ["frederikshavn"]) == "broenderslev"
    assert next_host(ORDER, ["hjoerring", "frederikshavn"]) == "broenderslev"
    assert next_host(ORDER, ["hjoerring", "frederikshavn", "laesoe"]) == "broenderslev"
    assert next_host(ORDER, ["hjoerring", "frederikshavn", "laesoe", "broenderslev"]) == "hjoerring"
    assert next_host((), ["hjoerring"]) is None


def test_whoever_hosts_a_meeting_soon_after_is_not_proposed_for_the_one_before() -> None:
    held = forum(ORDER, ["hjoerring", "frederikshavn", None, "broenderslev"])
    assert [each.host for each in turns(held)] == ["hjoerring", "frederikshavn", "laesoe", "broenderslev"]


def test_a_cancelled_meeting_gives_the_turn_back_and_a_new_member_comes_in_once() -> None:
    held = forum(ORDER, ["hjoerring", "frederikshavn", "broenderslev"])
    assert next_in(held) == "laesoe"
    assert next_in(replace(held, meetings=held.meetings[:2])) == "broenderslev"
    assert following((*ORDER, "region"), ORDER, 6) == ["region", *ORDER, "region"]
