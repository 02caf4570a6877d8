"""The form that a proposal is written in; shown again, it keeps what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.actions import Propose
from bot.domain.proposals.rules import LONGEST_LINKS, LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE, SELF
from cards.kit.elements import Card, Json, button, card, choice_input, heading, text, text_input, toggle_input
from cards.kit.fitting import Room, fitting
from cards.kit.words import deadline_words, long_date, medium_date, say
from cards.proposals.view import ITEM_KINDS

_SHORT = 60  # characters of an amount or a time
_TITLE = say("proposal.field.title"), say("proposal.field.title.placeholder")
_SUMMARY = say("proposal.field.summary"), say("proposal.field.summary.placeholder")
_RECOMMENDATION = say("proposal.field.recommendation"), say("proposal.field.recommendation.placeholder")
_KINDS = {kind.value: say(key) for kind, key in ITEM_KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the form lets the proposer choose: ids with names, and the coming meetings that take new items.

    `deadline` is the one for the first of them.
    """

    forum: str
    parties: Mapping[str, str]
    bases: Mapping[str, str]
    meetings: tuple[Meeting, ...]
    deadline: Deadline | None
    is_late: bool


def form(typed: Propose, offer: Offer, *, is_emptied: bool = False) -> Card:
    """The form with what was typed; `is_emptied` tells that it is not repeated where others would read it."""

    def drawn(room: Room) -> Card:
        return card(
            heading(say("proposal.form.title")),
            text(_intro(offer)),
            text(say("proposal.form.intro.late")) if offer.is_late else None,
            text(say("proposal.form.emptied"), bold=True) if is_emptied else None,
            text(say("proposal.form.cut"), bold=True) if _is_cut(typed, room) else None,
            *_texts(typed, room),
            *_choices(typed, offer),
            *_details(typed, room),
            text(say("privacy.notice"), subtle=True),
            actions=[button(say("proposal.btn.submit"), Propose(form=typed.form, forum=typed.forum), style="positive")],
            speak=f"{say('proposal.form.title')}. {_intro(offer)}",
        )

    return fitting(drawn)


def _intro(offer: Offer) -> str:
    if not offer.meetings:
        return say("proposal.form.intro.no_meeting", forum=offer.forum)
    if offer.deadline is None:
        return say("proposal.form.intro.no_deadline", forum=offer.forum)
    return say(
        "proposal.form.intro",
        forum=offer.forum,
        moede_dato=medium_date(offer.meetings[0].day),
        frist=deadline_words(offer.deadline),
    )


def _texts(typed: Propose, room: Room) -> tuple[Json, ...]:
    return (
        _required("title", _TITLE, _cut(typed.title, LONGEST_TITLE, room), LONGEST_TITLE),
        _required("summary", _SUMMARY, _cut(typed.summary, LONGEST_TEXT, room), LONGEST_TEXT),
        _required("recommendation", _RECOMMENDATION, _cut(typed.recommendation, LONGEST_TEXT, room), LONGEST_TEXT),
    )


def _required(name: str, wording: tuple[str, str], value: str, most: int) -> Json:
    """A field that must be filled in; `wording` is its label and an example."""
    label, placeholder = wording
    return text_input(
        name,
        label,
        value=value,
        placeholder=placeholder,
        most=most,
        multiline=most > LONGEST_TITLE,
        required=say("error.missing_field", felt=label),
    )


def _choices(typed: Propose, offer: Offer) -> tuple[Json | None, ...]:
    parties = {SELF: say("proposal.behalf.self"), **offer.parties}
    meetings = {meeting.id: long_date(meeting.day) for meeting in offer.meetings}
    return (
        _choice("kind", say("proposal.field.type"), _KINDS, typed.kind.value),
        _choice("basis", say("proposal.field.basis"), offer.bases, typed.basis),
        _choice("on_behalf_of", say("proposal.field.on_behalf"), parties, typed.on_behalf_of),
        _choice("meeting", say("proposal.field.meeting"), meetings, typed.meeting),
    )


def _choice(name: str, label: str, choices: Mapping[str, str], chosen: str) -> Json | None:
    """One of the choices, preset to what was chosen before or else to the first; nothing where there is no choice."""
    if not choices:
        return None
    return choice_input(name, label, choices, value=chosen if chosen in choices else next(iter(choices)))


def _details(typed: Propose, room: Room) -> tuple[Json, ...]:
    closed = say("proposal.field.closed")
    note = _cut(typed.financial_note, LONGEST_NOTE, room)
    links = _cut(typed.links, LONGEST_LINKS, room)
    return (
        text_input("financial_note", say("proposal.field.economy"), value=note, most=LONGEST_NOTE, multiline=True),
        text_input("amount", say("proposal.field.amount"), value=typed.amount[:_SHORT], most=_SHORT),
        text_input(
            "duration", say("proposal.field.minutes_needed"), value=typed.duration[:_SHORT] or "15", most=_SHORT
        ),
        text_input("links", say("proposal.field.links"), value=links, most=LONGEST_LINKS, multiline=True),
        toggle_input("is_closed", closed, say("proposal.field.closed.help"), value=typed.is_closed),
    )


def _cut(typed: str, most: int, room: Room) -> str:
    """What fits the field; links have room for twice the text, as they hold no letters of several bytes."""
    return typed[: min(most, room.text * 2 if most == LONGEST_LINKS else room.text)]


def _is_cut(typed: Propose, room: Room) -> bool:
    fields = (
        (typed.title, LONGEST_TITLE),
        (typed.summary, LONGEST_TEXT),
        (typed.recommendation, LONGEST_TEXT),
        (typed.financial_note, LONGEST_NOTE),
        (typed.links, LONGEST_LINKS),
        (typed.amount, _SHORT),
        (typed.duration, _SHORT),
    )
    return any(_cut(words, most, room) != words for words, most in fields)
