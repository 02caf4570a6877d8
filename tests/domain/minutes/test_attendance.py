"""Who was there: unknown until somebody says so, in order and within the meeting, whatever is said and when."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes import attendance as noting
from bot.domain.minutes.state import Attendance, Presence, WasThere

STARTS = datetime(2027, 3, 16, 16, 30, tzinfo=UTC)
MEETING = Meeting(forum="nord", id="2027-1", starts=STARTS, ends=STARTS + timedelta(hours=2, minutes=30), place="")
SEATED = ("anna", "bo", "carl")
NOBODY = Attendance()


def at(clock: str) -> datetime:
    hour, minute = clock.split(".")
    return STARTS.replace(hour=int(hour), minute=int(minute))


def hours(attendance: Attendance, person: str) -> list[tuple[str | None, str | None]]:
    def written(moment: datetime | None) -> str | None:
        return None if moment is None else f"{moment.hour}.{moment.minute:02}"

    return [(written(each.since), written(each.until)) for each in noting.presences_of(attendance, person)]


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refusal:
        work()
    return refusal.value.key


def test_until_somebody_says_so_nobody_was_there_and_nobody_was_absent() -> None:
    assert not noting.is_noted(NOBODY)
    assert {noting.was_there(NOBODY, person) for person in SEATED} == {WasThere.UNKNOWN}


def test_that_nobody_was_absent_is_something_that_was_said() -> None:
    assert noting.is_noted(noting.note_absent(NOBODY, ()))
    assert noting.was_there(noting.note_absent(NOBODY, ("bo",)), "bo") is WasThere.ABSENT
    assert noting.was_there(noting.note_absent(NOBODY, ("bo",)), "anna") is WasThere.UNKNOWN


def test_a_ticked_list_speaks_of_all_and_one_without_a_tick_of_nobody() -> None:
    ticked = noting.note_ticked(NOBODY, ("anna",), SEATED)
    assert (noting.present(ticked), ticked.absent) == (("anna",), ("bo", "carl"))
    assert noting.note_ticked(NOBODY, (), SEATED) == NOBODY
    absences = noting.note_absent(NOBODY, ("bo",))
    assert noting.note_ticked(absences, (), SEATED) == absences
    assert not noting.is_noted(noting.note_ticked(ticked, (), SEATED))


def test_all_or_all_but_those_whose_absence_is_noted() -> None:
    assert noting.present(noting.note_everybody(NOBODY, SEATED)) == SEATED
    absences = noting.note_absent(NOBODY, ("bo",))
    others = noting.note_everybody(absences, SEATED, but_the_absent=True)
    assert (noting.present(others), others.absent) == (("anna", "carl"), ("bo",))
    assert noting.note_everybody(absences, SEATED).absent == ()


def test_who_came_late_or_left_early_stays_so_when_all_are_ticked() -> None:
    late = noting.note_arrival(NOBODY, "bo", at("17.10"), MEETING)
    assert hours(noting.note_everybody(late, SEATED), "bo") == [("17.10", None)]
    assert hours(noting.note_ticked(late, SEATED, SEATED), "bo") == [("17.10", None)]


def test_somebody_comes_and_goes() -> None:
    came = noting.note_arrival(NOBODY, "bo", at("17.10"), MEETING)
    left = noting.note_departure(came, "bo", at("18.00"), MEETING)
    assert hours(left, "bo") == [("17.10", "18.00")]
    again = noting.note_arrival(left, "bo", at("18.15"), MEETING)
    assert hours(again, "bo") == [("17.10", "18.00"), ("18.15", None)]
    assert hours(noting.note_arrival(again, "bo", at("18.10"), MEETING), "bo") == [("17.10", "18.00"), ("18.10", None)]
    assert hours(noting.note_arrival(left, "bo", at("18.00"), MEETING), "bo") == [("17.10", None)]
    assert hours(noting.note_arrival(came, "bo", at("16.00"), MEETING), "bo") == [(None, None)]


def test_a_time_beyond_the_meeting_is_refused() -> None:
    assert refused(lambda: noting.note_arrival(NOBODY, "bo", at("23.00"), MEETING)) == "outside_meeting"
    assert refused(lambda: noting.note_departure(NOBODY, "bo", at("23.00"), MEETING)) == "outside_meeting"
    assert refused(lambda: noting.note_end(NOBODY, at("23.01"), MEETING)) == "outside_meeting"
    assert refused(lambda: noting.note_departure(NOBODY, "bo", at("16.30"), MEETING)) == "outside_meeting"


def test_a_meeting_does_not_end_before_somebody_comes_or_leaves() -> None:
    left = noting.note_departure(NOBODY, "bo", at("18.00"), MEETING)
    assert refused(lambda: noting.note_end(left, at("17.59"), MEETING)) == "outside_meeting"
    ended = noting.note_end(left, at("18.00"), MEETING)
    assert (hours(ended, "bo"), ended.ended_at) == ([(None, None)], at("18.00"))
    assert refused(lambda: noting.note_arrival(ended, "bo", at("18.00"), MEETING)) == "outside_meeting"
    assert hours(noting.note_departure(ended, "bo", at("18.30"), MEETING), "bo") == [(None, None)]


people = st.sampled_from(SEATED)
several = st.lists(people, max_size=4).map(tuple)
moments = st.integers(-60, 480).map(lambda minutes: STARTS + timedelta(minutes=minutes))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("present"), several),
        st.tuples(st.just("absent"), several),
        st.tuples(st.just("ticked"), several),
        st.tuples(st.just("all"), st.booleans()),
        st.tuples(st.sampled_from(("came", "left")), people, moments),
        st.tuples(st.just("ended"), moments),
    ),
    max_size=12,
)


def attempt(attendance: Attendance, step: tuple[object, ...]) -> Attendance:
    try:
        match step:
            case ("present", tuple() as named):
                return noting.note_present(attendance, named)
            case ("absent", tuple() as named):
                return noting.note_absent(attendance, named)
            case ("ticked", tuple() as named):
                return noting.note_ticked(attendance, named, SEATED)
            case ("all", bool() as but_the_absent):
                return noting.note_everybody(attendance, SEATED, but_the_absent=but_the_absent)
            case ("came", str() as person, datetime() as moment):
                return noting.note_arrival(attendance, person, moment, MEETING)
            case ("left", str() as person, datetime() as moment):
                return noting.note_departure(attendance, person, moment, MEETING)
            case ("ended", datetime() as moment):
                return noting.note_end(attendance, moment, MEETING)
    except Refusal:
        return attendance
    raise AssertionError(step)


def span(presence: Presence) -> tuple[datetime, datetime]:
    return presence.since or STARTS, presence.until or MEETING.ends + timedelta(hours=4)


@given(STEPS)
def test_presences_never_overlap_never_leave_the_meeting_and_nobody_is_both_there_and_absent(
    steps: list[tuple[object, ...]],
) -> None:
    attendance = NOBODY
    for step in steps:
        attendance = attempt(attendance, step)
        assert not set(noting.present(attendance)) & set(attendance.absent or ())
        for person in noting.present(attendance):
            spans = [span(each) for each in noting.presences_of(attendance, person)]
            assert all(since < until for since, until in spans)
            assert all(one[1] < other[0] for one, other in pairwise(spans))
        ended = attendance.ended_at or MEETING.ends + timedelta(hours=4)
        moments = [moment for each in attendance.presences for moment in (each.since, each.until) if moment]
        assert all(STARTS < moment < ended for moment in moments)


@given(STEPS, people)
def test_what_is_noted_of_one_person_changes_nothing_of_another(steps: list[tuple[object, ...]], person: str) -> None:
    attendance = NOBODY
    for step in steps:
        attendance = attempt(attendance, step)
    others = [each for each in SEATED if each != person]
    for step in (("came", person, at("17.10")), ("left", person, at("18.00"))):
        after = attempt(attendance, step)
        assert [noting.presences_of(after, each) for each in others] == [
            noting.presences_of(attendance, each) for each in others
        ]
        assert [noting.was_there(after, each) for each in others] == [
            noting.was_there(attendance, each) for each in others
        ]
