"""A welcome where the bot is new."""

from datetime import datetime

from bot.domain.kernel.conversation import Place
from bot.usecases.turn import Turn
from cards.forum import welcome
from cards.kit.elements import Card
from storage import answered
from storage import forum as forums
from storage.database import Database

_GREETING = "welcome"


async def greet(database: Database, now: datetime, turn: Turn) -> Card | None:
    """What is said there once: Teams says more than once that the bot was added."""
    where = turn.conversation
    async with database.writing() as conn:
        if await answered.find(conn, where.id, where.bot, _GREETING) is not None:
            return None
        if where.place is Place.CHANNEL and await forums.of_channel(conn, where.id) is not None:
            return None
        card = welcome.unlinked() if where.place is Place.CHANNEL else welcome.personal()
        await answered.remember(conn, where.id, where.bot, _GREETING, at=now, card=card)
        return card
