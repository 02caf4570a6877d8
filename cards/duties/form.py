"""The form for a new duty of each kind; shown again, it holds all that was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.duties.actions import CreateDuty
from bot.domain.duties.state import Kind
from bot.domain.kernel.danish import NOBODY
from cards.kit.elements import Card, Json, button, card, choice_input, heading, present, text, text_input
from cards.kit.words import say

_TITLES = {
    Kind.TASK: "duty.btn.new",
    Kind.EFFORT: "duty.btn.new.effort",
    Kind.AGREEMENT: "duty.btn.new.agreement",
    Kind.GRANT: "duty.btn.new.grant",
    Kind.ASSIGNED: "duty.btn.new.assigned",
}
WHAT = {
    Kind.TASK: "duty.field.what",
    Kind.EFFORT: "duty.field.effort",
    Kind.AGREEMENT: "duty.field.agreement",
    Kind.GRANT: "duty.field.grant",
    Kind.ASSIGNED: "duty.field.what",
}
"""What the first field is called; the kinds that are made by hand are just these."""
_MOST_OWNERS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the form lets one choose: owners and an effort's sources, by value; `origin` is the item it comes from."""

    owners: Mapping[str, str]
    sources: Mapping[str, str]
    origin: str = ""


def form(typed: CreateDuty, offer: Offer) -> Card:
    """The form with what was typed."""
    kind = typed.kind
    send = CreateDuty(forum=typed.forum, meeting=typed.meeting, kind=kind, form=typed.form, position=typed.position)
    label = say(WHAT[kind])
    return card(
        heading(say(_TITLES[kind])),
        text(offer.origin, subtle=True) if offer.origin else None,
        text_input("title", label, value=typed.title, required=say("error.missing_field", felt=label)),
        *_fields(typed, offer),
        text(say("privacy.notice"), subtle=True),
        actions=[button(say(_TITLES[kind]), send, style="positive")],
        speak=f"{say(_TITLES[kind])}. {offer.origin}".strip(),
    )


def owner_input(name: str, owners: Mapping[str, str], value: str) -> Json:
    """Whose it is: one of the organisations and the people, or as typed where there are very many."""
    label = say("duty.field.owner")
    known = {**owners, NOBODY: say("duty.owner.nobody")}
    if len(owners) > _MOST_OWNERS or (value and value not in known):
        return text_input(name, label, value=value, placeholder=say("duty.field.owner.example"))
    return choice_input(name, label, known, value=value)


def due_input(name: str, value: str, label: str) -> Json:
    """Until when, as typed."""
    return text_input(name, label, value=value, placeholder=say("duty.field.due.example"))


def _fields(typed: CreateDuty, offer: Offer) -> Sequence[Json]:
    kind = typed.kind
    due = say("duty.field.next" if kind is Kind.AGREEMENT else "duty.field.due")
    sources = choice_input("source", say("duty.field.source"), offer.sources, value=typed.source)
    return present(
        [
            sources if kind is Kind.EFFORT and offer.sources else None,
            _setter(typed, offer.sources) if kind is Kind.ASSIGNED else None,
            text_input("parties", say("duty.field.parties"), value=typed.parties) if kind is Kind.GRANT else None,
            due_input("followed_on", typed.followed_on, say("duty.field.last")) if kind is Kind.AGREEMENT else None,
            owner_input("owner", offer.owners, typed.owner),
            due_input("due", typed.due, due),
        ]
    )


def _setter(typed: CreateDuty, bodies: Mapping[str, str]) -> Json:
    """The body that set the task: one that the charter names, or as typed where it names none."""
    label = say("duty.field.setter")
    if not bodies or (typed.source and typed.source not in bodies):
        return text_input("source", label, value=typed.source, placeholder=say("duty.field.setter.example"))
    value = typed.source or (next(iter(bodies)) if len(bodies) == 1 else "")
    return choice_input("source", label, bodies, value=value)
