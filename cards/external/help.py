"""How one prepares for other bodies' meetings, and answers about their items."""

from bot.domain.external.actions import ShowExternals
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="externals", place=68, opens=ShowExternals),
    HelpLine(name="external_input", place=107),
    HelpLine(name="external_secretariat", place=52, audience=Audience.SECRETARIAT),
)
