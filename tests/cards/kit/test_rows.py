"""Buttons stand in rows that a phone shows whole, and what is said about them stands above the first row."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.refusal import Refusal
from bot.domain.page.actions import OpenOwnPage
from cards.kit.answers import refused_on
from cards.kit.elements import button, card, text
from cards.kit.rows import in_rows
from cards.page.cards import with_button
from tests.cards.checks import button_titles, check

ANSWERS = ("Godkend", "Godkend med bemærkninger", "Send retur")
WORDS = "Svar på dagsordenen"
LONG = "Et langt punkt på dagsordenen, som fylder flere linjer på en telefon. " * 20


@given(st.lists(st.text(max_size=60), max_size=12))
def test_no_button_is_lost_or_moved_and_none_stands_alone_that_fits_above(titles: list[str]) -> None:
    rows = [[each["title"] for each in row["actions"]] for row in in_rows({"title": each} for each in titles)]
    assert [each for row in rows for each in row] == titles
    for row, following in pairwise(rows):
        assert len(in_rows({"title": each} for each in row)) == 1
        assert len(in_rows({"title": each} for each in [*row, following[0]])) == 2


def test_three_answers_stand_in_two_rows_and_two_in_the_cards_own() -> None:
    three = card(text(WORDS), actions=[button(each, ShowHelp()) for each in ANSWERS], speak=WORDS)
    check(three)
    assert [[each["title"] for each in row["actions"]] for row in three.content["body"][1:]] == [
        list(ANSWERS[:2]),
        list(ANSWERS[2:]),
    ]
    assert "actions" not in three.content
    two = card(
        text(WORDS),
        actions=[button(each, ShowHelp()) for each in ANSWERS[:2]],
        speak=WORDS,
    )
    assert len(two.content["actions"]) == 2


def test_what_is_said_about_buttons_stands_above_the_first_row() -> None:
    fresh = card(text(LONG), actions=[button(each, ShowHelp()) for each in ANSWERS], speak=WORDS)
    for answer in (refused_on(Refusal("closed"), fresh, ShowHelp()), with_button(fresh, OpenOwnPage(about="x"))):
        said, *rows = answer.content["body"][1:]
        assert said["type"] == "Container"
        assert [row["type"] for row in rows] == ["ActionSet", "ActionSet"]
        assert button_titles(answer)[-3:] == list(ANSWERS)
