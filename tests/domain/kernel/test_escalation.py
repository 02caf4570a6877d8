"""Whatever is owed by whatever day, and whenever it is answered: who still owes it hears of it, seldom, and once."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.escalation import EVERY, Party, course

DAYS = st.dates(min_value=date(2027, 1, 1), max_value=date(2029, 12, 31))
SOON = st.integers(-20, 40).map(lambda number: timedelta(days=number))
CALENDARS = st.builds(
    Calendar,
    holidays=st.frozensets(DAYS, max_size=20),
    closure_days=st.frozensets(st.tuples(st.integers(1, 12), st.integers(1, 28)), max_size=8),
)


def working_days(first: date, last: date, calendar: Calendar) -> int:
    """How many working days one has to wait from the first until the last."""
    return sum(calendar.is_working(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))


@given(last=DAYS, calendar=CALENDARS, asked=st.none() | SOON, answered=st.none() | SOON, until=st.none() | SOON)
def test_whoever_owes_it_hears_only_while_they_owe_it_and_at_most_every_third_working_day(
    last: date,
    calendar: Calendar,
    asked: timedelta | None,
    answered: timedelta | None,
    until: timedelta | None,
) -> None:
    since, done, over = (None if each is None else last + each for each in (asked, answered, until))
    steps = list(course(last, calendar, asked=since, answered=done, until=over, most=5))
    days = [each.day for each in steps if each.to is Party.OWING]
    assert all(calendar.is_working(each.day) for each in steps)
    assert len({(each.to, each.day) for each in steps}) == len(steps)
    assert all(done is None or each.day < done for each in steps)
    assert all(over is None or each.day < over for each in steps)
    for one, other in pairwise(days):
        assert working_days(one, other, calendar) >= EVERY
    if since is not None:
        assert all(each.day > since for each in steps if not each.is_late or each.to is Party.OWING)


@given(last=DAYS, calendar=CALENDARS, asked=st.none() | SOON)
def test_once_it_is_late_the_secretariat_hears_before_whoever_owes_it(
    last: date, calendar: Calendar, asked: timedelta | None
) -> None:
    steps = list(course(last, calendar, asked=None if asked is None else last + asked, most=3))
    late = [each for each in steps if each.is_late]
    assert [each.to for each in late] == [Party.SERVING, Party.OWING, Party.OWING, Party.OWING]
    assert [each.day for each in late] == sorted({each.day for each in late})
    assert all(each.day > last for each in late)
    assert all(each.day < last for each in steps if not each.is_late)
