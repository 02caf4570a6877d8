"""A period is read as people type it, and is the one that goes on or comes next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.periods import period, split_period
from cards.kit.words import medium_date

TODAY = date(2027, 3, 2)


def read(words: str, today: date = TODAY) -> tuple[date, date]:
    return period(*split_period(words), today)


@given(st.dates(TODAY, date(2030, 12, 31)), st.integers(0, 366))
def test_a_period_reads_back_however_it_is_written(since: date, length: int) -> None:
    until = since + timedelta(days=length)
    for written in (
        f"{medium_date(since)} - {medium_date(until)}",
        f"fra {medium_date(since)} til og med {medium_date(until)}",
        f"{since.day}/{since.month}/{since.year}-{until.day}/{until.month}/{until.year}",
        f"{since} – {until}",
    ):
        assert read(written) == (since, until), written


@pytest.mark.parametrize("words", ["1. juli - 31. juli", "1/7-31/7", "1.-31. juli", "fra 1. juli til 31. juli"])
def test_without_a_year_the_period_that_goes_on_is_meant(words: str) -> None:
    july = date(2027, 7, 1), date(2027, 7, 31)
    assert read(words) == july
    assert read(words, date(2027, 7, 10)) == july
    assert read("24/12-2/1") == (date(2027, 12, 24), date(2028, 1, 2))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("hele sommeren", "bad_period"),
        ("1/7", "bad_period"),
        ("31. juli 2027 - 1. juli 2027", "bad_period"),
        ("1. juli 2027 - 1. august 2028", "bad_period"),
        ("1. februar 2027 - 1. marts 2027", "period_past"),
        ("x" * 200, "bad_period"),
    ],
)
def test_what_is_no_period_is_refused(words: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(words)
    assert refused.value.key == key
