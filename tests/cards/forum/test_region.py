"""What several forums are called beside each other: each by as little as tells it from the others."""

from hypothesis import given
from hypothesis import strategies as st

from cards.forum.region import LONGEST_TITLE, told_apart

IDS = st.from_regex(r"[a-z]{1,12}(-[a-z]{1,12}){0,2}", fullmatch=True)


def test_a_region_is_said_where_names_are_the_same_and_the_id_where_that_is_too() -> None:
    known = {
        "a": ("Klynge Nord", "Klynge Nord (Region Nordjylland)"),
        "b": ("Klynge Nord", "Klynge Nord (Region Nordjylland)"),
        "c": ("Klynge Nord", "Klynge Nord (Region Hovedstaden)"),
        "d": ("Klynge Syd", "Klynge Syd (Region Hovedstaden)"),
    }
    assert told_apart(known) == {
        "a": "Klynge Nord (Region Nordjylland) · a",
        "b": "Klynge Nord (Region Nordjylland) · b",
        "c": "Klynge Nord (Region Hovedstaden)",
        "d": "Klynge Syd",
    }


@given(st.sets(IDS, min_size=2, max_size=6), st.text("Klynge ", min_size=1, max_size=200))
def test_each_of_the_same_name_is_told_from_the_others_by_what_a_button_shows(ids: set[str], name: str) -> None:
    titles = [each[:LONGEST_TITLE] for each in told_apart(dict.fromkeys(ids, (name, name))).values()]
    assert len(set(titles)) == len(ids)
