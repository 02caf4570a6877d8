"""A forum is named by its name, or by a part that is no other's; what might be another is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.usecases.forum_named import forum_named
from bot.usecases.turn import LONGEST_TURN
from tests.harness.costing import A_BLINK, quickest
from tests.harness.hostile import UNITS, made

TWO = {"p": "Politisk Klynge Nord", "s": "Klyngestyregruppe Nord"}
COUNCIL = {"r": "Sundhedsråd Nordjylland", "p": "Politisk Klynge Nord"}


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("dagsordenen i den politiske klynge", ("p", "dagsordenen")),
        ("aflys mødet i Politisk Klynge Nord i morgen", ("p", "aflys mødet i morgen")),
        ("hvad sker der i styregruppen?", ("s", "hvad sker der?")),
        ("Klyngestyregruppe Nord dagsorden", ("s", "dagsorden")),
        ("foreslå til politisk klynge: noget i klyngestyregruppen", ("p", "foreslå: noget i klyngestyregruppen")),
        ("møder i Nord", None),
        ("noget til klyngen", None),
        ("for politisk klynge og i klyngestyregruppen", None),
        ("en politisk sag", None),
        ("dagsorden", None),
    ],
)
def test_a_part_that_is_no_others_names_it(sentence: str, named: tuple[str, str] | None) -> None:
    assert forum_named(sentence, TWO) == named


def test_a_council_is_named_by_what_it_is() -> None:
    assert forum_named("hvornår er næste møde i sundhedsrådet?", COUNCIL) == ("r", "hvornår er næste møde?")
    assert forum_named("status for SUNDHEDSRAADET", COUNCIL) == ("r", "status")


@given(st.text(max_size=300))
def test_a_name_stands_in_every_sentence_that_is_said_to_hold_it(sentence: str) -> None:
    found = forum_named(sentence, TWO)
    assert found is None or (found[0] in TWO and len(found[1]) <= len(sentence))


@pytest.mark.parametrize("unit", [*UNITS, "names"])
def test_hostile_texts_cost_little(unit: str) -> None:
    text = made(unit, LONGEST_TURN) if unit in UNITS else "i Nord " * 9_000
    many = {f"f{number}": f"{name} {number}" for number in range(20) for name in TWO.values()}
    assert quickest(lambda: forum_named(text, many)) < A_BLINK
