"""How one sees what was made public, and makes it so."""

from bot.domain.publication.actions import ShowPublication
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="publication", place=64, wish=Wish.AFTERWARDS, opens=ShowPublication),
    HelpLine(name="publication_secretariat", place=49, wish=Wish.AFTERWARDS, audience=Audience.SECRETARIAT),
)
