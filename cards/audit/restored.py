"""The database lacks what the anchor has seen: a line for each loss, and the card for those who run the bot."""

from collections.abc import Sequence

from bot.domain.kernel.chains import INSTALLATION, Loss
from cards.kit.elements import Card, card, heading, text
from cards.kit.words import say

_SHOWN = 20  # losses on a card, which Teams takes only so large


def lost(losses: Sequence[Loss], broken_at: int | None) -> tuple[str, ...]:
    """What is missing, chain by chain, and whether the anchor itself can be trusted."""
    broken = () if broken_at is None else (say("restored.broken", nr=broken_at),)
    return (*(_loss(each) for each in losses), *broken)


def told(losses: Sequence[Loss], broken_at: int | None) -> Card:
    """What an admin is told in person."""
    lines = lost(losses, broken_at)
    rest = (say("restored.more", antal=len(lines) - _SHOWN),) if len(lines) > _SHOWN else ()
    what = "; ".join((*lines[:_SHOWN], *rest))
    body = say("restored.body")
    return card(
        heading(say("restored.title")),
        text(body),
        text(say("restored.log", tabt=what)),
        text(say("restored.mend")),
        speak=f"{body} {what}",
    )


def chain_name(chain: str) -> str:
    """What a chain is called: its forum's id, or the installation."""
    return say("restored.installation") if chain == INSTALLATION else chain


def _loss(each: Loss) -> str:
    facts: dict[str, object] = {"hvad": chain_name(each.chain), "nr": each.first}
    if each.first == each.last:
        return say("restored.cut_one", **facts) if each.is_cut else say("restored.unlike_one", **facts)
    facts["til"] = each.last
    return say("restored.cut", **facts) if each.is_cut else say("restored.unlike", **facts)
