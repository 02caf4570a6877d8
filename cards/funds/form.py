"""The forms for a new entry of the ledger; shown again, each holds all that was typed."""

from collections.abc import Mapping

from bot.domain.funds.actions import Booking, Dispose, RegisterGrant, RegisterSpending
from cards.funds.view import Offer
from cards.kit.elements import Card, Json, button, card, choice_input, heading, text, text_input
from cards.kit.words import say


def grant(typed: RegisterGrant, offer: Offer) -> Card:
    """Money is granted."""
    title = say("funds.btn.grant")
    send = RegisterGrant(forum=typed.forum, form=typed.form)
    return card(
        heading(title),
        _amount(typed),
        _year(typed),
        _choice("fund_purpose", say("funds.field.purpose"), offer.purposes, typed.fund_purpose),
        _needed("words", say("funds.field.basis"), typed.words, say("funds.field.basis.example")),
        actions=[button(title, send, style="positive")],
        speak=title,
    )


def disposal(typed: Dispose, offer: Offer) -> Card:
    """Money is disposed of; `notes` say what holds of the order and of whoever may."""
    title, basis = say("funds.btn.commit"), say("funds.field.basis")
    send = Dispose(forum=typed.forum, form=typed.form)
    return card(
        heading(title),
        *(text(each, subtle=True) for each in offer.notes),
        _amount(typed),
        _choice("decision", say("funds.field.decision"), offer.decisions, typed.decision),
        _choice("party", say("funds.field.disposes_for"), offer.parties, typed.party),
        _choice("fund_purpose", say("funds.field.purpose"), offer.purposes, typed.fund_purpose),
        _year(typed),
        _needed("words", basis, typed.words, say("funds.field.basis.example"))
        if offer.asks_basis
        else text_input("words", say("funds.field.basis.optional"), value=typed.words),
        text_input("waiver", say("funds.field.waiver"), value=typed.waiver, multiline=True)
        if offer.asks_waiver
        else None,
        actions=[button(title, send, style="positive")],
        speak=title,
    )


def spending(typed: RegisterSpending, offer: Offer) -> Card:
    """Money was spent of a disposal."""
    title = say("funds.btn.spend")
    send = RegisterSpending(forum=typed.forum, form=typed.form, fund_year=typed.fund_year)
    return card(
        heading(title),
        _amount(typed),
        _choice("entry", say("funds.field.disposal"), offer.entries, typed.entry),
        _needed("words", say("funds.field.basis"), typed.words, say("funds.field.basis.spending")),
        actions=[button(title, send, style="positive")],
        speak=title,
    )


def _amount(typed: Booking) -> Json:
    return _needed("amount", say("funds.field.amount"), typed.amount, say("funds.field.amount.example"))


def _year(typed: Booking) -> Json:
    return text_input("fund_year", say("funds.field.year"), value=typed.fund_year)


def _needed(name: str, label: str, value: str, example: str) -> Json:
    missing = say("error.missing_field", felt=label)
    return text_input(name, label, value=value, placeholder=example, required=missing)


def _choice(name: str, label: str, choices: Mapping[str, str], chosen: str) -> Json | None:
    """Nothing where there is nothing to choose; preset to what was chosen, else to the first."""
    if not choices:
        return None
    return choice_input(name, label, choices, value=chosen if chosen in choices else next(iter(choices)))
