"""The list of what is owed: short enough for Teams however long it is, and honest about what it leaves out."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.duties.actions import CreateDuty
from bot.domain.duties.state import Kind, Status, statuses
from cards.duties import cards
from cards.duties.form import Offer, form
from cards.duties.view import Act, DutyView, spoken_status
from cards.html.walk import buttons
from cards.kit.fitting import is_small

VIEW = DutyView(
    forum="nord",
    kind=Kind.TASK,
    status=Status.NOT_BEGUN,
    title="Skriv til byrådet",
    number=3,
    year=2027,
    owner="Hjørring Kommune",
    due=date(2027, 6, 1),
    acts=frozenset({Act.TAKE, Act.FINISH, Act.OPEN}),
)


def titles(content: dict[str, object]) -> list[str]:
    return [each.title for each in buttons(content)]


def test_a_duty_says_whose_it_is_until_when_and_what_one_may_do() -> None:
    card = cards.one(VIEW)
    assert card.summary == (
        "Opgave 3/2027: Skriv til byrådet. Ansvarlig: Hjørring Kommune · Frist: 1. juni 2027 · Ikke begyndt"
    )
    assert titles(card.content) == ["Jeg tager den", "Markér som udført", "Se alle opgaver"]


def test_a_very_long_list_fits_and_says_how_much_it_leaves_out() -> None:
    views = [replace(VIEW, number=each, title="Æ" * 200, owner="Ø" * 200, words="Å" * 500) for each in range(1, 121)]
    listing = cards.Listing(forum="nord", kind=None, mine=views[:60], others=views[60:], may_create=True)
    card = cards.listing(listing)
    assert is_small(card)
    shown = len(re.findall(r"Opgave [0-9]+/2027", str(card.content["body"])))
    assert f"Der er {120 - shown} mere." in str(card.content)
    assert "Opret opgave" in titles(card.content)


@pytest.mark.parametrize("many", [3, 400])
def test_the_form_offers_whom_the_forum_has_unless_they_are_very_many(many: int) -> None:
    owners = {f"o{number}": f"Organisation {number}" for number in range(many)}
    card = form(CreateDuty(kind=Kind.TASK, form="a"), Offer(owners=owners, sources={}))
    kinds = {str(each.get("id")): each["type"] for each in card.content["body"] if "id" in each}
    assert kinds["owner"] == ("Input.ChoiceSet" if many == 3 else "Input.Text")
    assert is_small(card)


@pytest.mark.parametrize(
    ("typed", "kind", "status", "rest"),
    [
        ("i gang. Venter på svar", Kind.EFFORT, Status.UNDERWAY, "Venter på svar"),
        ("Udført", Kind.TASK, Status.DONE, ""),
        ("sendt, den 3. maj", Kind.GRANT, Status.APPLIED, "den 3. maj"),
        ("Bevilget", Kind.TASK, None, "Bevilget"),
        ("snart", Kind.EFFORT, None, "snart"),
    ],
)
def test_a_typed_sentence_may_begin_with_a_state_of_its_kind(
    typed: str, kind: Kind, status: Status | None, rest: str
) -> None:
    assert spoken_status(typed, statuses(kind)) == (status, rest)
