"""How one asks how things stand."""

from bot.domain.standing.actions import ShowStanding
from cards.kit.help import HelpLine, Wish

HELP = (HelpLine(name="standing", place=12, wish=Wish.MEETINGS, opens=ShowStanding),)
