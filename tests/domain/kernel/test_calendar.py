"""Working days and opening hours, in all weathers."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.calendar import Calendar

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DANISH = Calendar(
    holidays=holidays.country_holidays("DK"),
    closure_days=frozenset({(6, 5), (12, 24), (12, 31)}),
    closure_periods=((date(2027, 7, 12), date(2027, 8, 6)), (date(2027, 5, 7), date(2027, 5, 7))),
)
ONE_DAY = timedelta(days=1)
EVERY_DAY = frozenset((each.month, each.day) for each in (date(2000, 1, 1) + timedelta(days=n) for n in range(366)))
days = st.dates(date(2024, 1, 1), date(2099, 12, 31))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2099, 12, 31), timezones=st.just(COPENHAGEN))  # noqa: DTZ001 - Hypothesis adds the zone


@pytest.mark.parametrize(
    "day",
    [
        date(2027, 1, 1),
        date(2027, 3, 25),
        date(2027, 3, 26),
        date(2027, 3, 29),
        date(2027, 5, 6),
        date(2027, 5, 17),
        date(2026, 12, 25),
    ],
)
def test_a_public_holiday_is_no_working_day(day: date) -> None:
    assert not DANISH.is_working(day)


def test_store_bededag_is_a_working_day_since_2024() -> None:
    assert not DANISH.is_working(date(2023, 5, 5))
    assert DANISH.is_working(date(2024, 4, 26))
    assert DANISH.is_working(date(2027, 4, 23))


@pytest.mark.parametrize("day", [date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 31)])
def test_closure_days_are_the_forums_choice_and_no_public_holidays(day: date) -> None:
    assert not DANISH.is_working(day)
    assert Calendar(holidays=DANISH.holidays).is_working(day)


def test_a_closure_period_includes_both_its_ends() -> None:
    working = [DANISH.is_working(date(2027, 7, day)) for day in (9, 12)]
    assert working == [True, False]
    assert not DANISH.is_working(date(2027, 8, 6))
    assert DANISH.is_working(date(2027, 8, 9))


def test_easter_is_crossed_in_one_step() -> None:
    assert DANISH.working_day_before(date(2027, 3, 30)) == date(2027, 3, 24)
    assert DANISH.working_day_after(date(2027, 3, 24)) == date(2027, 3, 30)


def test_a_year_end_is_crossed() -> None:
    assert DANISH.working_day_before(date(2027, 1, 4)) == date(2026, 12, 30)
    assert DANISH.working_day_after(date(2026, 12, 30)) == date(2027, 1, 4)


def test_a_closure_of_a_whole_year_is_crossed() -> None:
    closed = Calendar(closure_periods=((date(2027, 1, 1), date(2027, 12, 31)),))
    assert closed.at_or_before(date(2027, 12, 31)) == date(2026, 12, 31)


def test_a_closure_without_end_is_an_error_and_no_endless_search() -> None:
    closed = Calendar(closure_periods=((date(2026, 1, 1), date(2090, 1, 1)),))
    for search in (closed.at_or_before, closed.working_day_before, closed.working_day_after):
        with pytest.raises(ValueError, match="no working day within 400 days"):
            search(date(2050, 1, 1))


@given(days)
def test_the_working_day_before_is_the_nearest_one(day: date) -> None:
    found = DANISH.working_day_before(day)
    assert found < day
    assert DANISH.is_working(found)
    between = [found + ONE_DAY * step for step in range(1, (day - found).days)]
    assert not any(map(DANISH.is_working, between))


@given(days)
def test_the_working_day_after_is_the_nearest_one(day: date) -> None:
    found = DANISH.working_day_after(day)
    assert found > day
    assert DANISH.is_working(found)
    assert DANISH.working_day_before(found) <= day


@given(days)
def test_a_working_day_moves_nowhere(day: date) -> None:
    expected = day if DANISH.is_working(day) else DANISH.working_day_before(day)
    assert DANISH.at_or_before(day) == expected


@pytest.mark.parametrize(
    ("time", "is_open"), [((7, 59, 59), False), ((8, 0, 0), True), ((16, 59, 59), True), ((17, 0, 0), False)]
)
def test_it_is_open_from_eight_until_five(time: tuple[int, int, int], is_open: bool) -> None:
    assert DANISH.is_open(datetime(2027, 3, 16, *time, tzinfo=COPENHAGEN)) is is_open


def test_it_is_closed_at_noon_on_a_holiday() -> None:
    assert not DANISH.is_open(datetime(2027, 5, 17, 12, tzinfo=COPENHAGEN))


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ((2027, 3, 16, 12), (2027, 3, 16, 12)),
        ((2027, 3, 16, 7), (2027, 3, 16, 8)),
        ((2027, 3, 16, 17), (2027, 3, 17, 8)),
        ((2027, 3, 24, 17), (2027, 3, 30, 8)),
        ((2026, 12, 30, 20), (2027, 1, 4, 8)),
        ((2027, 3, 27, 3), (2027, 3, 30, 8)),
    ],
)
def test_what_comes_when_it_is_closed_waits_for_eight_on_a_working_day(
    moment: tuple[int, int, int, int], opens: tuple[int, int, int, int]
) -> None:
    assert DANISH.next_open(datetime(*moment, tzinfo=COPENHAGEN)) == datetime(*opens, tzinfo=COPENHAGEN)


@given(moments)
def test_the_next_opening_is_open_and_never_in_the_past(moment: datetime) -> None:
    found = DANISH.next_open(moment)
    assert DANISH.is_open(found)
    assert found.astimezone(UTC) >= moment.astimezone(UTC)
    assert DANISH.next_open(found) == found


def test_eight_is_eight_on_both_sides_of_a_change_to_summer_time() -> None:
    winter, summer = (DANISH.opens(date(2027, 3, day), COPENHAGEN) for day in (27, 28))
    assert (winter.hour, summer.hour) == (8, 8)
    assert summer.astimezone(UTC) - winter.astimezone(UTC) == timedelta(hours=23)


CLOSURES = st.builds(
    lambda closed, periods, opens: Calendar(
        holidays=DANISH.holidays,
        closure_days=frozenset(() if closed is None else EVERY_DAY - closed - opens),
        closure_periods=tuple((first, first + length) for first, length in periods),
    ),
    st.none() | st.frozensets(st.sampled_from(sorted(EVERY_DAY)), max_size=20),
    st.lists(
        st.tuples(
            st.dates(date(2023, 1, 1), date(2030, 12, 31)), st.integers(0, 450).map(lambda each: timedelta(days=each))
        ),
        max_size=4,
    ),
    st.sampled_from([frozenset(), frozenset({(12, 25)}), frozenset({(3, 1), (9, 1)})]),
)
"""Closures that people might write by mistake, most of a year or several years of it."""


@given(CLOSURES, st.lists(days, min_size=1, max_size=20))
def test_whatever_the_closures_either_they_are_told_or_a_working_day_is_always_found(
    calendar: Calendar, those: list[date]
) -> None:
    if calendar.is_shut_for_long():
        return
    near = [first + timedelta(days=away) for first, _ in calendar.closure_periods for away in (-1, 0, 200)]
    for day in (*those, *near):
        found = calendar.at_or_before(day), calendar.working_day_after(day)
        assert all(map(calendar.is_working, found))
        assert found[0] <= day < found[1]


@pytest.mark.parametrize(
    ("calendar", "is_shut"),
    [
        (DANISH, False),
        (Calendar(closure_periods=((date(2026, 1, 1), date(2029, 12, 31)),)), True),
        (
            Calendar(closure_periods=((date(2026, 1, 5), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 2, 28)))),
            True,
        ),
        (Calendar(closure_periods=((date(2026, 1, 5), date(2026, 12, 31)),)), False),
        (Calendar(closure_days=EVERY_DAY), True),
        (Calendar(holidays=DANISH.holidays, closure_days=EVERY_DAY - {(12, 25)}), True),
    ],
)
def test_more_than_a_year_without_a_working_day_is_no_calendar(calendar: Calendar, is_shut: bool) -> None:
    assert calendar.is_shut_for_long() is is_shut
