"""People as somebody names them: by id, by name, by a part of the name that only one of them has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.naming import people_meant
from bot.domain.kernel.people import Person
from bot.domain.kernel.refusal import Refusal
from tests.harness.klynge_nord import klynge_nord

PEOPLE = klynge_nord().people


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("laege",), ("laege",)),
        (("Formand (Hjørring)",), ("formand-kommunal",)),
        (("formand (hjoerring)",), ("formand-kommunal",)),
        (("læge", " PRAKTISERENDE "), ("laege",)),
        (("Udvalgsformand (Læsø)", "laege"), ("formand-laesoe", "laege")),
        (("Næstformand", " socialudvalget (Hjørring)", "laege"), ("naestformand-hjoerring", "laege")),
        (("ingen",), ()),
        ((), ()),
    ],
)
def test_a_person_is_found_by_id_or_name_or_a_part_of_it(typed: tuple[str, ...], meant: tuple[str, ...]) -> None:
    assert people_meant(typed, PEOPLE) == meant


def test_a_part_that_several_share_is_answered_with_the_candidates() -> None:
    with pytest.raises(Refusal) as refusal:
        people_meant(("udvalgsformand",), PEOPLE)
    assert refusal.value.key == "ambiguous_person"
    candidates = refusal.value.facts["kandidater"]
    assert isinstance(candidates, list)
    assert "Udvalgsformand (Læsø)" in candidates
    assert "Formand (Hjørring)" not in candidates


def test_an_unknown_name_is_repeated_shortly() -> None:
    with pytest.raises(Refusal) as refusal:
        people_meant(("x" * 10_000,), PEOPLE)
    assert refusal.value.key == "unknown_person"
    assert len(str(refusal.value.facts["navn"])) == 100


@given(st.lists(st.text(max_size=20), max_size=20))
def test_whatever_is_typed_is_people_of_the_forum_or_a_refusal(typed: list[str]) -> None:
    try:
        found = people_meant(typed, PEOPLE)
    except Refusal as refusal:
        assert refusal.key in ("unknown_person", "ambiguous_person")  # noqa: PT017 - either is right
    else:
        assert set(found) <= {person.id for person in PEOPLE}
        assert len(found) == len(set(found))


def test_a_whole_name_wins_over_a_part_of_a_longer_one() -> None:
    both = (Person(id="a", name="Anne"), Person(id="b", name="Anne Marie"))
    assert people_meant(("anne",), both) == ("a",)
