"""The days proposed for a year's meetings: free, apart, on the usual weekday, and ahead of whom the charter says."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.series import Before, Wanted, number_wanted, proposed, usual, usual_place

FIRST, LAST = date(2028, 1, 1), date(2028, 12, 31)
days = st.dates(FIRST, LAST)


def wanted(number: int, *, weekday: int = 1, earliest: date = FIRST) -> Wanted:
    return Wanted(first=FIRST, last=LAST, earliest=earliest, number=number, weekday=weekday)


def meeting(starts: datetime, place: str = "Læsø", host: str | None = None) -> Meeting:
    return Meeting(
        forum="f", id=starts.isoformat(), starts=starts, ends=starts + timedelta(hours=2), place=place, host=host
    )


@given(
    number=st.integers(1, 12),
    weekday=st.integers(0, 4),
    earliest=days,
    held=st.sets(days, max_size=4),
    closed=st.sets(days, max_size=60),
)
def test_every_day_is_free_new_and_to_come_and_none_is_missing_while_one_is_free(
    number: int, weekday: int, earliest: date, held: set[date], closed: set[date]
) -> None:
    found = proposed(
        wanted(number, weekday=weekday, earliest=earliest), sorted(held), (), lambda day: day not in closed
    )
    free = {earliest + timedelta(days=away) for away in range((LAST - earliest).days + 1)} - closed - held
    assert set(found) <= free
    assert sorted(set(found)) == list(found)
    assert len(found) == min(max(number - len(held), 0), len(free))


@given(number=st.integers(1, 8), weekday=st.integers(0, 4))
def test_an_empty_year_is_spread_evenly_on_the_weekday(number: int, weekday: int) -> None:
    found = proposed(wanted(number, weekday=weekday), (), (), lambda day: True)
    assert {day.weekday() for day in found} == {weekday}
    assert all(abs((later - day).days - 366 / number) <= 8 for day, later in pairwise(found))


@given(theirs=st.dates(date(2028, 2, 1), LAST), number=st.integers(1, 6), before=st.integers(1, 28))
def test_another_bodys_meeting_is_prepared_in_its_window(theirs: date, number: int, before: int) -> None:
    ahead = Before(name="Samordningsudvalget", day=theirs, since=theirs - timedelta(days=before))
    found = proposed(wanted(number), (), (ahead,), lambda day: True)
    assert any(ahead.has(day) for day in found)


def test_the_number_follows_charter_and_other_bodies_and_keeps_to_the_most() -> None:
    ahead = [Before(name="A", day=date(2028, month, 20), since=date(2028, month, 6)) for month in (2, 5, 9)]
    assert number_wanted(1, None, (), ()) == 1
    assert number_wanted(1, None, (), ahead) == 3
    assert number_wanted(1, 2, (), ahead) == 2
    assert number_wanted(2, 4, (date(2028, 5, 10),), ahead) == 3
    assert number_wanted(1, 2, (FIRST, LAST, date(2028, 6, 1)), ()) == 3


def test_what_is_usual_is_what_most_of_the_latest_have_in_common() -> None:
    evening, morning = datetime(2027, 3, 16, 16, 30, tzinfo=UTC), datetime(2027, 6, 2, 9, tzinfo=UTC)
    found = usual([meeting(evening), meeting(evening + timedelta(days=7)), meeting(morning)])
    assert found is not None
    assert (found.weekday, found.begins.hour, found.ends.hour) == (1, 16, 18)
    assert usual([]) is None


def test_the_place_is_the_hosts_own_or_without_hosts_the_usual_one() -> None:
    early, late = datetime(2027, 3, 16, 16, tzinfo=UTC), datetime(2027, 9, 14, 16, tzinfo=UTC)
    held = [meeting(early, "Hallen", "laesoe"), meeting(late, "Rådhuset", "hjoerring")]
    assert usual_place(held, "laesoe", has_hosts=True) == "Hallen"
    assert usual_place(held, "region", has_hosts=True) == ""
    assert usual_place([*held, meeting(early - timedelta(days=1), "Hallen")], None, has_hosts=False) == "Hallen"
    assert usual_place([], None, has_hosts=False) == ""
