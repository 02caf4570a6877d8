"""Whatever is typed, what is read of it lies in it, apart from the rest, in its order and in little time."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.saying.slots import LONGEST, Slots, read_slots
from tests.harness.costing import A_BLINK, quickest

TODAY = date(2026, 11, 22)
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
WORDS = re.split(
    " ",
    "den d. 16. 3 12.-16. 16/3 16.30 kl. klokken halv fem uge 11 til fra og , - – : punkt pkt. nr. 4 forslag 3/2026 "
    "2027 450.000 kr. mio. en ½ time minutter kvarter 20 fordi da marts oktoper tirsdag på i næste efter påske om to "
    "uger dage sidste ultimo flyt mødet å aa \u0301 \n \u00a0 https://x.dk/16 ﷺ ² ٤ I",
)
PIECES = st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=25)
TEXTS = st.text(max_size=80) | st.builds(str.join, st.sampled_from(["", " "]), PIECES)
FILLERS = st.lists(st.sampled_from(("vi", "gerne", "have", "et", "møde", "om", "tandpleje", "på", "øen")), max_size=5)
HOSTILE = (
    *(
        "9",
        "1 ",
        "1.",
        "1,",
        "1-",
        "1/",
        "den 1. ",
        "1. og ",
        "punkt 1, ",
        "fra ",
        "uge 1 og ",
        "kl. 1-",
        "å",
        "tirsdag ",
    ),
    *("1 time ", "450 000 ", "da jeg ", ": ", " - ", "www.", "\u0301", "½", "\n", "ﷺ", "16.30 til ", "en halv "),
    *("ti minutter i ", "kom 18 20 ", "lidt over seks ", "fem hundrede og ", "tusind", "det tredje ", "i 26 ", "1/2 "),
)


def apart_and_in_order(slots: Slots, text: str) -> None:
    every = slots.every()
    assert all(0 <= slot.start < slot.end <= len(text) for slot in every)
    assert all(before.end <= after.start for before, after in pairwise(sorted(every, key=lambda slot: slot.start)))
    for kind in (slots.days, slots.clocks, slots.lengths, slots.amounts, slots.numbers):
        assert list(kind) == sorted(kind, key=lambda slot: slot.start)
    assert all(day.until is None or day.until > day.day for day in slots.days)
    if slots.reason_start is None:
        assert slots.reason == ""
    else:
        assert slots.reason
        assert text.startswith(slots.reason, slots.reason_start)


@given(TEXTS, st.dates(date(2020, 1, 1), date(2090, 12, 31)))
def test_whatever_is_typed_is_read_once_and_in_order(text: str, today: date) -> None:
    apart_and_in_order(read_slots(text, today), text)


def spellings(day: date) -> list[str]:
    """The ways to write a day with its year."""
    month = MONTHS[day.month - 1]
    return [
        f"{day.day}. {month} {day.year}",
        f"den {day.day}. {month} {day.year}",
        f"d. {day.day} {month.upper()} {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        day.isoformat(),
    ]


def short_spellings(day: date) -> list[str]:
    """The ways to write a day of the coming year without it."""
    month = MONTHS[day.month - 1]
    return [f"{day.day}. {month}", f"den {day.day}. {month}", f"d. {day.day}/{day.month}", f"{day.day} {month[:3]}."]


@given(FILLERS, FILLERS, st.dates(date(2020, 1, 1), date(2090, 12, 31)), st.integers(0, 6))
def test_a_day_in_any_spelling_is_found_among_other_words(
    before: list[str], after: list[str], day: date, way: int
) -> None:
    text = " ".join((*before, spellings(day)[way], *after))
    assert [found.day for found in read_slots(text, TODAY).days] == [day]


@given(FILLERS, FILLERS, st.integers(0, 364), st.integers(0, 3))
def test_a_day_without_its_year_is_the_next(before: list[str], after: list[str], ahead: int, way: int) -> None:
    day = TODAY + timedelta(days=ahead)
    text = " ".join((*before, short_spellings(day)[way], *after))
    assert [found.day for found in read_slots(text, TODAY).days] == [day]


@given(FILLERS, FILLERS, st.integers(0, 300), st.integers(1, 28), st.sampled_from(["-", " - ", "–", " til "]))
def test_a_period_is_found_among_other_words(
    before: list[str], after: list[str], ahead: int, lasts: int, mark: str
) -> None:
    first = TODAY + timedelta(days=ahead)
    last = first + timedelta(days=lasts)
    said = f"{first.day}. {MONTHS[first.month - 1]}{mark}{last.day}. {MONTHS[last.month - 1]}"
    (found,) = read_slots(" ".join((*before, said, *after)), TODAY).days
    assert (found.day, found.until) == (first, last)


@given(st.sampled_from([month for month in MONTHS if len(month) > 4]), st.data())
def test_a_month_with_two_letters_swapped_is_still_that_month(month: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(month) - 2))
    misspelled = month[:at] + month[at + 1] + month[at] + month[at + 2 :]
    (found,) = read_slots(f"den 16. {misspelled} 2027", TODAY).days
    assert found.day == date(2027, MONTHS.index(month) + 1, 16)


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_takes_little_time(unit: str) -> None:
    text = (unit * 50_000)[:50_000]
    assert quickest(lambda: read_slots(text, TODAY)) < A_BLINK
    apart_and_in_order(read_slots(text, TODAY), text[:LONGEST])
