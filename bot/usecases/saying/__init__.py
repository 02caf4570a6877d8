"""How a sentence is met that is neither done nor answered with a card of its own."""

from typing import assert_never

from bot.domain.saying.actions import Lead, Offered, Said, SayingQuery
from bot.usecases.desk import Desk
from bot.usecases.saying.naming import naming_for, naming_of
from cards.kit.elements import Card
from cards.saying.cards import offered

__all__ = ["query"]


async def query(desk: Desk, actor: str, action: SayingQuery) -> Card:
    """Say it, with the buttons of what is offered; a sentence that nobody has read says nothing yet."""
    match action:
        case Offered():
            return offered(action, await naming_for(desk, actor, action.offers))
        case Said():
            return offered(Offered(lead=Lead.NOT_UNDERSTOOD), naming_of(desk))
        case _:
            assert_never(action)
