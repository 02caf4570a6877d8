"""Below a refusal stands the form as it was typed: drawn anew, or that in the hand where it holds more."""

from bot.domain.kernel.conversation import Place
from bot.usecases.desk import Desk
from cards.kit.answers import IN_HAND
from cards.kit.elements import Card
from cards.kit.fitting import is_small


def typed_on(desk: Desk, card: Card) -> Card:
    """The card, unless Teams would not take it; a page takes any, and nobody has another in hand there."""
    return card if desk.place is Place.PAGE or is_small(card) else IN_HAND
