"""The form in which a case is sent on: to whom, with what question, by when, at which level and on which basis."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.referrals.actions import SendOn
from cards.kit.elements import Card, button, card, choice_input, heading, text, text_input
from cards.kit.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be chosen, as values with what is shown; `notes` are what the charter asks of each body."""

    title: str
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
        position=typed.position,
        resolved=typed.resolved,
        form=typed.form,
    )
    return card(
        heading(title),
        text(offer.title, bold=True),
        *(text(each, subtle=True) for each in offer.notes),
        choice_input("body", say("referral.field.forum"), offer.bodies, value=typed.body, required=_missing("forum")),
        text_input(
            "question",
            say("referral.field.question"),
            value=typed.question,
            multiline=True,
            required=_missing("question"),
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


def _missing(which: str) -> str:
    label = say("referral.field.forum") if which == "forum" else say("referral.field.question")
    return say("error.missing_field", felt=label)
