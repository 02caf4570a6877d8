"""Buttons that have their titles in common have each a name of their own for those who listen."""

from bot.domain.proposals.actions import OpenTriage, ShowMyProposals, Withdraw
from cards.html import render
from cards.kit.elements import button, buttons, card, group, heading, row, text
from tests.cards.checks import check, elements
from tests.cards.html.test_html import Seen


def test_a_shared_title_is_followed_by_the_words_that_it_stands_under() -> None:
    shown = card(
        heading("Mine forslag"),
        group(text("R&D * *drift*", bold=True), text("nr. 1"), buttons(button("Behandl", OpenTriage(number=1)))),
        row((text("x" * 200), "stretch"), (buttons(button("Behandl", OpenTriage(number=2))), "auto")),
        text("Lægedækning"),
        buttons(button("Behandl", OpenTriage(number=3)), button("Træk tilbage", Withdraw(number=3))),
        actions=[button("Mine forslag", ShowMyProposals())],
        speak="Mine forslag",
    )
    check(shown)
    page = Seen(render(shown.content, action_url="/", hidden={}))
    assert [each.get("aria-label") for each in page.all("button")[1:]] == [
        "Behandl: R&D * *drift*",
        f"Behandl: {'x' * 79}…",
        "Behandl: Lægedækning",
        None,
        None,
    ]


def test_a_title_of_its_own_needs_no_more() -> None:
    shown = card(text("Et"), buttons(button("Behandl", OpenTriage(number=1))), speak="Et kort")
    assert not [each for each in elements(shown.content) if "tooltip" in each]
