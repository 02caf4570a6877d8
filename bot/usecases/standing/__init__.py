"""How things stand: to each what awaits them, to the secretariat each meeting."""

from bot.domain.standing.actions import StandingQuery
from bot.usecases.desk import Desk
from bot.usecases.standing import queries
from bot.usecases.standing.phrases import PHRASES
from bot.usecases.standing.steps import next_steps
from cards.kit.elements import Card

__all__ = ["PHRASES", "next_steps", "query"]


async def query(desk: Desk, actor: str, action: StandingQuery) -> Card:
    """Show what the person asks for."""
    return await queries.show(desk, actor, action)
