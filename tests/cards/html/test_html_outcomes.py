"""What came of a press, as HTML: said to those who listen, tied to its field, and found by the focus."""

from typing import Any

import pytest

from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.actions import Propose
from cards.html import render
from cards.kit.answers import refused_on
from cards.kit.elements import Card, button, card, choice_input, done, text, text_input, toggle_input
from tests.cards.html.test_html import Seen

FIELDS = {
    "text": text_input("x", "Beløb i kr."),
    "lines": text_input("x", "Resumé", multiline=True),
    "list": choice_input("x", "Møde", {"a": "A", "b": "B"}),
    "boxes": choice_input("x", "Fraværende", {"a": "A", "b": "B"}, multiple=True),
    "tick": toggle_input("x", "Lukket", "Punktet bør være lukket"),
}


def seen(drawn: Card, *, takes_focus: bool = False) -> Seen:
    """The card as HTML."""
    return Seen(render(drawn.content, action_url="/", hidden={}, takes_focus=takes_focus))


def wrong(field: dict[str, Any]) -> Card:
    """A form with that field, and something said against it."""
    form = card(
        text("Kort"), field, text_input("y", "Andet"), actions=[button("Send", Propose(form="f"))], speak="Et kort"
    )
    return refused_on(Refusal("bad_amount", field="x"), form, Propose(form="f"))


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
def test_an_error_is_tied_to_its_field_and_to_no_other(field: dict[str, Any]) -> None:
    page = seen(wrong(field))
    every = [attributes for _, attributes in page.tags]
    said = [each["id"] for each in every if each.get("role") == "alert"]
    described = {(each.get("aria-describedby") or "").split(" ")[0] for each in every} - {""}
    invalid = [each["name"] for each in every if each.get("aria-invalid") == "true"]
    assert len(said) == len(set(said)) == 2
    assert described == {said[0]}
    assert invalid == ["input.x"]
    assert not any("autofocus" in each for each in every)


@pytest.mark.parametrize("field", [FIELDS["text"], FIELDS["list"], FIELDS["tick"]], ids=["text", "list", "tick"])
def test_a_page_of_its_own_begins_at_the_field(field: dict[str, Any]) -> None:
    held = [each["name"] for _, each in seen(wrong(field), takes_focus=True).tags if "autofocus" in each]
    assert held == ["input.x"]


def test_what_was_done_is_said_without_interrupting() -> None:
    roles = [each.get("role") for _, each in seen(card(done("Gemt."), text("Kort"), speak="Gemt.")).tags]
    assert [each for each in roles if each] == ["status"]
