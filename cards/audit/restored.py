"""The database lacks what the anchor has seen: a line for each loss, and the card for those who run the bot."""

from collections.abc import Sequence

from bot.domain.kernel.chains import INSTALLATION, Loss
from cards.kit.elements import Card, card, heading, text
from cards.kit.words import say


def lost(losses: Sequence[Loss], broken_at: int | None) -> tuple[str, ...]:
    """What is missing, chain by chain, and whether the anchor itself can be trusted."""
    broken = () if broken_at is None else (say("restored.broken", nr=broken_at),)
    return (*(_loss(each) for each in losses), *broken)


def told(losses: Sequence[Loss], broken_at: int | None) -> Card:
    """What an admin is told in person."""
    what = "; ".join(lost(losses, broken_at))
    body = say("restored.body")
    return card(
        heading(say("restored.title")), text(body), text(f"{what}."), text(say("restored.mend")), speak=f"{body} {what}"
    )


def chain_name(chain: str) -> str:
    """What a chain is called: its forum's id, or the installation."""
    return say("restored.installation") if chain == INSTALLATION else chain


def _loss(each: Loss) -> str:
    count = "one" if each.first == each.last else "many"
    how = "cut" if each.is_cut else "unlike"
    facts = {"hvad": chain_name(each.chain), "nr": each.first, "til": each.last}
    return say(f"restored.{how}.{count}", **facts)
