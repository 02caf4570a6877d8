"""How one gets papers as files."""

from bot.domain.documents.actions import ShowDocuments
from cards.kit.help import HelpLine, Wish

HELP = (HelpLine(name="documents", place=62, wish=Wish.AFTERWARDS, opens=ShowDocuments),)
