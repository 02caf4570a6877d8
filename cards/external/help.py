"""How one prepares for other bodies' meetings, and answers about their items."""

from bot.domain.external.actions import ShowExternals
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="externals", place=68, wish=Wish.OTHERS, opens=ShowExternals),
    HelpLine(name="external_input", place=107, wish=Wish.OTHERS),
    HelpLine(name="external_secretariat", place=52, wish=Wish.OTHERS, audience=Audience.SECRETARIAT),
)
