"""How one finds what was resolved."""

from bot.domain.resolutions.actions import ShowResolutions
from cards.kit.help import HelpLine, Wish

HELP = (HelpLine(name="resolutions", place=61, wish=Wish.AFTERWARDS, opens=ShowResolutions),)
