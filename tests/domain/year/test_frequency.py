"""How many meetings a year calls for, and when it is told that some are missing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.provision import Provision
from bot.domain.year.frequency import frequency, warnings
from tests.harness.charters import SILENT_CHARTER, saying

DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))


def forum(least: int | None, days: list[date], most: int | None = None) -> Forum:
    charter = saying(SILENT_CHARTER, meetings__min_per_year=Provision(least), meetings__max_per_year=Provision(most))
    meetings = (datetime(day.year, day.month, day.day, 11, tzinfo=UTC) for day in days)
    return Forum(
        id="f",
        name="F",
        region=None,
        charter=charter,
        meetings=tuple(
            Meeting(forum="f", id=f"m{number}", starts=each, ends=each + timedelta(hours=2), place="x")
            for number, each in enumerate(meetings)
        ),
    )


@given(st.integers(0, 6), st.lists(DAYS, max_size=12), DAYS)
def test_a_year_is_warned_of_just_while_something_is_missing_and_each_day_once(
    least: int, days: list[date], today: date
) -> None:
    found = forum(least, days)
    told = list(warnings(found, Calendar(), today))
    assert len({each.day for each in told}) == len(told)
    for each in told:
        assert sum(day.year == each.year for day in days) < least
        assert each.day >= today
        assert each.day.weekday() < 5
    counted = frequency(found, today.year)
    assert counted is not None
    if not counted.missing:
        assert not [each for each in told if each.year == today.year]
    elif today <= date(today.year, 5, 28):
        assert len([each for each in told if each.year == today.year]) == 2


@given(st.lists(DAYS, max_size=12), st.integers(1, 5))
def test_what_is_beyond_the_usual_number_are_the_last_meetings_of_the_year(days: list[date], most: int) -> None:
    counted = frequency(forum(1, days, most), 2027)
    assert counted is not None
    own = sorted(day for day in days if day.year == 2027)
    assert [each.day for each in counted.beyond] == own[most:]


@pytest.mark.parametrize(
    ("since", "until", "needed"),
    [
        (None, None, 2),
        (date(2027, 1, 1), date(2027, 12, 31), 2),
        (date(2027, 7, 1), None, 1),
        (None, date(2027, 2, 15), 0),
        (date(2028, 1, 1), None, None),
    ],
)
def test_a_part_of_a_year_calls_for_its_part_of_the_meetings(
    since: date | None, until: date | None, needed: int | None
) -> None:
    counted = frequency(replace(forum(2, []), valid_from=since, valid_until=until), 2027)
    assert (None if counted is None else counted.needed) == needed


def test_a_meeting_in_a_year_that_nobody_means_plans_no_thousands_of_warnings() -> None:
    told = list(warnings(forum(1, [date(9999, 5, 1)]), Calendar(), date(2027, 1, 1)))
    assert {each.year for each in told} == set(range(2027, 2038))


def test_the_29th_of_february_is_the_last_of_that_month_in_other_years() -> None:
    chosen = {"frequency_warnings": Choice(["02-29"], "F", date(2026, 1, 1))}
    found = replace(forum(1, []), choices=chosen)
    assert [each.chosen for each in warnings(found, Calendar(), date(2027, 1, 1))] == [
        date(2027, 2, 28),
        date(2028, 2, 29),
        date(2029, 2, 28),
    ]
