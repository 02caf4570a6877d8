"""How the secretariat says what everything is filed on, and sees what is not filed."""

from bot.domain.filing.actions import ShowFiling
from cards.kit.help import Audience, HelpLine, Wish

HELP = (HelpLine(name="filing", place=46, wish=Wish.AFTERWARDS, audience=Audience.SECRETARIAT, opens=ShowFiling),)
