"""How often the secretariat may remind somebody, and what is one wave."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.notice import Notice
from bot.domain.reach.nudging import BETWEEN, MARK, Owing, Reminded, may_nudge, next_day, reminded_by
from bot.domain.reach.waves import MOST, added, wave_of

CALENDAR = Calendar()
moments = st.integers(0, 1_000_000).map(lambda minutes: datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
OWED = Owing(person="formand", kind=ApprovalNotice.MISSING, about=(1,), subject={"round": 1})


def reminder(person: str, at: datetime, **subject: object) -> Notice:
    return Notice(
        key=f"{person}/{at}",
        forum="nord",
        kind=ApprovalNotice.MISSING,
        due_at=at,
        is_timed=True,
        recipient=person,
        subject=subject,
        sent_at=at,
    )


@given(moments, st.integers(0, 12))
def test_between_two_reminders_lie_three_working_days_and_no_more(nudged: datetime, later: int) -> None:
    today = nudged.date() + timedelta(days=later)
    between = [nudged.date() + timedelta(days=days) for days in range(1, later + 1)]
    passed = sum(CALENDAR.is_working(each) for each in between)
    may = may_nudge(Reminded(nudged=nudged), today, CALENDAR, UTC)
    assert may is (today >= next_day(nudged, CALENDAR, UTC))
    assert may is (passed >= BETWEEN)
    assert may_nudge(Reminded(last=nudged), today, CALENDAR, UTC)  # another's reminder keeps nothing back


def test_what_is_counted_is_of_the_same_person_and_round_alone() -> None:
    at = datetime(2027, 3, 2, 8, tzinfo=UTC)
    others = (
        reminder("formand", at, round=2, **{MARK: True}),
        reminder("en-anden", at, round=1, **{MARK: True}),
    )
    assert reminded_by(OWED, others) == Reminded()
    assert reminded_by(OWED, (*others, reminder("formand", at, round=1))) == Reminded(last=at)
    nudged = reminder("formand", at + timedelta(days=1), round=1, **{MARK: True})
    assert reminded_by(OWED, (*others, nudged)).nudged == nudged.due_at
    assert next_day(at, CALENDAR, UTC) == date(2027, 3, 5)


@given(st.lists(st.text(max_size=3)), st.lists(st.text(max_size=3)))
def test_a_wave_names_each_message_once_in_the_order_in_which_they_failed(known: list[str], new: list[str]) -> None:
    first = added((), known)
    both = added(first, new)
    assert both[: len(first)] == first
    assert set(both) == {*known, *new}
    assert len(set(both)) == len(both) <= MOST
    assert added(both, new) == both


@given(moments)
def test_what_fell_due_at_once_about_one_meeting_is_one_wave(at: datetime) -> None:
    assert wave_of(reminder("a", at), "2027-1") == wave_of(reminder("b", at), "2027-1")
    assert wave_of(reminder("a", at), "2027-1") != wave_of(reminder("a", at), "2027-2")
    assert wave_of(reminder("a", at), None) != wave_of(reminder("a", at + timedelta(seconds=1)), None)
