"""The neutral title under which a closed item is shown wherever others may look on."""

import orjson

from bot.domain.proposals import closed
from bot.domain.proposals.state import Content
from cards.kit.elements import Card
from cards.kit.words import say

NEUTRAL_TITLE = say("agenda.closed_item")
_TITLE = NEUTRAL_TITLE.encode()


def names_closed(card: Card) -> bool:
    """Whether the card shows a closed item by its neutral title."""
    return _TITLE in orjson.dumps(card.content)


def public(content: Content) -> Content:
    """The content as a channel may show it."""
    return closed.public(content, NEUTRAL_TITLE)
