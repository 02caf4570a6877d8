"""How one sees and edits the agenda."""

from bot.domain.agenda.actions import ShowAgenda
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="agenda", place=20, opens=ShowAgenda),
    HelpLine(name="edit", place=20, audience=Audience.SECRETARIAT),
)
