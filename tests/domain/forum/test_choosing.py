"""What may be chosen: a row for each key of a forum file, and a value as people type it reads as the file's own."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charters.forum_document import Choices, OrganisationEntry
from bot.domain.forum.choosable import CHOOSABLE, GUIDANCE, OWN_STEP, Choosable, Kind, options_of, stored_as
from bot.domain.forum.places import places
from bot.domain.forum.values import decision_of, value_of
from bot.domain.kernel.forum import OF_ORGANISATIONS, Choice
from bot.domain.kernel.refusal import Refusal
from cards.forum.choice_words import codes_meant, name_of, places_meant, typed_value, value_words
from cards.kit.words import medium_date
from tests.harness.klynge_nord import klynge_nord

TODAY = date(2027, 1, 11)
NORD = klynge_nord()
DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))


def row(key: str) -> Choosable:
    return next(each for each in (*CHOOSABLE, OWN_STEP, GUIDANCE) if each.key == key)


def read(key: str, typed: str) -> object:
    return value_of(NORD, row(key), typed, TODAY)


def test_everything_that_a_forum_file_may_choose_can_be_chosen_in_teams() -> None:
    assert [each.key for each in CHOOSABLE] == list(Choices.model_fields)
    assert (OWN_STEP.key, GUIDANCE.key) == OF_ORGANISATIONS
    assert set(OF_ORGANISATIONS) <= set(OrganisationEntry.model_fields)


@pytest.mark.parametrize("choosable", [*CHOOSABLE, OWN_STEP, GUIDANCE], ids=lambda each: each.key)
def test_each_option_is_one_that_the_file_takes_and_reads_back_from_its_words(choosable: Choosable) -> None:
    for code in options_of(NORD, choosable) if choosable.kind in (Kind.ONE, Kind.SEVERAL) else ():
        value = stored_as(choosable, code)
        stored = [value] if choosable.kind is Kind.SEVERAL else value
        words = value_words(NORD, choosable, stored)
        assert codes_meant(NORD, choosable, words) == code
        assert value_of(NORD, choosable, typed_value(NORD, choosable, stored), TODAY) == stored
        if choosable in CHOOSABLE:
            written = tuple(stored) if isinstance(stored, list) else stored
            chosen = {"value": written, "chosen_by": "Klyngen", "on": TODAY}
            assert Choices.model_validate({choosable.key: chosen})


@pytest.mark.parametrize("place", list(places(NORD)), ids=lambda each: each.key)
def test_each_choice_is_found_by_its_key_and_by_its_name(place: object) -> None:
    (found,) = [each for each in places(NORD) if each == place]
    assert list(places_meant(NORD, name_of(found))) == [found]
    assert list(places_meant(NORD, found.key)) == [found]


@given(st.integers(0, 365))
def test_a_number_of_days_is_read_with_and_without_its_unit(number: int) -> None:
    assert read("answer_days_before", str(number)) == read("answer_days_before", f"{number} dage") == number


ITEMS = Choosable(key="items", kind=Kind.ITEMS)
MONTHS = Choosable(key="months", kind=Kind.NUMBER, least=1, most=60, counts_months=True)
PERSON = Choosable(key="person", kind=Kind.PERSON)
SOME = Choosable(key="some", kind=Kind.ONE, options=("yes", "two"), stored={"yes": True, "two": {"k_of_n": 2}})


@pytest.mark.parametrize(
    ("choosable", "typed", "value"),
    [
        (ITEMS, "Status, økonomi\nNyt, til 31. december 2027", [
            {"title": "Status, økonomi"}, {"title": "Nyt", "until": "2027-12-31"}
        ]),
        (ITEMS, "ingen", []),
        (MONTHS, "12 måneder", 12),
        (PERSON, "Udvalgsformand (Læsø)", "formand-laesoe"),
        (SOME, "two", {"k_of_n": 2}),
        (SOME, "yes", True),
    ],
)  # fmt: skip
def test_each_kind_of_value_is_read_and_reads_back_from_its_field(
    choosable: Choosable, typed: str, value: object
) -> None:
    assert value_of(NORD, choosable, typed, TODAY) == value
    assert value_of(NORD, choosable, typed_value(NORD, choosable, value) or "ingen", TODAY) == value
    if choosable is not SOME:  # whose options have words beside rows alone
        assert value_words(NORD, choosable, value)


@given(st.lists(st.dates(date(2000, 1, 1), date(2000, 12, 31)), max_size=20))
def test_days_of_the_year_read_back_as_they_are_shown(days: list[date]) -> None:
    stored = sorted({f"{day:%m-%d}" for day in days})
    shown = typed_value(NORD, row("closure_days"), stored)
    assert read("closure_days", shown or "ingen") == stored


@given(st.lists(st.tuples(DAYS, st.integers(0, 60)), max_size=8))
def test_periods_read_back_as_they_are_shown(periods: list[tuple[date, int]]) -> None:
    stored = [{"from": str(first), "to": str(first + timedelta(days=length))} for first, length in periods]
    shown = typed_value(NORD, row("closure_periods"), stored)
    assert read("closure_periods", shown or "ingen") == stored


@pytest.mark.parametrize(
    ("key", "typed", "why"),
    [
        ("answer_days_before", "366", "choice_number"),
        ("answer_days_before", "-1", "choice_number"),
        ("answer_days_before", "ti", "choice_number"),
        ("closure_days", "31. februar", "choice_day"),
        ("closure_days", ",".join(["1. maj"] * 61), "choice_too_many"),
        ("closure_periods", "2. maj 2027 – 1. maj 2027", "choice_period"),
        ("closure_periods", "1. maj 2027 – 2. maj 2027 – 3. maj 2027", "choice_period"),
        ("chairmanship", "ingen", "choice_people"),
        ("chairmanship", "kongen", "unknown_person"),
        ("agenda_approval", "måske", "bad_card"),
    ],
)
def test_what_is_no_value_is_refused(key: str, typed: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(key, typed)
    assert refused.value.key == why


@given(DAYS, st.sampled_from(["{who} den {day}", "{who}, {day}", "af {who} {day}", "{day}: {who}", "{who} ({day})"]))
def test_who_decided_and_when_is_read_in_either_order(day: date, written: str) -> None:
    typed = written.format(who="Klyngen på mødet", day=medium_date(day))
    assert decision_of(typed, TODAY) == ("Klyngen på mødet", day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("klyngen i dag", TODAY),
        ("klyngen i går", date(2027, 1, 10)),
        ("klyngen 3. december", date(2026, 12, 3)),
        ("klyngen 5/1", date(2027, 1, 5)),
        ("klyngen på tirsdag", date(2027, 1, 5)),
    ],
)
def test_a_decision_without_a_year_was_made_the_last_such_day(typed: str, day: date) -> None:
    assert decision_of(typed, TODAY) == ("klyngen", day)


@pytest.mark.parametrize(
    ("typed", "why"), [("Klyngen", "choice_when"), ("", "choice_when"), ("3/1 2027", "choice_who")]
)
def test_a_decision_says_both_who_and_when(typed: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        decision_of(typed, TODAY)
    assert refused.value.key == why


def test_what_was_decided_in_teams_stands_before_the_file_and_reaches_its_organisation() -> None:
    decided = {
        "answer_days_before": Choice(9, "Klyngen", TODAY),
        "own_organisation_step/hjoerring": Choice("political", "Byrådet", TODAY),
    }
    forum = NORD.deciding(decided)
    assert (forum.choice("answer_days_before"), NORD.choice("answer_days_before")) == (9, 11)
    steps = {each.id: each.own_organisation_step for each in forum.organisations}
    assert (steps["hjoerring"], steps["region-nordjylland"]) == ("political", "administration")
