"""The neutral title under which a closed item is shown wherever others may look on."""

from bot.domain.proposals import closed
from bot.domain.proposals.state import Content
from cards.kit.words import say

NEUTRAL_TITLE = say("agenda.closed_item")


def public(content: Content) -> Content:
    """The content as a channel may show it."""
    return closed.public(content, NEUTRAL_TITLE)
