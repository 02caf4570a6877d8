"""What is said of a proposal between proposer, secretariat and meeting leader, with the buttons that answer it."""

from collections.abc import Collection, Iterator
from dataclasses import fields as fields_of
from datetime import timedelta
from decimal import Decimal

from bot.domain.proposals.revising import differences
from bot.domain.proposals.state import Change, Content, ItemKind
from bot.domain.proposals.triage import Act
from cards.kit.elements import Json, box, buttons, group, text
from cards.kit.fitting import Room
from cards.kit.words import duration, listing, money, say
from cards.proposals.buttons import act_button
from cards.proposals.view import ITEM_KINDS, ProposalView

LABELS = {
    "title": "proposal.field.title",
    "kind": "proposal.field.type",
    "summary": "proposal.field.summary",
    "case_description": "proposal.fact.case",
    "recommendation": "proposal.field.recommendation",
    "basis": "proposal.field.basis",
    "financial_note": "proposal.fact.economy",
    "amount": "proposal.fact.amount",
    "duration": "proposal.fact.time",
    "links": "proposal.fact.links",
    "is_closed": "proposal.fact.closed",
    "topic": "proposal.fact.topic",
    "purpose": "proposal.fact.purpose",
    "principles": "proposal.fact.principles",
    "areas": "proposal.fact.areas",
    "local_policy": "proposal.fact.local_policy",
    "involvement": "proposal.fact.patients",
    "joint_position": "proposal.fact.joint_position",
    "is_local_challenge": "proposal.fact.local_challenge",
    "on_funds": "fund.card.title",
    "fund_purposes": "proposal.fact.fund_purposes",
    "fund_parties": "proposal.fact.fund_parties",
    "fund_effort": "proposal.fact.fund_effort",
}
if LABELS.keys() != {each.name for each in fields_of(Content)}:
    raise KeyError("a field of a proposal has no label")


def dialogue(view: ProposalView, acts: Collection[Act], room: Room) -> Iterator[Json]:
    """The answers that were given, the change that is suggested, and the question to the leader."""
    for each in view.dialogue.answers:
        yield group(
            text(f"{say('proposal.dialogue.question')}: {room.cut(each.question)}", bold=True),
            text(f"{say('proposal.dialogue.answer')}: {room.cut(each.words)}", close=True),
        )
    if view.dialogue.change is not None:
        yield box(*suggestion(view.dialogue.change, room), _row(view, acts, (Act.TAKE, Act.LEAVE)))
    if view.dialogue.leader is not None:
        asked = say("proposal.leader.asked", ord=room.cut(view.dialogue.leader.words))
        yield box(text(asked, bold=True), _row(view, acts, (Act.KEEP, Act.DEFER)))


def suggestion(change: Change, room: Room) -> Iterator[Json]:
    """What the proposer would like it to say, field by field."""
    yield text(say("proposal.change.title"), bold=True)
    if change.words:
        yield text(room.cut(change.words))
    for name in differences(change.before, change.after):
        yield text(say(LABELS[name]), bold=True)
        yield text(room.cut(_shown(getattr(change.after, name))), close=True)


def changed_words(names: Collection[str]) -> str:
    """Which fields say something else, by their labels."""
    return listing(say(LABELS[name]) for name in names if name in LABELS)


def _row(view: ProposalView, acts: Collection[Act], offered: tuple[Act, ...]) -> Json | None:
    shown = [act_button(view, act) for act in offered if act in acts]
    return buttons(*shown) if shown else None


def _shown(value: object) -> str:
    match value:
        case bool():
            return say("common.yes" if value else "common.no")
        case ItemKind():
            return say(ITEM_KINDS[value])
        case Decimal():
            return money(value)
        case timedelta():
            return duration(value)
        case tuple():
            return "\n".join(map(str, value)) or say("common.none")
        case _:
            return str(value or "–")
