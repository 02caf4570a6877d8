"""The joint text names each organisation once an item, hides what is closed, and fits however much is written."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.external import cards, joint
from cards.external.view import ExternalView, ItemView, tally_words, text_words
from cards.html.walk import buttons
from cards.kit.fitting import is_small

NAMES = tuple(f"Kommune{letter}" for letter in "ABCDEFGHIJK")
ITEM = ItemView(id=1, nth=1, title="Økonomi")
VIEW = ExternalView(
    forum="nord",
    forum_name="Kommuneklynge Nord",
    number=1,
    year=2027,
    revision=1,
    name="Samordningsudvalget",
    day=date(2027, 4, 20),
    starts=time(13, 5),
    items=[ITEM],
    asked=11,
    serves=True,
    may_answer=True,
)


@st.composite
def items(draw: st.DrawFn) -> ItemView:
    where = draw(st.lists(st.sampled_from("armx"), min_size=len(NAMES), max_size=len(NAMES)))
    words = draw(st.text("æøå »«;,", max_size=10))
    placed = list(zip(NAMES, where, strict=True))
    return replace(
        ITEM,
        is_hidden=draw(st.booleans()),
        agree=[name for name, at in placed if at == "a"],
        remarks=[(name, words) for name, at in placed if at == "r"],
        mandates=[(name, words) for name, at in placed if at == "m"],
        missing=[name for name, at in placed if at == "x"],
    )


@given(items())
def test_each_organisation_is_named_exactly_once_an_item(item: ItemView) -> None:
    for said in (tally_words(item), tally_words(item, 3), text_words(item)):
        assert {name: said.count(name) for name in NAMES} == dict.fromkeys(NAMES, 1)


def test_a_hidden_item_says_who_answered_and_not_what() -> None:
    hidden = replace(ITEM, is_hidden=True, agree=["A"], remarks=[("B", "Hemmeligt")], mandates=[("C", "Hemmeligt")])
    assert tally_words(hidden) == "har svaret: A, B og C"


@pytest.mark.parametrize("many", [1, 40])
@pytest.mark.parametrize("length", [10, 1_000])
def test_however_much_is_written_every_card_of_it_fits(many: int, length: int) -> None:
    said = [(name, "Æ" * length) for name in NAMES[:5]]
    full = [
        replace(ITEM, id=nth, nth=nth, title="Ø" * 200, remarks=said, mandates=said, missing=NAMES, has_newer=True)
        for nth in range(1, many + 1)
    ]
    view = replace(VIEW, items=full, missing=NAMES, intro="Å" * 4_000)
    shown = [cards.one(view), joint.joint(view), joint.brief(view, ["Her er det."], None)]
    shown.append(cards.listed(cards.Listing(forum="nord", coming=[view] * 50, past=[view], notes=[], serves=True)))
    assert all(map(is_small, shown))
    only = joint.joint(view, only=many)
    assert "Noget af teksten" in str(joint.joint(view).content) or (many, length) != (40, 1_000)
    assert is_small(only)


def test_only_who_may_is_offered_what_they_may() -> None:
    titles = [each.title for each in buttons(cards.one(replace(VIEW, serves=False, may_answer=False)).content)]
    assert titles == ["Se den fælles tekst"]
    sent = [each.title for each in buttons(cards.one(replace(VIEW, sent="Afsendt.", may_answer=False)).content)]
    assert "Markér som afsendt" not in sent
    gone = replace(VIEW, state="Mødet er aflyst.", may_answer=False, may_resume=True)
    assert [each.title for each in buttons(cards.one(gone).content)] == [
        "Se den fælles tekst",
        "Mødet holdes alligevel",
    ]
    assert VIEW.when == "20. april 2027 kl. 13.05"
