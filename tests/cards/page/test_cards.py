"""The way to a page of one's own is valid on every card it is put below, and never makes one too large for Teams."""

import pytest

from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.refusal import Refusal
from bot.domain.page.actions import OpenOwnPage
from bot.usecases.page.tickets import Seals
from cards.kit.answers import is_words_alone, refused_in_hand, refused_on
from cards.kit.elements import Card, card, text
from cards.kit.fitting import LARGEST
from cards.page import cards
from tests.cards.checks import check, size
from tests.harness.klynge_nord import local

LONG = "x" * 64
"""A forum's or a person's id, as long as the database takes it."""
TICKET = Seals(b"x" * 32).address(LONG, LONG, LONG[:36], '{"verb":"ShowVersion"}'.ljust(250), local("2027-03-02T09:00"))
ADDRESS = f"https://klyngebot.sundhedsklynger.example.org/svar/?adgang={TICKET}"
SHORT = card(text("Punktet er lukket."), speak="Punktet er lukket.")


def largest() -> Card:
    """A card that has just room."""
    empty = card(text(""), speak="Dagsorden")
    return card(text("x" * (LARGEST - size(empty))), speak="Dagsorden")


@pytest.mark.parametrize(
    "shown",
    [
        cards.intro(),
        cards.no_need(ShowHelp(forum="nord")),
        cards.with_address(SHORT, ADDRESS),
        cards.with_address(refused_on(Refusal("minutes_closed_item"), largest(), ShowHelp()), ADDRESS),
        cards.with_button(SHORT, OpenOwnPage(forum="nord", about='{"verb":"ShowHelp"}')),
        cards.with_advice(SHORT, ["Sekretariatet"], may_chat=False),
        cards.with_advice(SHORT, [], may_chat=False),
        cards.with_advice(SHORT, [], may_chat=True),
    ],
)
def test_the_way_is_valid_wherever_it_stands(shown: Card) -> None:
    check(shown)


def test_the_answer_itself_is_left_as_it_was() -> None:
    before = size(SHORT)
    shown = cards.with_address(SHORT, ADDRESS)
    assert (size(SHORT), shown.summary, shown.content["body"][0]) == (before, SHORT.summary, SHORT.content["body"][0])


def test_beside_the_card_in_hand_the_way_is_told_in_words() -> None:
    words = refused_in_hand(Refusal("bad_amount"))
    shown = [
        cards.with_address(words, ADDRESS),
        *(cards.with_advice(words, ["En"], may_chat=may) for may in (True, False)),
    ]
    for each, way in zip(shown, ("min side", "egen chat", "Spørg sekretariatet: En."), strict=True):
        assert is_words_alone(each)
        assert each.summary.startswith(words.summary)
        assert way in each.summary


def test_at_most_five_people_are_named_to_be_asked() -> None:
    shown = cards.with_advice(SHORT, [f"Navn {number}" for number in range(9)], may_chat=False)
    assert "Navn 3 og Navn 4." in str(shown.content)
    assert "Navn 5" not in str(shown.content)
