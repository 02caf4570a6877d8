"""How one sees and edits the agenda."""

from bot.domain.agenda.actions import ShowAgenda
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="agenda", place=20, wish=Wish.AGENDA, opens=ShowAgenda),
    HelpLine(name="edit", place=20, wish=Wish.AGENDA, audience=Audience.SECRETARIAT),
)
