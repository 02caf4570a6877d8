"""What people type of a meeting that they make or move is read whole, and never fails."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.meetings.when import Span
from bot.usecases.meetings.typed import Typed, read_move, read_new

HERE = ZoneInfo("Europe/Copenhagen")
TODAY = date(2027, 1, 11)
NOW = datetime(2027, 1, 11, 9, tzinfo=HERE)
USUAL = Span(datetime(2027, 3, 16, 16, 30, tzinfo=HERE), datetime(2027, 3, 16, 19, tzinfo=HERE))
days = st.dates(TODAY, date(2028, 12, 31))
clocks = st.times(time(0), time(23, 59)).map(lambda each: each.replace(second=0, microsecond=0))


def typed(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("til 6/4", Typed(day="6/4")),
        ("16/3 til 6/4", Typed(which="16/3", day="6/4")),
        ("fra 16. marts til den 6. april: optaget", Typed(which="16. marts", day="6. april", reason="optaget")),
        ("til kl. 17-19", Typed(begins="17", ends="19")),
        ("til 6/4 kl. 16 til 19", Typed(day="6/4", begins="16", ends="19")),
        ("16/3 til kl. 16:30-19", Typed(which="16/3", begins="16:30", ends="19")),
        ("til i morgen", Typed(day="i morgen")),
        ("til på tirsdag", Typed(day="på tirsdag")),
        ("til Hjørring Rådhus", Typed(place="Hjørring Rådhus")),
        ("16/3", Typed(which="16/3")),
    ],
)
def test_a_sentence_that_moves_a_meeting_is_read_whole(words: str, said: Typed) -> None:
    assert read_move(words, TODAY) == said


@given(
    days, clocks, clocks, st.sampled_from(["", "Hjørring Rådhus", "lokale 2.14"]), st.sampled_from(["", "By", "Ø-by"])
)
def test_a_sentence_that_makes_a_meeting_is_read_whole(
    day: date, first: time, last: time, place: str, host: str
) -> None:
    sentence = f"{day.day}/{day.month}-{day.year} kl. {typed(first)}-{typed(last)}"
    sentence += f" i {place}" if place else ""
    sentence += f", vært {host}" if host else ""
    expected = Typed(
        day=f"{day.day}/{day.month}-{day.year}", begins=typed(first), ends=typed(last), place=place, host=host
    )
    assert read_new(sentence, TODAY) == expected


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_without_failing(words: str) -> None:
    read_new(words, TODAY)
    read_move(words, TODAY)
