"""How one gets to see what a channel may not show."""

from cards.kit.help import HelpLine

HELP = (HelpLine(name="page", place=85),)
