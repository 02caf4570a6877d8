"""What is said where Klyngebot is new."""

from bot.domain.kernel.forum import Forum
from bot.usecases.desk import Desk
from cards.forum import welcome as cards
from cards.forum.welcome import personal, unlinked
from cards.kit.elements import Card

__all__ = ["card_of", "personal", "tied", "unlinked"]


def card_of(desk: Desk) -> Card:
    """The welcome to the forum's own channel."""
    return tied(desk.forum)


def tied(forum: Forum) -> Card:
    """The channel has become the forum's."""
    return cards.tied(forum.id, forum.name)
