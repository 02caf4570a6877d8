"""Deadlines on holidays, over changes of the clock and of the year, and in closure periods."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel import deadlines
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.deadlines import Deadline

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DANISH = Calendar(
    holidays=holidays.country_holidays("DK"),
    closure_days=frozenset({(6, 5), (12, 24), (12, 31)}),
    closure_periods=((date(2027, 7, 12), date(2027, 8, 6)), (date(2027, 5, 7), date(2027, 5, 7))),
)
EVERY_DAY_CLOSED_BUT_MONDAY = Calendar(
    closure_periods=tuple(
        (day + timedelta(days=1), day + timedelta(days=6))
        for day in (date(2027, 3, 1) + timedelta(weeks=week) for week in range(6))
    )
)
meeting_days = st.dates(date(2024, 1, 1), date(2099, 12, 31))
numbers = st.integers(0, 120)


def kept(deadline: Deadline | None) -> tuple[date, date]:
    assert deadline is not None
    return deadline.day, deadline.source_day


def test_the_timetable_of_the_example_meeting() -> None:
    found = deadlines.timetable(date(2027, 3, 16), DANISH, proposals=28, draft=14, answers=11, dispatch=7, minutes=7)
    days = [found.proposals, found.draft, found.answers, found.dispatch]
    assert [kept(deadline)[0] for deadline in days] == [
        date(2027, 2, 16),
        date(2027, 3, 2),
        date(2027, 3, 5),
        date(2027, 3, 9),
    ]
    assert kept(found.minutes) == (date(2027, 3, 23), date(2027, 3, 23))


def test_what_is_not_settled_has_no_deadline() -> None:
    found = deadlines.timetable(
        date(2027, 3, 16), DANISH, proposals=None, draft=None, answers=None, dispatch=None, minutes=None
    )
    assert [found.proposals, found.draft, found.answers, found.dispatch, found.minutes] == [None] * 5


@pytest.mark.parametrize(
    ("meeting", "moved", "source"),
    [
        (date(2027, 5, 13), date(2027, 5, 5), date(2027, 5, 6)),  # Kristi himmelfart
        (date(2027, 5, 24), date(2027, 5, 14), date(2027, 5, 17)),  # 2. pinsedag
        (date(2027, 1, 7), date(2026, 12, 30), date(2026, 12, 31)),  # a closure day in another year
        (date(2027, 7, 26), date(2027, 7, 9), date(2027, 7, 19)),  # a closure period
        (date(2027, 3, 13), date(2027, 3, 5), date(2027, 3, 6)),  # a Saturday
    ],
)
def test_a_dispatch_on_a_day_off_moves_to_the_working_day_before(meeting: date, moved: date, source: date) -> None:
    assert kept(deadlines.days_before(meeting, 7, DANISH)) == (moved, source)


@pytest.mark.parametrize(
    ("meeting", "moved", "source"),
    [
        (date(2027, 3, 18), date(2027, 3, 24), date(2027, 3, 25)),  # skærtorsdag
        (date(2026, 12, 18), date(2026, 12, 23), date(2026, 12, 25)),  # juledag, after a closed 24th
    ],
)
def test_minutes_due_on_a_day_off_are_due_the_working_day_before(meeting: date, moved: date, source: date) -> None:
    assert kept(deadlines.minutes_deadline(meeting, 7, DANISH)) == (moved, source)


@pytest.mark.parametrize("days", [1, 2, 0])
def test_the_minutes_deadline_does_not_move_to_the_day_of_the_meeting_or_before(days: int) -> None:
    friday = date(2027, 3, 12)
    assert kept(deadlines.minutes_deadline(friday, days, DANISH)) == (friday + timedelta(days=days),) * 2


@pytest.mark.parametrize(
    ("since", "days", "day"),
    [
        (date(2027, 3, 17), 2, date(2027, 3, 19)),
        (date(2027, 3, 17), 3, date(2027, 3, 22)),  # a Saturday: the Monday after
        (date(2027, 3, 22), 3, date(2027, 3, 30)),  # Maundy Thursday: the Tuesday after Easter
    ],
)
def test_time_to_react_that_ends_on_a_day_off_lasts_to_the_next_working_day(since: date, days: int, day: date) -> None:
    assert kept(deadlines.reaction_deadline(since, days, DANISH)) == (day, since + timedelta(days=days))
    assert deadlines.reaction_deadline(since, None, DANISH) is None


@given(meeting_days, numbers)
def test_time_to_react_ends_on_a_working_day_and_is_never_shortened(since: date, days: int) -> None:
    day, source = kept(deadlines.reaction_deadline(since, days, DANISH))
    assert DANISH.is_working(day)
    assert day >= source
    assert not any(DANISH.is_working(source + timedelta(days=between)) for between in range((day - source).days))


def test_a_deadline_knows_whether_it_was_moved_and_from_which_rule() -> None:
    moved = deadlines.days_before(date(2027, 5, 13), 7, DANISH)
    unmoved = deadlines.minutes_deadline(date(2027, 3, 16), 7, DANISH)
    assert moved is not None
    assert unmoved is not None
    assert (moved.is_moved, moved.days_after_meeting) == (True, -7)
    assert (unmoved.is_moved, unmoved.days_after_meeting) == (False, 7)


@given(meeting_days, numbers)
def test_a_deadline_before_the_meeting_is_a_working_day_no_later_than_the_rule_says(meeting: date, days: int) -> None:
    day, source = kept(deadlines.days_before(meeting, days, DANISH))
    assert source == meeting - timedelta(days=days)
    assert DANISH.is_working(day)
    assert day <= source
    assert DANISH.working_day_after(day) > source


@given(meeting_days, st.integers(1, 60))
def test_a_minutes_deadline_is_after_the_meeting_and_no_later_than_the_rule_says(meeting: date, days: int) -> None:
    day, source = kept(deadlines.minutes_deadline(meeting, days, DANISH))
    assert meeting < day <= source == meeting + timedelta(days=days)
    assert DANISH.is_working(day) or day == source


@given(meeting_days, numbers)
def test_a_deadline_lasts_until_midnight_and_not_a_second_longer(meeting: date, days: int) -> None:
    deadline = deadlines.days_before(meeting, days, DANISH)
    assert deadline is not None
    end = deadlines.ends(deadline, COPENHAGEN).astimezone(UTC)
    assert (end - timedelta(seconds=1)).astimezone(COPENHAGEN).date() == deadline.day
    assert end.astimezone(COPENHAGEN).date() == deadline.day + timedelta(days=1)


@pytest.mark.parametrize(("day", "hour"), [(date(2027, 3, 28), 22), (date(2027, 10, 31), 23)])
def test_the_day_the_clocks_change_ends_at_its_own_midnight(day: date, hour: int) -> None:
    deadline = Deadline(day=day, source_day=day, days_after_meeting=-7)
    assert deadlines.ends(deadline, COPENHAGEN) == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def test_the_proposal_deadline_is_called_to_mind_a_week_before_on_a_working_day() -> None:
    deadline = deadlines.days_before(date(2027, 6, 10), 28, DANISH)
    assert deadline is not None
    assert deadlines.proposal_reminder(deadline, DANISH) == date(
        2027, 5, 5
    )  # a week before 13 May is Kristi himmelfart


def test_the_meeting_is_called_to_mind_the_working_day_before() -> None:
    assert deadlines.meeting_reminder(date(2027, 3, 30), DANISH) == date(2027, 3, 24)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (7, (date(2027, 3, 17), date(2027, 3, 22))),
        (2, (date(2027, 3, 17),)),  # both reminders fall on one day
        (1, (date(2027, 3, 17),)),  # the working day before the deadline is the meeting's own
    ],
)
def test_the_minutes_are_called_to_mind_after_the_meeting_and_before_their_deadline(
    days: int, expected: tuple[date, ...]
) -> None:
    meeting = date(2027, 3, 16)
    deadline = deadlines.minutes_deadline(meeting, days, DANISH)
    assert deadline is not None
    assert deadlines.minutes_reminders(meeting, deadline, DANISH) == expected


def test_no_reminder_about_the_minutes_comes_after_their_deadline() -> None:
    meeting = date(2027, 3, 8)
    deadline = deadlines.minutes_deadline(meeting, 3, EVERY_DAY_CLOSED_BUT_MONDAY)
    assert deadline is not None
    assert deadlines.minutes_reminders(meeting, deadline, EVERY_DAY_CLOSED_BUT_MONDAY) == ()
    assert deadlines.overdue_on(deadline, EVERY_DAY_CLOSED_BUT_MONDAY) == date(2027, 3, 15)


@given(meeting_days, st.integers(1, 60))
def test_reminders_about_the_minutes_are_working_days_each_named_once(meeting: date, days: int) -> None:
    deadline = deadlines.minutes_deadline(meeting, days, DANISH)
    assert deadline is not None
    reminders = deadlines.minutes_reminders(meeting, deadline, DANISH)
    assert len(reminders) == len(set(reminders)) <= 2
    assert all(DANISH.is_working(day) and meeting < day <= deadline.day for day in reminders)
    assert all(day < deadlines.overdue_on(deadline, DANISH) for day in reminders)
