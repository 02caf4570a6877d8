"""A day is found wherever it stands in a sentence, and is the nearest sensible one."""

from datetime import date

import holidays
import pytest

from bot.domain.saying.seasons import easter
from bot.domain.saying.slots import read_slots

TODAY = date(2026, 11, 22)  # a Sunday
SENTENCES = ("{}", "vi har brug for et møde {} i Hjørring, tak", "Hej! {}? Ja.", "(mødet {})")


def days_of(text: str, today: date = TODAY) -> list[tuple[str, str]]:
    """What was read, and the day or the days it means."""
    return [
        (text[day.start : day.end], f"{day.day}" if day.until is None else f"{day.day}..{day.until}")
        for day in read_slots(text, today).days
    ]


ONE_DAY = [
    ("16/3", "2027-03-16"),
    ("d. 16/3", "2027-03-16"),
    ("16.3.", "2027-03-16"),
    ("den 16.3", "2027-03-16"),
    ("16-3-2027", "2027-03-16"),
    ("16/3-2028", "2028-03-16"),
    ("16.03.2028", "2028-03-16"),
    ("16. 3. 2028", "2028-03-16"),
    ("1.3.28", "2028-03-01"),
    ("2028-03-16", "2028-03-16"),
    ("tirsdag d. 16/3", "2027-03-16"),
    ("den 16.", "2026-12-16"),
    ("den 16", "2026-12-16"),
    ("d 16", "2026-12-16"),
    ("d.16", "2026-12-16"),
    ("den 22.", "2026-11-22"),
    ("den 31.", "2026-12-31"),
    ("tirsdag den 16.", "2027-02-16"),
    ("den sekstende marts", "2027-03-16"),
    ("den enogtyvende april", "2027-04-21"),
    ("den sekstende", "2026-12-16"),
    ("den 16. marts", "2027-03-16"),
    ("16 marts", "2027-03-16"),
    ("16.marts", "2027-03-16"),
    ("den 16. marts 2028", "2028-03-16"),
    ("tirsdag den 16. marts", "2027-03-16"),
    ("tirsdag, den 16. marts", "2027-03-16"),
    ("16. mar", "2027-03-16"),
    ("d. 3. sept. 2027", "2027-09-03"),
    ("den 29. februar", "2028-02-29"),
    ("den 16. MARTS", "2027-03-16"),
    ("den 16. mrts", "2027-03-16"),
    ("den 4. oktoper", "2027-10-04"),
    ("den 4. febuar", "2027-02-04"),
    ("på tirsdag", "2026-11-24"),
    ("pa tirsdag", "2026-11-24"),
    ("paa tirsdag", "2026-11-24"),
    ("på tirstag", "2026-11-24"),
    ("på trisdag", "2026-11-24"),
    ("på tordag", "2026-11-26"),
    ("søndag", "2026-11-29"),
    ("soendag", "2026-11-29"),
    ("på lo\u0308rdag", "2026-11-28"),
    ("næste fredag", "2026-11-27"),
    ("fredag i næste uge", "2026-11-27"),
    ("fredag om to uger", "2026-12-11"),
    ("tirsdag om 14 dage", "2026-12-08"),
    ("tirsdag i uge 11", "2027-03-16"),
    ("første mandag i juni", "2027-06-07"),
    ("sidste tirsdag i marts", "2027-03-30"),
    ("i tirsdags", "2026-11-17"),
    ("i søndags", "2026-11-15"),
    ("sidste tirsdag", "2026-11-17"),
    ("siden fredag", "2026-11-20"),
    ("i dag", "2026-11-22"),
    ("idag", "2026-11-22"),
    ("i morgen", "2026-11-23"),
    ("i overmorgen", "2026-11-24"),
    ("i går", "2026-11-21"),
    ("i gaar", "2026-11-21"),
    ("i forgårs", "2026-11-20"),
    ("i aftes", "2026-11-21"),
    ("om to uger", "2026-12-06"),
    ("om 14 dage", "2026-12-06"),
    ("om en uges tid", "2026-11-29"),
    ("om tre måneder", "2027-02-22"),
    ("efter påske", "2027-03-30"),
    ("før påske", "2027-03-24"),
    ("efter pinse", "2027-05-18"),
    ("efter jul", "2026-12-28"),
    ("før jul", "2026-12-23"),
    ("efter nytår", "2027-01-04"),
    ("inden nytår", "2026-12-30"),
    ("efter sommerferien", "2027-08-09"),
    ("før sommerferien", "2027-06-25"),
    ("efter efterårsferien", "2027-10-25"),
    ("efter vinterferien", "2027-02-22"),
    ("inden den 1. maj", "2027-05-01"),
    ("senest 1. maj", "2027-05-01"),
    ("inden udgangen af maj", "2027-05-31"),
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("said", "day"), ONE_DAY)
def test_a_day_is_found_in_any_sentence(said: str, day: str, sentence: str) -> None:
    assert days_of(sentence.format(said)) == [(said, day)]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("uge 11", "2027-03-15..2027-03-19"),
        ("i uge 48", "2026-11-23..2026-11-27"),
        ("uge 53", "2026-12-28..2027-01-01"),
        ("uge 11 i 2028", "2028-03-13..2028-03-17"),
        ("uge 28-30", "2027-07-12..2027-07-30"),
        ("uge 28 til 30", "2027-07-12..2027-07-30"),
        ("uge 28 til uge 30", "2027-07-12..2027-07-30"),
        ("i næste uge", "2026-11-23..2026-11-27"),
        ("sidste uge", "2026-11-09..2026-11-13"),
        ("i marts", "2027-03-01..2027-03-31"),
        ("i november", "2026-11-01..2026-11-30"),
        ("i februar 2028", "2028-02-01..2028-02-29"),
        ("i okotber", "2027-10-01..2027-10-31"),
        ("i efteråret", "2026-09-01..2026-11-30"),
        ("til efteråret", "2027-09-01..2027-11-30"),
        ("til sommer", "2027-06-01..2027-08-31"),
        ("i foråret", "2027-03-01..2027-05-31"),
        ("i vinter", "2026-12-01..2027-02-28"),
        ("primo maj", "2027-05-01..2027-05-10"),
        ("medio maj", "2027-05-11..2027-05-20"),
        ("ultimo februar", "2027-02-21..2027-02-28"),
        ("sidste uge i marts", "2027-03-25..2027-03-31"),
        ("sidst i maj", "2027-05-21..2027-05-31"),
        ("i begyndelsen af juni", "2027-06-01..2027-06-10"),
        ("fra 12. til 16. juli", "2027-07-12..2027-07-16"),
        ("fra 12 til 16 juli", "2027-07-12..2027-07-16"),
        ("fra den 12. til den 16. juli", "2027-07-12..2027-07-16"),
        ("12.-16. juli", "2027-07-12..2027-07-16"),
        ("12.–16. juli 2028", "2028-07-12..2028-07-16"),
        ("8. til 21. marts", "2027-03-08..2027-03-21"),
        ("16/3-18/3", "2027-03-16..2027-03-18"),
        ("16.-18.3.", "2027-03-16..2027-03-18"),
        ("12. juli til 6. august 2028", "2028-07-12..2028-08-06"),
        ("28. december - 3. januar", "2026-12-28..2027-01-03"),
        ("fra 1. april til udgangen af august", "2027-04-01..2027-08-31"),
        ("fra 1 oktober til og med 31 december", "2026-10-01..2026-12-31"),  # it has begun and is not over
        ("fra mandag den 12. til fredag den 16. juli", "2027-07-12..2027-07-16"),
        ("fra den 16. til den 20.", "2026-12-16..2026-12-20"),
        ("fra i dag til fredag", "2026-11-22..2026-11-27"),
        ("mandag til onsdag", "2026-11-23..2026-11-25"),
        ("fra marts til maj", "2027-03-01..2027-05-31"),
    ],
)
def test_a_period_is_all_of_its_days(said: str, period: str, sentence: str) -> None:
    assert days_of(sentence.format(said)) == [(said, period)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("den 3. og 4. maj", [("den 3.", "2027-05-03"), ("4. maj", "2027-05-04")]),
        ("3., 4. og 5. maj", [("3.", "2027-05-03"), ("4.", "2027-05-04"), ("5. maj", "2027-05-05")]),
        ("på mandag eller tirsdag", [("på mandag", "2026-11-23"), ("tirsdag", "2026-11-24")]),
        ("uge 7 og 8", [("uge 7", "2027-02-15..2027-02-19"), ("8", "2027-02-22..2027-02-26")]),
        ("punkt 3 og 4. maj", [("4. maj", "2027-05-04")]),
        ("ikke i marts, men den 5. oktober", [("i marts", "2027-03-01..2027-03-31"), ("den 5. oktober", "2027-10-05")]),
    ],
)
def test_several_days_are_read_in_their_order(text: str, days: list[tuple[str, str]]) -> None:
    assert days_of(text) == days


def test_where_something_is_moved_the_two_days_are_no_period() -> None:
    moved = "flyt mødet fra den 16. marts til den 18. marts"
    assert [day for _, day in days_of(moved)] == ["2027-03-16", "2027-03-18"]
    assert [day[-10:] for _, day in days_of("ryk det fra uge 11 til uge 12")] == ["2027-03-19", "2027-03-26"]
    assert [day for _, day in days_of("fra den 16. marts til den 18. marts")] == ["2027-03-16..2027-03-18"]


def test_the_month_of_a_meeting_is_read_out_of_its_name() -> None:
    assert days_of("flyt det til oktobermødet") == [("oktober", "2027-10-01..2027-10-31")]
    assert days_of("til martsmoedet") == [("marts", "2027-03-01..2027-03-31")]


@pytest.mark.parametrize("text", ["mødet var den 16. marts", "mødet den 16. marts blev aflyst"])
def test_only_a_word_of_the_day_itself_speaks_of_the_past(text: str) -> None:
    assert days_of(text) == [("den 16. marts", "2027-03-16")]
    assert days_of("siden 16. marts") == [("16. marts", "2026-03-16")]


def test_a_weekday_that_is_not_the_dates_is_told() -> None:
    (right,), (wrong,) = (read_slots(f"{day} den 16. marts", TODAY).days for day in ("tirsdag", "onsdag"))
    assert (right.day, right.is_other_weekday) == (date(2027, 3, 16), False)
    assert (wrong.day, wrong.is_other_weekday) == (date(2027, 3, 16), True)


@pytest.mark.parametrize(
    "text",
    [
        "punkt 4 og 20 minutter",
        "16.30",
        "540.00",
        "1,25 mio.",
        "den 31. februar",
        "45. marts",
        "32/3",
        "uge 54",
        "12.345.678",
        "010203-1234",
        "27-1234",
        "et mandat",
        "Maj er ny i udvalget",
        "Jan kommer, og jul er snart",
        "tirsdage og mandagsmøder",
        "godmorgen, god dag",
        "den første",
        "flyt den 2 pladser op",
        "de 3 punkter",
        "https://eksempel.dk/16/3",
        "på værts vegne",
    ],
)
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    assert days_of(text) == []


def test_today_counts_for_a_date_but_not_for_a_weekday() -> None:
    tuesday = date(2027, 3, 16)
    assert days_of("16. marts", tuesday) == [("16. marts", "2027-03-16")]
    assert days_of("på tirsdag", tuesday) == [("på tirsdag", "2027-03-23")]
    assert days_of("sidste tirsdag", tuesday) == [("sidste tirsdag", "2027-03-09")]
    assert days_of("næste torsdag", tuesday) == [("næste torsdag", "2027-03-25")]


def test_easter_is_where_the_calendar_has_it() -> None:
    for year in range(2000, 2101):
        assert holidays.country_holidays("DK", years=year)[easter(year)] == "Easter Sunday"


def test_to_send_something_back_is_not_to_move_it() -> None:
    assert [day for _, day in days_of("retur, jeg er væk fra 12. til 16. juli")] == ["2027-07-12..2027-07-16"]
