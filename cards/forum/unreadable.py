"""A forum cannot be read: the line that the command line prints, and the card for those who run the bot."""

from collections.abc import Mapping

from bot.domain.kernel.unreadable import Part, Unreadable
from cards.kit.elements import Card, card, heading, text
from cards.kit.words import keyed, say

_PARTS: Mapping[Part, str] = keyed(Part, "unreadable.part")


def line(broken: Unreadable) -> str:
    """Which forum, where the fault lies, and how it is mended."""
    return say("unreadable.line", forum=broken.forum, hvor=say(_PARTS[broken.part]))


def told(broken: Unreadable, name: str) -> Card:
    """What an admin is told in person."""
    words = say("unreadable.body", navn=name, forum=broken.forum, hvor=say(_PARTS[broken.part]))
    return card(heading(say("unreadable.title")), text(words), text(say("unreadable.mend")), speak=words)
