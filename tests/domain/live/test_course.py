"""A meeting goes on whatever is pressed in whatever order: one thing is on at a time, and no minute is lost."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.state import AgendaItem, Gone
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.live import rules
from bot.domain.live.actions import Step
from bot.domain.live.course import course
from bot.domain.live.presence import at_item, here
from bot.domain.live.state import Live
from bot.domain.minutes.attendance import present
from bot.domain.minutes.state import Attendance, Presence
from bot.domain.proposals.state import Content, ItemKind

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
STARTS = datetime(2027, 3, 16, 16, 30, tzinfo=COPENHAGEN)
MEETING = Meeting(forum="nord", id="2027-1", starts=STARTS, ends=STARTS + timedelta(hours=2), place="")
ITEMS = tuple(
    AgendaItem(id=10 + each, content=Content(title=f"Punkt {each}", kind=ItemKind.DECISION)) for each in range(1, 5)
)
QUARTER = timedelta(minutes=15)
PEOPLE = ("anna", "bo", "carl")

steps = st.lists(st.tuples(st.sampled_from(Step), st.integers(0, 90), st.integers(1, 4)), max_size=12)
moments = st.one_of(st.none(), st.integers(-30, 400).map(lambda minutes: STARTS + timedelta(minutes=minutes)))
presences = st.lists(st.builds(Presence, person=st.sampled_from(PEOPLE), since=moments, until=moments), max_size=4).map(
    lambda every: Attendance(presences=tuple(every))
)


def at(clock: str) -> datetime:
    hour, minute = map(int, clock.split("."))
    return STARTS.replace(hour=hour, minute=minute)


def on(live: Live, step: Step, now: datetime, position: int | None = None, revision: int | None = None) -> Live:
    return rules.move_on(live, ITEMS, step, now, position=position, revision=revision)


def played(pressed: list[tuple[Step, int, int]]) -> tuple[Live, datetime]:
    """The meeting after these presses, each so many minutes after the one before; what is refused changes nothing."""
    live, now = rules.begin(MEETING, ITEMS, STARTS), STARTS.astimezone(UTC)
    for step, minutes, position in pressed:
        now += timedelta(minutes=minutes)
        with suppress(Refusal):  # past the last item or before the first there is none
            live = on(live, step, now, position)
    return live, now


@given(steps)
def test_one_thing_is_on_at_a_time_and_no_minute_is_lost(pressed: list[tuple[Step, int, int]]) -> None:
    live, now = played(pressed)
    assert [each.ended is None for each in live.spells] == [False] * (len(live.spells) - 1) + [True]
    assert all(before.ended == after.began for before, after in pairwise(live.spells))
    assert all(before.item != after.item for before, after in pairwise(live.spells))
    times = course(live, ITEMS, MEETING, now)
    pauses = sum(((each.ended or now) - each.began for each in live.spells if each.item is None), timedelta())
    assert sum((each.spent for each in times.items), pauses) == now - STARTS.astimezone(UTC)
    assert sum(each.is_on for each in times.items) == (live.item is not None)
    assert times.expected_end is not None
    assert times.expected_end >= now
    assert times.lag == times.expected_end - times.planned_end
    ended = rules.end(live, now + QUARTER)
    assert course(ended, ITEMS, MEETING, now + 2 * QUARTER).expected_end == now + QUARTER
    assert all(each.ended is not None for each in ended.spells)


@given(steps, presences, st.sets(st.sampled_from(PEOPLE), max_size=2), st.integers(0, 3))
def test_of_each_item_everybody_who_was_at_the_meeting_is_told_once_or_was_there_for_all_of_it(
    pressed: list[tuple[Step, int, int]], noted: Attendance, recused: set[str], place: int
) -> None:
    live, now = played(pressed)
    item = ITEMS[place].id
    for person in recused:
        live = rules.recuse(live, item, person, now)
    found = at_item(noted, live, item, now)
    away = [each.person for each in found.recused]
    told = [*found.absent, *found.partly, *away]
    assert len(told) == len(set(told))
    assert set(found.absent) | set(found.partly) <= set(present(noted)) - recused
    if any(each.item == item for each in live.spells):
        assert set(away) == recused
    if live.item == item:
        there = here(noted, live, now)
        assert not set(there) & {*away}


@given(st.integers(0, 600), st.integers(0, 600))
def test_two_who_press_at_the_same_moment_go_on_by_one_item(minutes: int, more: int) -> None:
    live = rules.begin(MEETING, ITEMS, STARTS)
    first = on(live, Step.NEXT, STARTS + timedelta(minutes=minutes), revision=live.revision)
    with pytest.raises(Refusal, match="live_moved"):
        on(first, Step.NEXT, STARTS + timedelta(minutes=minutes + more), revision=live.revision)
    assert first.item == ITEMS[1].id


def test_planned_and_actual_time_and_how_far_behind() -> None:
    live = on(rules.begin(MEETING, ITEMS, at("16.35")), Step.NEXT, at("16.55"))
    times = course(live, ITEMS, MEETING, at("17.00"))
    minutes = [each.spent // timedelta(minutes=1) for each in times.items]
    assert minutes == [20, 5, 0, 0]
    assert times.expected_end == at("17.40")
    assert times.lag == timedelta(minutes=10)
    assert course(live, ITEMS, MEETING, at("17.30")).lag == timedelta(minutes=30)
    ahead = on(rules.begin(MEETING, ITEMS, at("16.30")), Step.NEXT, at("16.35"))
    assert course(ahead, ITEMS, MEETING, at("16.35")).lag == -timedelta(minutes=10)


@pytest.mark.parametrize(
    ("began", "ended", "lasted"),
    [
        ("2027-03-28T01:30", "2027-03-28T03:30", timedelta(hours=1)),
        ("2027-10-31T01:30", "2027-10-31T03:30", timedelta(hours=3)),
        ("2027-03-16T23:45", "2027-03-17T00:15", timedelta(minutes=30)),
    ],
)
def test_over_midnight_and_the_change_of_clocks_the_time_that_really_passed_counts(
    began: str, ended: str, lasted: timedelta
) -> None:
    first, last = (datetime.fromisoformat(each).replace(tzinfo=COPENHAGEN) for each in (began, ended))
    ends = (first.astimezone(UTC) + timedelta(hours=2)).astimezone(COPENHAGEN)
    meeting = Meeting(forum="nord", id="2027-1", starts=first, ends=ends, place="")
    live = rules.end(rules.begin(meeting, ITEMS, first), last)
    assert course(live, ITEMS, meeting, last).items[0].spent == lasted
    assert rules.ends_by_itself(meeting) - first.astimezone(UTC) == timedelta(hours=6)


def test_it_can_be_resumed_and_the_time_between_counts_for_nothing() -> None:
    ended = rules.end(on(rules.begin(MEETING, ITEMS, at("16.30")), Step.NEXT, at("16.40")), at("16.50"))
    with pytest.raises(Refusal, match="live_over"):
        on(ended, Step.NEXT, at("16.55"))
    resumed = on(ended, Step.RESUME, at("17.00"))
    assert (resumed.item, resumed.ended_at, resumed.is_running) == (ITEMS[1].id, None, True)
    assert course(resumed, ITEMS, MEETING, at("17.05")).items[1].spent == timedelta(minutes=15)
    assert rules.untreated(resumed, ITEMS) == (3, 4)


def test_of_one_that_was_left_running_nobody_knows_the_end_until_somebody_says_it() -> None:
    left = rules.leave(rules.begin(MEETING, ITEMS, at("16.30")))
    assert left.is_left
    assert course(left, ITEMS, MEETING, at("23.30")).expected_end is None
    said = course(left, ITEMS, MEETING, at("23.30"), at("18.30"))
    assert (said.expected_end, said.items[0].spent) == (at("18.30"), timedelta(hours=2))


def test_who_was_recused_came_late_or_left_early_at_an_item() -> None:
    live = on(rules.begin(MEETING, ITEMS, at("16.30")), Step.NEXT, at("16.45"))
    live = rules.end(on(rules.recuse(live, 12, "bo", at("16.50")), Step.NEXT, at("17.00")), at("17.15"))
    noted = Attendance(
        presences=(
            Presence(person="anna", since=at("16.50")),
            Presence(person="bo"),
            Presence(person="carl", until=at("17.00")),
        )
    )
    first, second, third = (at_item(noted, live, item, at("17.15")) for item in (11, 12, 13))
    assert (first.absent, first.partly, first.recused) == (("anna",), (), ())
    assert (second.absent, second.partly) == ((), ("anna",))
    assert [(each.person, each.since, each.until) for each in second.recused] == [("bo", at("16.50"), at("17.00"))]
    assert (third.absent, third.partly) == (("carl",), ())


def test_the_same_again_changes_nothing() -> None:
    live = rules.begin(MEETING, ITEMS, STARTS)
    assert on(live, Step.ITEM, at("16.40"), 1) is live
    recused = rules.recuse(live, 11, "bo", at("16.40"))
    assert rules.recuse(recused, 11, "bo", at("16.50")) is recused
    assert rules.take_part(rules.take_part(recused, 11, "bo"), 11, "bo").recusals == ()
    stepped = rules.step_in(live, "carl", "bo")
    assert rules.step_in(stepped, "carl", "bo") is stepped
    with pytest.raises(Refusal, match="live_own_place"):
        rules.step_in(live, "bo", "bo")
    ended = rules.end(live, at("17.00"))
    assert rules.end(ended, at("18.00")) is ended
    assert rules.leave(ended) is ended


def test_it_begins_from_an_hour_before_until_it_is_long_over() -> None:
    rules.check_time(MEETING, at("15.30"))
    rules.check_time(MEETING, at("22.29"))
    for clock, key in (("15.29", "live_too_early"), ("22.30", "live_too_late")):
        with pytest.raises(Refusal, match=key):
            rules.check_time(MEETING, at(clock))
    with pytest.raises(Refusal, match="live_no_items"):
        rules.begin(MEETING, (), STARTS)


def test_past_the_last_item_and_before_the_first_there_is_none() -> None:
    live = rules.begin(MEETING, ITEMS, STARTS)
    for step, position, key in ((Step.PREVIOUS, None, "live_first"), (Step.ITEM, 9, "minutes_no_item")):
        with pytest.raises(Refusal, match=key):
            on(live, step, STARTS, position)
    last = on(live, Step.ITEM, STARTS, 4)
    with pytest.raises(Refusal, match="live_last"):
        on(last, Step.NEXT, STARTS)


def test_an_item_that_lapsed_keeps_its_number_and_is_passed_over() -> None:
    gone = Gone(reason="", at=STARTS, by="sekretariat")
    items = tuple(replace(each, gone=gone) if each.id in (11, 13) else each for each in ITEMS)
    live = rules.begin(MEETING, items, at("16.30"))
    assert live.item == 12

    def go(step: Step, position: int | None = None) -> Live:
        return rules.move_on(live, items, step, at("16.40"), position=position, revision=None)

    for step, position, key in ((Step.PREVIOUS, None, "live_first"), (Step.ITEM, 3, "live_gone")):
        with pytest.raises(Refusal, match=key):
            go(step, position)
    assert rules.untreated(live, items) == (4,)
    assert course(live, items, MEETING, at("16.30")).planned_end == at("17.00")
    live = go(Step.NEXT)
    assert (live.item, rules.place_of(items, live.item)) == (14, 4)
    with pytest.raises(Refusal, match="live_last"):
        go(Step.NEXT)
    assert go(Step.PREVIOUS).item == 12


@given(steps, st.sets(st.integers(0, 3), min_size=1))
def test_what_is_not_taken_up_is_passed_over_takes_no_time_and_is_not_missed(
    pressed: list[tuple[Step, int, int]], withdrawn: set[int]
) -> None:
    gone = Gone(reason="Aflyst", at=STARTS, by="anna")
    items = [replace(each, gone=gone) if place in withdrawn else each for place, each in enumerate(ITEMS)]
    if len(withdrawn) == len(items):
        with pytest.raises(Refusal, match="live_no_items"):
            rules.begin(MEETING, items, STARTS)
        return
    live, now = rules.begin(MEETING, items, STARTS), STARTS.astimezone(UTC)
    for step, minutes, position in pressed:
        now += timedelta(minutes=minutes)
        with suppress(Refusal):
            live = rules.move_on(live, items, step, now, position=position, revision=None)
    for place in withdrawn:
        with pytest.raises(Refusal, match="live_gone"):
            rules.move_on(live, items, Step.ITEM, now, position=place + 1, revision=None)
    left_out = {ITEMS[place].id for place in withdrawn}
    assert not left_out & {each.item for each in live.spells}
    times = course(live, items, MEETING, now)
    assert all(not each.planned and not each.spent for each in times.items if each.item in left_out)
    assert not {place + 1 for place in withdrawn} & set(rules.untreated(live, items))


@given(st.integers(0, 20), st.sampled_from(PEOPLE), st.sampled_from(Step))
def test_another_who_goes_on_just_after_somebody_did_means_the_same_step(seconds: int, by: str, step: Step) -> None:
    def moved(live: Live, step: Step, now: datetime) -> Live:
        return rules.move_on(live, ITEMS, step, now, position=3, revision=None, by="anna")

    live, now = moved(rules.begin(MEETING, ITEMS, STARTS), Step.NEXT, STARTS), STARTS + timedelta(seconds=seconds)
    is_same = by != "anna" and step is Step.NEXT and seconds < 10
    assert rules.went_on_already(live, step, now, by=by, revision=None) is is_same
    assert not rules.went_on_already(live, step, now, by=by, revision=live.revision)
    there = moved(live, Step.ITEM, now)
    assert not rules.went_on_already(there, Step.NEXT, now, by=by, revision=None)
