"""A page of one's own: for what a channel may not show, and people to whom no chat can be opened."""

from typing import assert_never

from bot.domain.page.actions import OpenOwnPage, PageQuery
from bot.usecases.desk import Desk
from bot.usecases.page import queries
from bot.usecases.page.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "query"]


async def query(desk: Desk, actor: str, action: PageQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case OpenOwnPage():
            return await queries.open_page(desk, actor, action)
        case _:
            assert_never(action)
