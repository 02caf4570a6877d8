"""The form in which a case is sent on: to whom, with what question, by when, at which level and on which basis."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.referrals.actions import SendOn
from cards.kit.elements import Card, Json, button, card, choice_input, heading, text, text_input
from cards.kit.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be chosen, as values with what is shown; `notes` are what the charter asks of each body."""

    title: str
    items: Mapping[str, str]
    bodies: Mapping[str, str]
    levels: Mapping[str, str]
    bases: Mapping[str, str]
    notes: tuple[str, ...] = ()


def form(typed: SendOn, offer: Offer) -> Card:
    """The form with what was typed."""
    title = say("referral.title")
    sending = SendOn(
        forum=typed.forum,
        meeting=typed.meeting,
        number=typed.number,
        year=typed.year,
        position=None if typed.picks else typed.position,
        resolved=typed.resolved,
        form=typed.form,
        picks=typed.picks,
    )
    return card(
        heading(title),
        text(offer.title, bold=True),
        *(text(each, subtle=True) for each in offer.notes),
        _item(typed, offer) if typed.picks else None,
        _body(typed, offer),
        text_input(
            "question",
            say("referral.field.question"),
            value=typed.question,
            multiline=True,
            required=_missing("referral.field.question"),
        ),
        text_input(
            "wanted", say("referral.field.due"), value=typed.wanted, placeholder=say("referral.field.due.example")
        ),
        choice_input("level", say("referral.field.level"), offer.levels, value=typed.level) if offer.levels else None,
        choice_input("basis", say("proposal.field.basis"), offer.bases, value=typed.basis) if offer.bases else None,
        text(say("privacy.notice"), subtle=True),
        actions=[button(say("referral.btn.send"), sending, style="positive")],
        speak=f"{title}: {offer.title}",
    )


def _body(typed: SendOn, offer: Offer) -> Json:
    label = "referral.field.forum"
    return choice_input("body", say(label), offer.bodies, value=typed.body, required=_missing(label))


def _item(typed: SendOn, offer: Offer) -> Json:
    value = "" if typed.position is None else str(typed.position)
    return choice_input(
        "position", say("referral.field.item"), offer.items, value=value, required=_missing("referral.field.item")
    )


def _missing(label: str) -> str:
    return say("error.missing_field", felt=say(label))
