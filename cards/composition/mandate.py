"""A mandate that was confirmed, and the secretariat's form for one that somebody told of."""

from collections.abc import Mapping

from bot.domain.composition.actions import ConfirmMandate, ShowComposition, WithdrawMandate
from cards.kit.elements import Card, button, card, choice_input, done, heading, text, text_input
from cards.kit.fitting import fitted, shorten
from cards.kit.words import say

_NAMES = (100, 40, 25)  # characters of each


def mandate_form(forum: str, people: Mapping[str, str], typed: ConfirmMandate) -> Card:
    """Who may decide for their organisation, and since when it is known; `people` are names by id."""
    return fitted(lambda most: _mandate_form(forum, people, typed, most), _NAMES)


def confirmed(forum: str, person: str, outcome: str, *, may_withdraw: bool) -> Card:
    """That it was done, with the way back and the way to everybody who comes."""
    shown = button(say("cmd.btn.composition"), ShowComposition(forum=forum))
    back = button(say("composition.btn.withdraw_mandate"), WithdrawMandate(forum=forum, person=person))
    return card(done(outcome), actions=[shown, back if may_withdraw else None], speak=outcome)


def _mandate_form(forum: str, people: Mapping[str, str], typed: ConfirmMandate, most: int) -> Card:
    title = say("composition.btn.mandate")
    return card(
        heading(title),
        text(say("composition.mandate.intro")),
        choice_input(
            "person",
            say("composition.field.person"),
            {each: shorten(name, most) for each, name in people.items()},
            value=typed.person,
            required=say("error.missing_field", felt=say("composition.field.person")),
        ),
        text_input("confirmed", say("composition.field.confirmed"), value=typed.confirmed, most=40),
        actions=[button(title, ConfirmMandate(forum=forum), style="positive")],
        speak=title,
    )
