"""How one suggests another wording of minutes, and how the secretariat answers."""

from bot.domain.wording.actions import ShowSuggestions
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="wordings", place=111, wish=Wish.AFTERWARDS, opens=ShowSuggestions),
    HelpLine(name="wordings_secretariat", place=45, wish=Wish.AFTERWARDS, audience=Audience.SECRETARIAT),
)
