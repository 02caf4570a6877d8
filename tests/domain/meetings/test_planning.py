"""Meetings as people type and decide them: nothing is lost, guessed or numbered twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings import planning
from bot.domain.meetings.consequences import Days, shifts
from bot.domain.meetings.hosts import host_meant, hosts_offered
from bot.domain.meetings.when import Span, span_of

HERE = ZoneInfo("Europe/Copenhagen")
TODAY = date(2027, 1, 11)
NOW = datetime(2027, 1, 11, 9, tzinfo=HERE)
USUAL = Span(datetime(2027, 3, 16, 16, 30, tzinfo=HERE), datetime(2027, 3, 16, 19, tzinfo=HERE))

days = st.dates(TODAY, date(2028, 12, 31))
clocks = st.times(time(0), time(23, 59)).map(lambda each: each.replace(second=0, microsecond=0))


def meeting(ident: str, starts: datetime = USUAL.starts) -> Meeting:
    return Meeting(forum="f", id=ident, starts=starts, ends=starts + timedelta(hours=2), place="Her")


def forum(*those: Meeting, cancelled: tuple[Meeting, ...] = ()) -> Forum:
    charter = Charter(id="k", kind="charter", title="K", source="x")
    organisations: tuple[Organisation, ...] = (Organisation(id="by", name="Byens Kommune", kind="municipality"),)
    organisations += (Organisation(id="region", name="Regionen", kind="region"),)
    organisations = (
        Organisation(id="by", name="Byens Kommune", kind="municipality"),
        Organisation(id="region", name="Regionen", kind="region"),
    )
    return Forum(
        id="f",
        name="F",
        region=None,
        charter=charter,
        meetings=those,
        cancelled=cancelled,
        organisations=organisations,
        hosting=("region",),
    )


def typed(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}"


@given(days, clocks, clocks)
def test_a_meeting_ends_after_it_begins_and_at_the_times_that_were_typed(day: date, first: time, last: time) -> None:
    is_night = first >= time(18) and last <= time(6)
    if (last <= first and not is_night) or day.month in {3, 10}:
        return  # it ends first, or the clocks may change between
    span = span_of(day.isoformat(), typed(first), typed(last), tz=HERE, today=TODAY, usual=None)
    assert span.starts.astimezone(UTC) < span.ends.astimezone(UTC)
    assert (span.starts.date(), span.starts.time(), span.ends.time()) == (day, first, last)
    assert span.ends.date() - day <= timedelta(days=1)


@given(days)
def test_what_was_not_typed_is_as_usual(day: date) -> None:
    span = span_of(day.isoformat(), "", "", tz=HERE, today=TODAY, usual=USUAL)
    assert (span.starts.time(), span.ends.time()) == (time(16, 30), time(19))
    later = span_of("", "17", "", tz=HERE, today=TODAY, usual=USUAL)
    assert (later.starts.date(), later.ends.time()) == (date(2027, 3, 16), time(19, 30))


def test_a_time_that_the_clocks_skip_is_none_and_one_that_comes_twice_is_the_first() -> None:
    with pytest.raises(Refusal) as refused:
        span_of("2027-03-28", "2.30", "4", tz=HERE, today=TODAY, usual=None)
    assert (refused.value.key, refused.value.field) == ("no_such_time", "begins")
    span = span_of("2027-10-31", "2.30", "4", tz=HERE, today=TODAY, usual=None)
    assert span.ends.astimezone(UTC) - span.starts.astimezone(UTC) == timedelta(hours=2, minutes=30)


@given(st.sets(st.integers(1, 40)), st.sets(st.integers(1, 40)))
def test_a_new_meeting_never_bears_a_number_that_was_given(planned: set[int], gone: set[int]) -> None:
    those = (meeting(f"2027-{each}") for each in planned)
    known = forum(*those, cancelled=tuple(meeting(f"2027-{each}") for each in gone - planned))
    number = int(planning.next_id(known, 2027).removeprefix("2027-"))
    assert number == max(planned | gone, default=0) + 1
    assert planning.next_id(known, 2028) == "2028-1"


@given(st.lists(st.sampled_from(["make", "move", "cancel", "resume"]), max_size=12), st.data())
def test_whatever_is_decided_no_meeting_is_lost_or_both_held_and_cancelled(
    what: list[str], data: st.DataObject
) -> None:
    known = forum(meeting("2027-1"))
    for act in what:
        pool = known.cancelled if act == "resume" else known.meetings
        if act == "make":
            known = planning.made(known, meeting(planning.next_id(known, 2027)))
        elif pool:
            each = data.draw(st.sampled_from(pool))
            if act == "move":
                known = planning.moved(known, replace(each, starts=each.starts + timedelta(days=7)))
            else:
                known = planning.called_off(known, each, "") if act == "cancel" else planning.resumed(known, each)
    every = [each.id for each in (*known.meetings, *known.cancelled)]
    assert len(every) == len(set(every)) == 1 + what.count("make")
    assert list(known.meetings) == sorted(known.meetings, key=lambda each: each.starts)


def test_a_mark_tells_every_change_and_is_never_taken_for_a_number() -> None:
    one = meeting("2027-1")
    others = [replace(one, place="Der"), replace(one, host="by"), replace(one, ends=one.ends + timedelta(hours=1))]
    marks = {planning.mark(each) for each in (one, *others)}
    assert len(marks) == 4
    assert all(each.isalpha() for each in marks)


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (datetime(2027, 1, 11, 8, tzinfo=HERE), "meeting_past"),
        (NOW, "meeting_past"),
        (datetime(2027, 1, 11, 16, tzinfo=HERE), None),
        (datetime(2029, 6, 1, 16, tzinfo=HERE), "meeting_far"),
        (datetime(2028, 1, 1, 16, tzinfo=HERE), "meeting_after_forum"),
    ],
)
def test_a_day_on_which_no_meeting_can_be_held_is_refused(day: datetime, key: str | None) -> None:
    ending = replace(forum(), valid_until=date(2027, 12, 31))
    if key is None:
        planning.check_day(ending, day, NOW)
        return
    with pytest.raises(Refusal) as refused:
        planning.check_day(ending, day, NOW)
    assert refused.value.key == key


NAMES = ("proposals", "draft", "answers", "dispatch", "minutes")
deadlines = st.none() | st.dates(TODAY - timedelta(days=30), TODAY + timedelta(days=60)).map(
    lambda day: Deadline(day=day, source_day=day, days_after_meeting=-7)
)
timetables = st.fixed_dictionaries(dict.fromkeys(NAMES, deadlines))


@given(timetables, timetables)
def test_what_follows_is_all_that_differs_and_all_that_is_past(before: Days, after: Days) -> None:
    found = {each.name: each for each in shifts(before, after, TODAY)}
    for name in NAMES:
        was, now = before[name], after[name]
        differs = (was and was.day) != (now and now.day)
        is_past = now is not None and now.day < TODAY
        assert (name in found) == (differs or is_past), name
        if name in found:
            assert (found[name].now, found[name].moves, found[name].is_past) == (now, differs, is_past)


def test_the_rota_comes_first_among_the_hosts_and_a_part_of_a_name_is_enough() -> None:
    assert list(hosts_offered(forum())) == ["region", "by"]
    assert (host_meant(forum(), "byens"), host_meant(forum(), "REGION")) == ("by", "region")
    for unclear in ("en", "øst", " "):
        with pytest.raises(Refusal):
            host_meant(forum(), unclear)
