"""When a message may leave: by what was chosen, within working hours, and never after what it is about."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.calendar import Calendar
from bot.domain.reminders.state import NoticeChoice
from bot.domain.reminders.timing import About, is_in_time, leaving, next_gathered, once_more

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MOMENTS = st.builds(
    lambda day, at: datetime.combine(day, at, tzinfo=COPENHAGEN),
    st.dates(date(2027, 1, 1), date(2028, 12, 31)),
    st.times(),
)
ABOUT = st.builds(
    About,
    owes=st.booleans(),
    due=st.none() | MOMENTS,
    is_planned=st.booleans(),
    is_urgent=st.booleans(),
)
EASTER = Calendar(holidays=frozenset({date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 29)}))


@given(about=ABOUT, choice=st.sampled_from(NoticeChoice), now=MOMENTS)
def test_nothing_leaves_before_it_may_nor_after_what_it_is_about(
    about: About, choice: NoticeChoice, now: datetime
) -> None:
    found = leaving(about, choice, now, EASTER)
    if found.at is None:
        assert choice is NoticeChoice.DEADLINES
        assert not about.owes
        assert not about.is_urgent
        return
    assert found.at >= now
    if about.due is not None and now < about.due:
        assert found.at == now or found.at < about.due
    if found.at > now:
        assert EASTER.is_working(found.at.date())
        assert (found.at.hour, found.at.minute) == ((7, 30) if found.is_gathered else (8, 0))
    assert not found.is_gathered or choice is NoticeChoice.GATHERED
    if about.is_planned and found.at == now:
        assert EASTER.is_open(now) or (about.due is not None and about.due <= EASTER.next_open(now))


@given(now=MOMENTS)
def test_the_gathered_message_leaves_at_half_past_seven_by_the_clock_on_the_wall(now: datetime) -> None:
    at = next_gathered(now, EASTER)
    assert at > now
    assert (at.hour, at.minute, EASTER.is_working(at.date())) == (7, 30, True)
    assert not any(
        EASTER.is_working(day := now.date() + timedelta(days=number)) and day < at.date()
        for number in range(1, (at.date() - now.date()).days)
    )


def test_it_is_half_past_seven_before_and_after_the_clocks_change_and_after_a_holiday() -> None:
    before, after = datetime(2027, 3, 24, 8, tzinfo=COPENHAGEN), datetime(2027, 3, 30, 7, 30, tzinfo=COPENHAGEN)
    assert next_gathered(before, EASTER) == after  # Maundy Thursday to Easter Monday, and summer time in between
    assert (before.utcoffset(), after.utcoffset()) == (timedelta(hours=1), timedelta(hours=2))
    autumn = datetime(2027, 10, 29, 12, tzinfo=COPENHAGEN)
    assert next_gathered(autumn, EASTER).utcoffset() == timedelta(hours=1)


@given(now=MOMENTS, due=st.none() | MOMENTS)
def test_once_more_is_the_next_working_day_at_eight_and_before_what_is_still_ahead(
    now: datetime, due: datetime | None
) -> None:
    at = once_more(now, EASTER)
    assert at.date() > now.date()
    assert (at.hour, EASTER.is_working(at.date())) == (8, True)
    assert is_in_time(at, due, now) is (due is None or due <= now or at < due)
