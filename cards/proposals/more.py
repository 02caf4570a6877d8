"""What the charter lets a proposal say, all of it optional: folded away, so that the form stays short on a phone."""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.proposals.actions import Propose
from bot.domain.proposals.asked import Asked, AskedOfFunds
from bot.domain.proposals.rules import SELF
from cards.kit.elements import Json, choice_input, folded_box, text_input, toggle_input
from cards.kit.words import say
from cards.proposals.said import area_name

_IDENT = "more"


def folded(typed: Propose, asked: Asked) -> list[Json]:
    """The fields behind a button, in sight where one is filled in; nothing where the charter asks for nothing."""
    if not asked.anything:
        return []
    is_open = any(_values(typed).values())
    return folded_box(_IDENT, say("proposal.btn.more"), *more(typed, asked), is_open=is_open)


def more(typed: Propose, asked: Asked) -> Iterator[Json]:
    """The fields themselves."""
    if asked.topics:
        yield _one("topic", say("proposal.field.topic"), asked.topics, typed.topic)
    if asked.purposes:
        yield _one("purpose", say("proposal.field.purpose"), asked.purposes, typed.purpose)
    if asked.principles:
        yield _several("principles", say("proposal.field.principles"), asked.principles, typed.principles)
    if asked.areas:
        areas = {each: area_name(each) for each in asked.areas}
        yield _several("areas", say("proposal.field.areas"), areas, typed.areas)
    if asked.local_challenge:
        label, title = say("proposal.field.category"), say("proposal.fact.local_challenge")
        yield toggle_input("is_local_challenge", label, title, value=typed.is_local_challenge)
    if asked.local_policy:
        yield _text("local_policy", say("proposal.field.local_policy"), typed.local_policy)
    if asked.involvement:
        yield _text("involvement", say("proposal.field.patients"), typed.involvement)
    if asked.joint_position:
        yield _text("joint_position", say("proposal.field.joint_position"), typed.joint_position)
    if asked.funds is not None:
        yield from _on_funds(typed, asked.funds)


def _on_funds(typed: Propose, asked: AskedOfFunds) -> Iterator[Json]:
    """What an item on the shared funds may say."""
    yield toggle_input("on_funds", say("fund.card.title"), say("proposal.field.on_funds.tick"), value=typed.on_funds)
    if asked.purposes:
        label = say("proposal.field.fund_purposes")
        yield _several("fund_purposes", label, asked.purposes, typed.fund_purposes)
    yield _several("fund_parties", say("proposal.field.fund_parties"), asked.parties, typed.fund_parties)
    yield _text("fund_effort", say("proposal.field.fund_effort"), typed.fund_effort)


def shown(typed: Propose, asked: Asked) -> tuple[str, ...]:
    """The ids of those fields."""
    return tuple(str(each["id"]) for each in more(typed, asked))


def _one(name: str, label: str, choices: Mapping[str, str], chosen: str) -> Json:
    """By id or by name; that nothing is chosen is a choice, too."""
    value = next((each for each, shown_ in choices.items() if chosen in (each, shown_)), SELF)
    return choice_input(name, label, {SELF: say("proposal.none_chosen"), **choices}, value=value)


def _several(name: str, label: str, choices: Mapping[str, str], chosen: Sequence[str]) -> Json:
    values = [each for each, title in choices.items() if each in chosen or title in chosen]
    return choice_input(name, label, choices, value=",".join(values), multiple=True)


def _text(name: str, label: str, value: str) -> Json:
    return text_input(name, label, value=value, multiline=True)


def _values(typed: Propose) -> dict[str, object]:
    chosen = {"topic": typed.topic.strip(SELF), "purpose": typed.purpose.strip(SELF)}
    texts = {"policy": typed.local_policy, "involved": typed.involvement, "position": typed.joint_position}
    several = {"principles": typed.principles, "areas": typed.areas, "challenge": typed.is_local_challenge}
    funds = (typed.on_funds, typed.fund_purposes, typed.fund_parties, typed.fund_effort)
    return {**chosen, **texts, **several, "funds": any(funds)}
