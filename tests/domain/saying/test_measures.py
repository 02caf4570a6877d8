"""Times of the day, lengths and amounts are found wherever they stand in a sentence."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.saying.numerals import CARDINALS
from bot.domain.saying.slots import Slots, read_slots

TODAY = date(2026, 11, 22)
SENTENCES = ("{}", "vi har brug for {} til det, tak", "Hej! {}? Ja.", "(vist nok {})")


def read(text: str) -> Slots:
    return read_slots(text, TODAY)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("said", "begins", "ends"),
    [
        ("kl. 15", "15:00", None),
        ("kl 9", "09:00", None),
        ("kl.15.10", "15:10", None),
        ("Kl.: 16", "16:00", None),
        ("kl 1630", "16:30", None),
        ("KLOKKEN 16.30", "16:30", None),
        ("klokken fem", "17:00", None),
        ("klokken ti", "10:00", None),
        ("halv fem", "16:30", None),
        ("halv et", "12:30", None),
        ("klokken halv ti", "09:30", None),
        ("kvart i fem", "16:45", None),
        ("kvart over ti", "10:15", None),
        ("16:30", "16:30", None),
        ("16:10", "16:10", None),
        ("18.30", "18:30", None),
        ("kl. 3", "15:00", None),
        ("kl. 03.00", "03:00", None),
        ("kl 9-11", "09:00", "11:00"),
        ("kl. 9–11.30", "09:00", "11:30"),
        ("kl. 11-1", "11:00", "13:00"),
        ("kl. 9-5", "09:00", "17:00"),
        ("kl. 15 til 17", "15:00", "17:00"),
        ("kl. 15 til kl. 17", "15:00", "17:00"),
        ("fra 16.30 til 19", "16:30", "19:00"),
        ("16.30-18", "16:30", "18:00"),
        ("fra 16 til 18.30", "16:00", "18:30"),
        ("13:00 - 15:10", "13:00", "15:10"),
        ("ti minutter i seks", "17:50", None),
        ("fem minutter over seks", "18:05", None),
        ("10 min. over halv ti", "09:40", None),
        ("fem i halv syv", "18:25", None),
        ("klokken fem over seks", "18:05", None),
        ("kvarter i fem", "16:45", None),
        ("halv syv", "18:30", None),
        ("lidt over seks", "18:00", None),
        ("lidt før elleve", "11:00", None),
        ("seks-tiden", "18:00", None),
        ("17-tiden", "17:00", None),
        ("kl 1730", "17:30", None),
        ("kl 930", "09:30", None),
        ("kl. 17,30", "17:30", None),
        ("kl 18 20", "18:20", None),
        ("17.oo", "17:00", None),
        ("kl 17oo", "17:00", None),
    ],
)
def test_a_time_of_the_day(said: str, begins: str, ends: str | None, sentence: str) -> None:
    text = sentence.format(said)
    (clock,) = read(text).clocks
    assert text[clock.start : clock.end] == said
    assert f"{clock.begins:%H:%M}" == begins
    assert (f"{clock.ends:%H:%M}" if clock.ends else None) == ends


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("mødet sluttede 18 20", "18:20"),
        ("Jonas kom først 16 55", "16:55"),
        ("de var her først fra 1730", "17:30"),
        ("klokken var vel ti minutter i seks", "17:50"),
    ],
)
def test_a_time_in_haste(text: str, begins: str) -> None:
    assert [f"{clock.begins:%H:%M}" for clock in read(text).clocks] == [begins]


@given(st.integers(1, 12), st.integers(1, 29), st.booleans(), st.booleans(), st.booleans())
def test_minutes_beside_an_hour_are_counted_from_it(
    hour: int, minutes: int, is_after: bool, is_half: bool, in_words: bool
) -> None:
    said = [*CARDINALS][hour - 1]
    count = next(word for word, number in CARDINALS.items() if number == minutes) if in_words else str(minutes)
    text = f"det var {count} minutter {'over' if is_after else 'i'} {'halv ' if is_half else ''}{said}"
    (base,) = read(f"det var klokken {'halv ' if is_half else ''}{said}").clocks
    (clock,) = read(text).clocks
    assert not read(text).lengths
    past = timedelta(minutes=minutes if is_after else -minutes)
    assert (datetime.combine(TODAY, base.begins) + past).time() == clock.begins


@pytest.mark.parametrize(
    "text",
    [
        "10 minutter i 2 omgange",
        "fem minutter i seks måneder",
        "lidt over seks kommuner",
        "lidt over seks mio. kr.",
        "flyt fem over seks",
        "punkt fem over seks",
        "forslag 18 20",
        "vi er 18 20",
        "midler fra 2015",
    ],
)
def test_what_counts_something_else_is_no_time(text: str) -> None:
    assert read(text).clocks == ()


def test_where_something_is_moved_the_two_times_are_no_span() -> None:
    clocks = read("flyt det fra kl. 15 til kl. 17").clocks
    assert [(clock.begins.hour, clock.ends) for clock in clocks] == [(15, None), (17, None)]


def test_what_follows_til_may_be_a_day() -> None:
    slots = read("mødet kl. 15 til 17. marts")
    assert [clock.ends for clock in slots.clocks] == [None]
    assert [day.day for day in slots.days] == [date(2027, 3, 17)]


@pytest.mark.parametrize("text", ["16.10", "540.00", "24:00", "kl. 25", "1.250", "version 2.30", "10.0.0.15", "3:60"])
def test_what_is_no_time_of_the_day_is_not_taken_for_one(text: str) -> None:
    assert read(text).clocks == ()


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("20 minutter", 20),
        ("20 minuter", 20),
        ("20 mintter", 20),
        ("20 min.", 20),
        ("20min", 20),
        ("10-15 min", 15),
        ("ti minutter", 10),
        ("femogfyrre minutter", 45),
        ("et kvarter", 15),
        ("et kvater", 15),
        ("tre kvarter", 45),
        ("en halv time", 30),
        ("en halv times tid", 30),
        ("1/2 time", 30),
        ("½ time", 30),
        ("en time", 60),
        ("halvanden time", 90),
        ("1½ time", 90),
        ("1 1/2 time", 90),
        ("1,5 timer", 90),
        ("2 timer", 120),
        ("2t", 120),
        ("to en halv time", 150),
        ("1 time og 20 min", 80),
        ("en time og et kvarter", 75),
    ],
)
def test_a_length(said: str, minutes: int, sentence: str) -> None:
    text = sentence.format(said)
    (length,) = read(text).lengths
    assert (text[length.start : length.end], length.length) == (said, timedelta(minutes=minutes))


@pytest.mark.parametrize("text", ["0 minutter", "600 minutter", "9 timer", "20", "en min kollega kender", "20 meter"])
def test_what_no_meeting_lasts_is_no_length(text: str) -> None:
    assert read(text).lengths == ()


def test_two_lengths_are_not_added() -> None:
    lengths = read("10 minutter og 20 minutter").lengths
    assert [length.length for length in lengths] == [timedelta(minutes=10), timedelta(minutes=20)]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("said", "kroner"),
    [
        ("1,25 mio.", "1250000"),
        ("1.25 mio", "1250000"),
        ("1,25 mio kr", "1250000"),
        ("2 mill. kr.", "2000000"),
        ("2½ mio", "2500000"),
        ("450.000 kr.", "450000"),
        ("450 000 kr", "450000"),
        ("450000 kroner", "450000"),
        ("kr. 450.000", "450000"),
        ("450.000,-", "450000"),
        ("200 tusind", "200000"),
        ("75t kr", "75000"),
        ("75 t.kr.", "75000"),
        ("75 tkr.", "75000"),
        ("75k", "75000"),
        ("en halv million", "500000"),
        ("en kvart million kr.", "250000"),
        ("halvanden million", "1500000"),
        ("en og en halv million", "1500000"),
        ("to millioner", "2000000"),
        ("fem hundrede tusind kroner", "500000"),
        ("2 millioner", "2000000"),
        ("3 mia.", "3000000000"),
        ("1.250,50 kr", "1250.50"),
        ("en halv mio", "500000"),
        ("den halve million", "500000"),
        ("½ mio", "500000"),
        ("1/2 mio", "500000"),
        ("1 1/2 mio", "1500000"),
        ("3/4 million kr.", "750000"),
        ("halvanden mio.", "1500000"),
        ("450 tusind", "450000"),
        ("450 t.kr.", "450000"),
        ("450.tkr", "450000"),
        ("450K", "450000"),
        ("fire hundrede og halvtreds tusind", "450000"),
        ("hundredtusind", "100000"),
        ("femtusind kr.", "5000"),
        ("tre hundrede kroner", "300"),
        ("en million tohundredetusind", "1200000"),
        ("2 mio. 500.000 kr.", "2500000"),
    ],
)
def test_an_amount(said: str, kroner: str, sentence: str) -> None:
    text = sentence.format(said)
    (amount,) = read(text).amounts
    assert (text[amount.start : amount.end], amount.kroner) == (said, Decimal(kroner))


@pytest.mark.parametrize(
    "text", ["450.000", "450000", "1,25", "tusind tak", "75 t", "96 km", "9999 mia. kr.", "kr.", "to hundrede", "1/2"]
)
def test_a_number_without_a_unit_is_no_amount(text: str) -> None:
    assert read(text).amounts == ()


_HUNDREDS = [(word, number) for word, number in CARDINALS.items() if 2 <= number <= 9]


@given(st.sampled_from(_HUNDREDS), st.sampled_from(list(CARDINALS.items())), st.sampled_from(["", "og "]))
def test_hundreds_in_words_are_what_they_are_in_digits(
    hundreds: tuple[str, int], beside: tuple[str, int], joined: str
) -> None:
    said = f"vi søger {hundreds[0]} hundrede {joined}{beside[0]} tusind kroner til det"
    digits = f"vi søger {100 * hundreds[1] + beside[1]} tusind kroner til det"
    assert [each.kroner for each in read(said).amounts] == [each.kroner for each in read(digits).amounts]


def test_amounts_that_a_word_parts_are_two() -> None:
    assert [each.kroner for each in read("1 mio. og 450.000 kr.").amounts] == [1_000_000, 450_000]


def test_an_item_before_an_amount_is_not_a_part_of_it() -> None:
    slots = read("punkt 4 450 kr")
    assert [amount.kroner for amount in slots.amounts] == [450]
    assert [number.number for number in slots.numbers] == [4]
