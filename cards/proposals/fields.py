"""The fields that a proposal's content is written in, whole as they were typed: what is too long is told, never cut."""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.proposals.actions import Propose
from bot.domain.proposals.rules import USUAL_TIME
from cards.kit.elements import Json, choice_input, text_input, toggle_input
from cards.kit.words import say
from cards.proposals.view import ITEM_KINDS

_KINDS = {kind.value: say(key) for kind, key in ITEM_KINDS.items()}
_USUAL_MINUTES = str(USUAL_TIME // timedelta(minutes=1))


def title(typed: Propose) -> Json:
    """The heading."""
    example = say("proposal.field.title.placeholder")
    return _text("title", say("proposal.field.title"), typed.title, is_needed=True, example=example)


def summary(typed: Propose, *, is_needed: bool) -> Json:
    """What it is about."""
    label, example = say("proposal.field.summary"), say("proposal.field.summary.placeholder")
    return _text("summary", label, typed.summary, is_needed=is_needed, example=example, multiline=True)


def case(typed: Propose) -> Json:
    """The whole case."""
    return _text("case_description", say("proposal.field.case"), typed.case_description, multiline=True)


def recommendation(typed: Propose, *, is_needed: bool) -> Json:
    """What the meeting is asked to resolve."""
    label, example = say("proposal.field.recommendation"), say("proposal.field.recommendation.placeholder")
    return _text("recommendation", label, typed.recommendation, is_needed=is_needed, example=example, multiline=True)


def kind(typed: Propose) -> Json | None:
    """What the meeting is asked to do with it."""
    return choice("kind", say("proposal.field.type"), _KINDS, typed.kind.value)


def basis(typed: Propose, bases: Mapping[str, str]) -> Json | None:
    """What it rests on, where the charter knows bases."""
    return choice("basis", say("proposal.field.basis"), bases, typed.basis)


def money_and_time(typed: Propose) -> tuple[Json, ...]:
    """What it costs, and how long it takes."""
    minutes = typed.duration or _USUAL_MINUTES
    return (
        _text("financial_note", say("proposal.field.economy"), typed.financial_note, multiline=True),
        _text("amount", say("proposal.field.amount"), typed.amount),
        _text("duration", say("proposal.field.minutes_needed"), minutes),
    )


def links(typed: Propose) -> Json:
    """Where its papers are."""
    return _text("links", say("proposal.field.links"), typed.links, multiline=True)


def closed(typed: Propose, *, is_public: bool) -> Json:
    """Whether it should be closed, with what that means in this place."""
    key = "proposal.field.closed.help.channel" if is_public else "proposal.field.closed.help"
    return toggle_input("is_closed", say("proposal.field.closed"), say(key), value=typed.is_closed)


def choice(name: str, label: str, choices: Mapping[str, str], chosen: str) -> Json | None:
    """One of the choices, preset to what was chosen before or else to the first; nothing where there is no choice."""
    if not choices:
        return None
    return choice_input(name, label, choices, value=chosen if chosen in choices else next(iter(choices)))


def _text(
    name: str, label: str, value: str, *, is_needed: bool = False, example: str = "", multiline: bool = False
) -> Json:
    """Without a greatest length, at which a paste would be cut without a word."""
    required = say("error.missing_field", felt=label) if is_needed else None
    return text_input(name, label, value=value, placeholder=example, multiline=multiline, required=required)
