"""What a posted card form is read as."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.html import read_form
from tests.cards.html.test_html import Seen, drawn

Json = dict[str, Any]

CARD: Json = {
    "type": "AdaptiveCard",
    "body": [
        {"type": "Container", "items": [{"type": "Input.Text", "id": "title", "label": "Overskrift"}]},
        {"type": "Input.Toggle", "id": "closed", "title": "Lukket"},
        {"type": "Input.ChoiceSet", "id": "absent", "label": "Fraværende", "isMultiSelect": True, "choices": []},
        {"type": "ActionSet", "actions": [{"type": "Action.Submit", "title": "I kortet", "data": {"x": 1}}]},
    ],
    "actions": [
        {"type": "Action.Execute", "title": "Send", "verb": "Propose", "data": {"form": "f1", "title": "fra kortet"}},
        {"type": "Action.Execute", "title": "Annullér", "verb": "Cancel", "associatedInputs": "none"},
        {
            "type": "Action.ShowCard",
            "title": "Mere",
            "card": {
                "body": [{"type": "Input.Text", "id": "words", "label": "Ord"}],
                "actions": [{"type": "Action.Execute", "title": "Send ord", "verb": "Say"}],
            },
        },
        {"type": "Action.Execute", "title": "Lukket", "verb": "No", "isEnabled": False},
    ],
}
FILLED = [
    ("input.title", "Fælles model"),
    ("input.absent", "a"),
    ("input.absent", "b"),
    ("input.words", "Ja"),
    ("input.unknown", "x"),
]


def test_the_pressed_buttons_data_is_merged_with_the_inputs_as_teams_does() -> None:
    assert read_form(CARD, [*FILLED, ("press", "actions.0")]) == (
        "Propose",
        {"form": "f1", "title": "Fælles model", "closed": "false", "absent": "a,b"},
    )


def test_a_ticked_box_is_true_and_what_is_left_empty_is_not_sent() -> None:
    posted = [("press", "actions.0"), ("input.title", ""), ("input.closed", "true")]
    assert read_form(CARD, posted) == ("Propose", {"form": "f1", "title": "fra kortet", "closed": "true"})


def test_a_button_on_an_unfolded_card_sends_its_inputs_and_those_around_it() -> None:
    verb, data = read_form(CARD, [*FILLED, ("press", "actions.2.card.actions.0")])
    assert verb == "Say"
    assert data == {"title": "Fælles model", "closed": "false", "absent": "a,b", "words": "Ja"}


def test_a_button_without_inputs_sends_none() -> None:
    assert read_form(CARD, [*FILLED, ("press", "actions.1")]) == ("Cancel", {})


def test_a_button_inside_the_body_is_found_and_a_submit_has_no_verb() -> None:
    verb, data = read_form(CARD, [("press", "body.3.actions.0")])
    assert (verb, data["x"]) == ("", 1)


def test_line_breaks_arrive_as_teams_sends_them() -> None:
    _, data = read_form(CARD, [("press", "actions.0"), ("input.title", "en\r\nto")])
    assert data["title"] == "en\nto"


@pytest.mark.parametrize(
    "press", ["", "0", "actions.9", "actions.-1", "actions.2", "actions.3", "body.0", "__class__", "actions.0 "]
)
def test_a_forged_button_is_refused(press: str) -> None:
    with pytest.raises(ValueError, match="no such button"):
        read_form(CARD, [("press", press)])


def test_no_button_and_two_buttons_are_refused() -> None:
    for posted in ([], [("press", "actions.0"), ("press", "actions.1")]):
        with pytest.raises(ValueError, match="no such button"):
            read_form(CARD, posted)


@given(st.lists(st.tuples(st.text(max_size=20) | st.sampled_from(["press", "input.title"]), st.text(max_size=20))))
def test_whatever_is_posted_is_read_or_refused(posted: list[tuple[str, str]]) -> None:
    try:
        verb, _ = read_form(CARD, posted)
    except ValueError:
        return
    assert verb in ("Propose", "Cancel", "Say", "")


def test_every_button_that_is_drawn_is_understood_when_it_is_pressed() -> None:
    page = Seen(drawn(*CARD["body"], actions=CARD["actions"]))
    presses = [each["value"] for each in page.all("button") if each.get("name") == "press" and "disabled" not in each]
    verbs = [read_form(CARD, [("press", press)])[0] for press in presses]
    assert verbs == ["", "Propose", "Cancel", "Say"]
