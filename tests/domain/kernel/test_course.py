"""Meetings are found by the clock as if all of them were gone through, however they overlap."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.course import course_of
from bot.domain.kernel.meeting import Meeting
from tests.harness.klynge_nord import local

START = local("2027-01-04T09:00")
hours = st.integers(min_value=0, max_value=60)


def _at(hour: int) -> datetime:
    return START + timedelta(hours=hour)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Meeting, ...]:
    spans = draw(st.lists(st.tuples(hours, st.integers(min_value=1, max_value=30)), max_size=8))
    return tuple(
        Meeting(forum="f", id=str(number), starts=_at(begins), ends=_at(begins + lasts), place="")
        for number, (begins, lasts) in enumerate(sorted(spans))
    )


@given(meetings(), hours)
def test_the_clock_finds_what_going_through_all_of_them_finds(every: tuple[Meeting, ...], hour: int) -> None:
    now, course = _at(hour), course_of(every)
    assert course.to_come(now) == tuple(each for each in every if each.ends > now)
    assert course.ahead(now) == tuple(each for each in every if each.starts > now)
    begun = [each for each in every if each.starts <= now]
    assert course.last_begun(now) == (begun[-1] if begun else None)
    ended = [each for each in every if each.ends <= now]
    assert course.last_ended(now) == (ended[-1] if ended else None)


@given(meetings())
def test_each_day_has_its_meetings(every: tuple[Meeting, ...]) -> None:
    course = course_of(every)
    for day in (date(2027, 1, 4), date(2027, 1, 5), date(2027, 2, 1)):
        assert course.by_day.get(day, ()) == tuple(each for each in every if each.day == day)
