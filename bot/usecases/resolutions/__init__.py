"""Finding what was resolved, by its words."""

from bot.domain.resolutions.actions import ResolutionsQuery
from bot.usecases.desk import Desk
from bot.usecases.resolutions import searching
from bot.usecases.resolutions.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "query"]


async def query(desk: Desk, actor: str, action: ResolutionsQuery) -> Card:
    """Show what the person asks for."""
    return await searching.find(desk, actor, action)
