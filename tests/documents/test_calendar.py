"""Meetings as iCalendar, read back by two libraries: the same hours, the same words, and nobody's words as more."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject  # type: ignore[import-untyped]  # no types
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bot.documents.calendar import feed, invitation
from bot.documents.written import plain
from bot.domain.calendars.state import Entry
from cards.calendars.entry import title

DENMARK = ZoneInfo("Europe/Copenhagen")
WRITTEN = st.text(st.characters(exclude_categories=[]), max_size=40) | st.sampled_from(
    ["END:VEVENT\r\nBEGIN:VALARM", "a;b,c\\n\\;", "😀\u202e‮ مرحبا", "\x00\x0b\x85\u2028", '"quoted";CN=x:mailto:a@b.dk']
)


def entry(starts: datetime, hours: float = 2, **more: object) -> Entry:
    facts: dict[str, object] = {
        "forum": "klynge-nord",
        "forum_name": "Klynge Nord",
        "meeting": "2027-1",
        "starts": starts,
        "ends": starts + timedelta(hours=hours),
        "place": "Rådhuset",
        "changed_at": datetime(2027, 1, 11, 8, tzinfo=UTC),
    }
    return Entry(**(facts | more))  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("starts", "hours"),
    [
        (datetime(2027, 3, 27, 9, tzinfo=DENMARK), 2),
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), 2),  # over the hour that does not come
        (datetime(2027, 3, 29, 9, tzinfo=DENMARK), 2),
        (datetime(2027, 10, 30, 21, tzinfo=UTC), 8),  # over midnight and the hour that comes twice
        (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), 1),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), 1),  # within the second of the two
        (datetime(2027, 11, 1, 9, tzinfo=DENMARK), 2),
        (datetime(2019, 6, 3, 9, tzinfo=DENMARK), 2),
    ],
)
def test_a_meeting_is_at_the_same_moment_for_whoever_reads_the_rule_of_the_time_zone(
    starts: datetime, hours: float
) -> None:
    shown = entry(starts, hours)
    data = invitation(shown)
    assert data.count(b"RRULE:FREQ=YEARLY;BYDAY=-1SU") == 2
    assert b"RDATE" not in data
    other = vobject.readOne(data.decode()).vevent  # by the rules in the file, not by what the machine knows
    [own] = Calendar.from_ical(data).events
    for wanted, *found in ((shown.starts, other.dtstart.value, own.start), (shown.ends, other.dtend.value, own.end)):
        assert [each.astimezone(UTC) for each in found] == [wanted.astimezone(UTC)] * 2


@settings(max_examples=15)
@given(place=WRITTEN, name=WRITTEN)
def test_what_people_wrote_is_read_as_they_wrote_it_and_adds_nothing(place: str, name: str) -> None:
    shown = entry(datetime(2027, 3, 16, 16, 30, tzinfo=DENMARK), place=place, forum_name=name, is_cancelled=True)
    for data in (invitation(shown), feed(name, [shown])):
        assert max(map(len, data.split(b"\r\n"))) <= 75
        [event] = Calendar.from_ical(data).events
        assert not event.subcomponents
        assert (str(event["SUMMARY"]), str(event.get("LOCATION", ""))) == (plain(title(shown)), plain(place))
        read = vobject.readOne(data.decode()).vevent
        assert read.summary.value == plain(title(shown))
        assert str(event["ORGANIZER"]).startswith("mailto:ingen-svar@")
        assert str(event["STATUS"]) == "CANCELLED"


def test_a_feed_is_the_same_bytes_in_whatever_order_and_says_how_often_to_look() -> None:
    long = "x" * 100_000
    every = [
        entry(datetime(2027, 3, 16, 9, tzinfo=DENMARK), meeting=f"2027-{each}", place=long, sequence=each)
        for each in range(3)
    ]
    data = feed("Klynge Nord", every)
    assert data == feed("Klynge Nord", reversed(every))
    read = Calendar.from_ical(data)
    assert [str(each["SEQUENCE"]) for each in read.events] == ["0", "1", "2"]
    assert {str(each["LOCATION"]) for each in read.events} == {long}
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in data
    assert b"X-PUBLISHED-TTL:PT1H" in data
    assert str(read["NAME"]) == "Klynge Nord"
