"""A refusal stands beside the field that it is about and beside the button that was pressed."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.domain.agenda.actions import AddItem, OpenItem
from bot.domain.kernel.action import Action
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.minutes.actions import RecordAbsence, SendMinutes
from bot.domain.proposals.actions import Propose
from cards.kit.answers import refused, refused_on
from cards.kit.elements import Card, Json, box, button, buttons, card, choice_input, group, row, text, text_input
from cards.kit.words import say
from tests.cards.checks import check

TITLE, AMOUNT = say("proposal.field.title"), say("proposal.field.amount")
BAD_AMOUNT = "Skriv beløbet i kroner, fx 450.000, 1.250,50 eller 1,25 mio."
STALE = "Kortet er forældet. Her er den nyeste udgave."
LONG = "Et langt punkt på dagsordenen, som fylder flere linjer på en telefon. " * 5


def form(*below: Json) -> Card:
    """A form of a title and an amount, whatever stands below them, and a button that proposes."""
    return card(
        text("Foreslå et punkt"),
        text_input("title", TITLE, value="Fælles model"),
        text_input("amount", AMOUNT, value="mange"),
        *below,
        actions=[button("Send", Propose(form="f"))],
        speak="Foreslå et punkt",
    )


def order(of: Card) -> list[str]:
    """What stands on the card: ids where there are any, else the words."""
    return [str(each.get("id") or each.get("text") or each["type"]) for each in _flat(of.content["body"])]


def said(of: Card, ident: str) -> str:
    """What the block with that id says."""
    found: Json = next(each for each in _flat(of.content["body"]) if each.get("id") == ident)
    return str(found["items"][0]["text"])


def _flat(parts: list[Json]) -> Iterator[Json]:
    for part in parts:
        is_error = str(part.get("id", "")).startswith("error")
        yield part
        if not is_error:
            yield from _flat(part.get("items", []) + part.get("columns", []))


def on(fresh: Card, refusal: Refusal, action: Action) -> Card:
    """The fresh card with the refusal, which is a card as good as any, with nothing gone and nothing written over."""
    before = repr(fresh.content)
    refused = refused_on(refusal, fresh, action)
    check(refused)
    assert repr(fresh.content) == before
    assert [each for each in order(refused) if not each.startswith("error")] == order(fresh)
    assert refused.content["speak"].startswith(refused.summary)
    return refused


def test_an_error_about_a_field_stands_below_it_and_above_the_buttons() -> None:
    answer = on(form(text(LONG)), Refusal("bad_amount", field="amount"), Propose(form="f"))
    assert order(answer)[1:] == ["title", "amount", "error-amount", LONG, "error"]
    assert said(answer, "error-amount") == BAD_AMOUNT
    assert said(answer, "error") == f"Ret feltet »{AMOUNT}«: {BAD_AMOUNT}"


def test_right_above_the_buttons_it_is_said_once() -> None:
    answer = on(form(text("Husk det.")), Refusal("bad_amount", field="amount"), Propose(form="f"))
    assert order(answer)[1:] == ["title", "amount", "error-amount", "Husk det."]


@pytest.mark.parametrize("felt", [Term("proposal.field.title"), TITLE])
def test_a_field_is_known_by_its_label_too(felt: str) -> None:
    answer = on(form(), Refusal("missing_field", felt=felt), Propose(form="f"))
    assert order(answer)[1:] == ["title", "error-title", "amount", "error"]
    assert said(answer, "error") == said(answer, "error-title") == f"Udfyld feltet »{TITLE}«."


def test_an_error_about_no_field_stands_above_the_buttons() -> None:
    for field in (None, "gone"):
        assert order(on(form(), Refusal("stale", field=field), Propose(form="f")))[1:] == ["title", "amount", "error"]


def test_a_short_card_without_fields_begins_with_it() -> None:
    short = card(text("Kort"), actions=[button("Send", SendMinutes())], speak="Et kort kort")
    assert order(on(short, Refusal("stale"), SendMinutes())) == ["error", "Kort"]


def test_a_long_card_has_it_above_the_buttons() -> None:
    long = card(text(LONG), text(LONG), text(LONG), actions=[button("Send", SendMinutes())], speak="Et langt kort")
    assert order(on(long, Refusal("stale"), SendMinutes()))[-1] == "error"


def test_a_long_card_without_the_button_begins_and_ends_with_it() -> None:
    long = card(*[text(LONG)] * 3, actions=[button("Send", SendMinutes())], speak="Et langt kort")
    assert order(on(long, Refusal("stale"), Propose(form="f"))) == ["error-above", *[LONG] * 3, "error"]


def test_a_button_inside_the_body_has_it_at_its_own_row() -> None:
    choice = choice_input("absent", "Fraværende", {"a": "A"}, multiple=True)
    inner = group(choice, text(LONG), buttons(button("Gem fravær", RecordAbsence())))
    whole = card(inner, text(LONG), actions=[button("Send", SendMinutes())], speak="Skriv referat")
    assert order(on(whole, Refusal("stale"), RecordAbsence())) == [
        *("Container", "absent", LONG, "error", "ActionSet"),
        LONG,
    ]
    about = order(on(whole, Refusal("unknown_person", field="absent", navn="X"), RecordAbsence()))
    assert about == ["Container", "absent", "error-absent", LONG, "error", "ActionSet", LONG]


def test_of_several_rows_the_pressed_one_has_it_and_never_within_columns() -> None:
    def line(position: int) -> Json:
        opened = buttons(button(f"Redigér punkt {position}", OpenItem(meeting="2027-1", position=position)))
        return row((text(f"{position}. {LONG}"), "stretch"), (opened, "auto"))

    whole = card(*(line(each) for each in (1, 2, 3)), speak="Redigér dagsordenen")
    found = whole.content["body"]
    body = on(whole, Refusal("stale"), OpenItem(meeting="2027-1", position=2)).content["body"]
    assert [each for each in body if each not in found] == [body[1]]
    assert body[1]["id"] == "error"


def test_a_field_out_of_sight_is_brought_into_sight() -> None:
    folded: dict[str, Any] = group(text_input("duration", "Tid i minutter")) | {"isVisible": False, "id": "more"}
    whole = card(box(folded), text(LONG), actions=[button("Tilføj", AddItem())], speak="Tilføj et punkt")
    answer = refused_on(Refusal("bad_duration", field="duration"), whole, AddItem())
    assert answer.content["body"][0]["items"][0]["isVisible"] is True
    assert whole.content["body"][0]["items"][0]["isVisible"] is False


def test_a_refusal_alone_is_found_by_the_same_id() -> None:
    assert said(refused(Refusal("stale")), "error") == STALE
