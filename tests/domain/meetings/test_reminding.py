"""The reminders of one meeting: which there are, when each is due, and until when it is of use."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.deadlines import Timetable, timetable
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.reminder import Reminder
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.meetings.reminders import reminders
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.reminders import AFTER, BEFORE, reminder
from bot.domain.minutes.reminders import reminders as minutes_reminders
from tests.harness.klynge_nord import COPENHAGEN, local

CALENDAR = Calendar()
MEETING = Meeting(
    forum="nord", id="2027-1", starts=local("2027-03-16T16:30"), ends=local("2027-03-16T19:00"), place="Hjørring"
)


def days_of(meeting: Meeting) -> Timetable:
    return timetable(meeting.day, CALENDAR, proposals=28, draft=14, answers=11, dispatch=7, minutes=7)


def planned(meeting: Meeting, days: Timetable) -> dict[tuple[StrEnum, str], Reminder[Any]]:
    every: list[Reminder[Any]] = [
        *reminders(meeting, days, CALENDAR, COPENHAGEN),
        *minutes_reminders(meeting, days, CALENDAR, COPENHAGEN),
    ]
    return {(each.kind, each.about): each for each in every}


def test_the_reminders_of_the_meeting_in_march() -> None:
    due = {key: each.at for key, each in planned(MEETING, days_of(MEETING)).items()}
    assert due == {
        (MeetingNotice.PROPOSAL_DEADLINE, ""): local("2027-02-09T08:00"),
        (MeetingNotice.MEETING, ""): local("2027-03-15T08:00"),
        (MinutesNotice.DUE, AFTER): local("2027-03-17T08:00"),
        (MinutesNotice.DUE, BEFORE): local("2027-03-22T08:00"),
        (MinutesNotice.OVERDUE, ""): local("2027-03-24T08:00"),
    }


def test_the_first_call_for_minutes_gives_way_to_the_second_and_that_one_to_the_deadline() -> None:
    every = planned(MEETING, days_of(MEETING))
    assert every[MinutesNotice.DUE, AFTER].until == every[MinutesNotice.DUE, BEFORE].at
    assert every[MinutesNotice.DUE, BEFORE].until == local("2027-03-24T00:00")
    assert every[MeetingNotice.MEETING, ""].until == MEETING.starts
    assert every[MeetingNotice.PROPOSAL_DEADLINE, ""].until == local("2027-02-17T00:00")


def test_of_a_deadline_that_nobody_settled_there_is_no_reminder() -> None:
    days = replace(days_of(MEETING), proposals=None, minutes=None)
    assert list(planned(MEETING, days)) == [(MeetingNotice.MEETING, "")]
    missing = reminder(MinutesNotice.DUE, AFTER, MEETING, days, CALENDAR, COPENHAGEN)
    assert missing is None


def test_one_reminder_is_found_by_its_kind_and_what_it_is_about() -> None:
    found = reminder(MinutesNotice.DUE, BEFORE, MEETING, days_of(MEETING), CALENDAR, COPENHAGEN)
    assert found is not None
    assert found.at == local("2027-03-22T08:00")


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)))
def test_every_reminder_is_due_at_eight_on_a_working_day_before_it_becomes_useless(day: date) -> None:
    starts = datetime.combine(day, time(16, 30), tzinfo=COPENHAGEN)
    meeting = replace(MEETING, starts=starts, ends=starts + timedelta(hours=2))
    for each in planned(meeting, days_of(meeting)).values():
        assert CALENDAR.is_working(each.at.date())
        assert each.at.time() == time(8)
        assert each.at < each.until
