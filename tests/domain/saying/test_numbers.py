"""A number is told from others by what it counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.saying.numerals import CARDINALS, ORDINALS
from bot.domain.saying.slots import Counted, read_slots

TODAY = date(2026, 11, 22)


def numbers_of(text: str) -> list[tuple[str, Counted, int]]:
    return [
        (text[number.start : number.end], number.counts, number.number) for number in read_slots(text, TODAY).numbers
    ]


@pytest.mark.parametrize("sentence", ["{}", "godkend {}, tak", "Hej! Hvad med {}? Ja.", "({})"])
@pytest.mark.parametrize(
    ("said", "counts", "number"),
    [
        ("punkt 4", Counted.ITEM, 4),
        ("Punktet 4", Counted.ITEM, 4),
        ("pkt. 4", Counted.ITEM, 4),
        ("pkt.4", Counted.ITEM, 4),
        ("pukt 4", Counted.ITEM, 4),
        ("punk 4", Counted.ITEM, 4),
        ("punt 4", Counted.ITEM, 4),
        ("punkt fire", Counted.ITEM, 4),
        ("punkt et", Counted.ITEM, 1),
        ("punkt nr. 3", Counted.ITEM, 3),
        ("punkt nummer to", Counted.ITEM, 2),
        ("dagsordenspunkt 3", Counted.ITEM, 3),
        ("punkt 3.1", Counted.ITEM, 3),
        ("tredje punkt", Counted.ITEM, 3),
        ("3. punkt", Counted.ITEM, 3),
        ("4'eren", Counted.ITEM, 4),
        ("4’eren", Counted.ITEM, 4),
        ("toeren", Counted.ITEM, 2),
        ("tre'eren", Counted.ITEM, 3),
        ("femmeren", Counted.ITEM, 5),
        ("toern", Counted.ITEM, 2),
        ("treeren", Counted.ITEM, 3),
        ("firern", Counted.ITEM, 4),
        ("4'ern", Counted.ITEM, 4),
        ("3-eren", Counted.ITEM, 3),
        ("4'er", Counted.ITEM, 4),
        ("punkt nr. tre", Counted.ITEM, 3),
        ("det andet punkt", Counted.ITEM, 2),
        ("det andet forslag", Counted.PROPOSAL, 2),
        ("det andet bilag", Counted.BILAG, 2),
        ("nr tre", Counted.BARE, 3),
        ("otteren", Counted.ITEM, 8),
        ("forslag 3", Counted.PROPOSAL, 3),
        ("forslag nr. 3", Counted.PROPOSAL, 3),
        ("forlsag 3", Counted.PROPOSAL, 3),
        ("forslag 3/2026", Counted.PROPOSAL, 3),
        ("nr. 3/2026", Counted.PROPOSAL, 3),
        ("sag 3", Counted.PROPOSAL, 3),
        ("opgave 1", Counted.TASK, 1),
        ("opgve 1", Counted.TASK, 1),
        ("version 2", Counted.VERSION, 2),
        ("udgave 2", Counted.VERSION, 2),
        ("v2", Counted.VERSION, 2),
        ("bilag 2", Counted.BILAG, 2),
        ("bilg 2", Counted.BILAG, 2),
        ("2028", Counted.YEAR, 2028),
        ("nr. 3", Counted.BARE, 3),
        ("nummer to", Counted.BARE, 2),
        ("3", Counted.BARE, 3),
        ("450.000", Counted.BARE, 450_000),
        ("450 000", Counted.BARE, 450_000),
    ],
)
def test_a_number_is_found_in_any_sentence(said: str, counts: Counted, number: int, sentence: str) -> None:
    assert numbers_of(sentence.format(said)) == [(said, counts, number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("vi er på fjerde", 4),
        ("vi er paa fjerde nu", 4),
        ("godkend det tredje", 3),
        ("hvad går det tredje ud på", 3),
        ("den tredje", 3),
        ("og den fjerde?", 4),
        ("vis det tredje, tak", 3),
        ("ryk det op til tredje", 3),
        ("videre til tre", 3),
        ("videre til 3", 3),
        ("hop over til fem", 5),
    ],
)
def test_an_item_is_pointed_at_without_its_word(text: str, number: int) -> None:
    assert [each[1:] for each in numbers_of(text)] == [(Counted.ITEM, number)]


@pytest.mark.parametrize(
    ("text", "said", "year"),
    [
        ("hvad brugte vi i 26?", "26", 2026),
        ("midler i '27", "27", 2027),
        ("midler i \u201927", "27", 2027),
        ("årshjul 27", "27", 2027),
        ("budgettet for 27 og resten", "27", 2027),
    ],
)
def test_a_year_near_today_is_said_by_its_last_two_digits(text: str, said: str, year: int) -> None:
    assert numbers_of(text) == [(said, Counted.YEAR, year)]


@pytest.mark.parametrize("text", ["i 26 kommuner", "i 45", "i '99", "26 er for mange", "de er i 26-28 kommuner"])
def test_what_counts_something_or_lies_far_off_is_no_year(text: str) -> None:
    assert Counted.YEAR not in {counts for _, counts, _ in numbers_of(text)}


_NICKNAMES = ("et", "to", "tre", "fir", "fem", "seks", "syv", "ott", "ni", "ti")


@given(st.sampled_from(range(1, 11)), st.sampled_from(["{}", "godkend {}", "Hvad med {}, tak?"]))
def test_a_number_is_read_alike_as_digits_word_ordinal_and_nickname(number: int, sentence: str) -> None:
    word, nickname = [*CARDINALS][number - 1], _NICKNAMES[number - 1]
    nth = "det andet" if number == 2 else next(nth for nth, each in ORDINALS.items() if each == number)
    forms = [f"punkt {number}", f"punkt {word}", f"punkt nr. {word}", f"{nth} punkt", f"{number}. punkt"]
    forms += [f"{number}'eren", f"{number}'ern", f"{number}'er", f"{nickname}eren", f"{nickname}ern"]
    assert {form: [each[1:] for each in numbers_of(sentence.format(form))] for form in forms} == {
        form: [(Counted.ITEM, number)] for form in forms
    }


@pytest.mark.parametrize(
    ("text", "counts", "numbers"),
    [
        ("pkt 3 og 4", Counted.ITEM, [3, 4]),
        ("punkterne 2, 3 og 5", Counted.ITEM, [2, 3, 5]),
        ("punkt 1 2 og 4", Counted.ITEM, [1, 2, 4]),
        ("punkt to og tre", Counted.ITEM, [2, 3]),
        ("punkt 3/4", Counted.ITEM, [3, 4]),
        ("forslag 1, 2 eller 3", Counted.PROPOSAL, [1, 2, 3]),
        ("opgaverne 1 & 2", Counted.TASK, [1, 2]),
    ],
)
def test_several_numbers_share_what_they_count(text: str, counts: Counted, numbers: list[int]) -> None:
    assert [found[1:] for found in numbers_of(text)] == [(counts, number) for number in numbers]


def test_what_is_left_out_stands_by_itself() -> None:
    found = numbers_of("godkend punkt 3 men ikke 4")
    assert [each[1:] for each in found] == [(Counted.ITEM, 3), (Counted.BARE, 4)]


def test_items_in_a_row_a_year_and_the_word_number_are_told() -> None:
    (row,), (proposal,), (numbered,), (bare,), (years,) = (
        read_slots(text, TODAY).numbers for text in ("punkt 2-4", "forslag 3/26", "nr. 3", "3", "2026-2029")
    )
    assert (row.number, row.until) == (2, 4)
    assert (proposal.number, proposal.year) == (3, 2026)
    assert numbered.is_numbered
    assert not bare.is_numbered
    assert (years.counts, years.number, years.until) == (Counted.YEAR, 2026, 2029)


@pytest.mark.parametrize(
    "text",
    [
        "de to første",
        "et punkt",
        "den første",
        "et andet punkt",
        "den anden",
        "det andet",
        "en tørn",
        "mødet er den tredje",
        "flyt det til den tredje",
        "for det tredje",
        "det tredje møde",
        "på fjerde år i træk",
        "videre til tre kommuner",
        "1,25",
        "E39",
        "27-1234",
        "sag 26/998",
        "010203-1234",
        "12345678901",
        "https://eksempel.dk/punkt/4",
        "må jeg forslå to",
        "den 16. marts 2027",
        "uge 11",
        "kl. 16.30",
        "20 minutter",
        "450.000 kr.",
    ],
)
def test_what_is_none_or_something_else_is_no_number(text: str) -> None:
    assert numbers_of(text) == []


def test_a_word_that_is_one_letter_from_proposal_is_none() -> None:
    assert numbers_of("Hvem har forslået nr 4?") == [("nr 4", Counted.BARE, 4)]
