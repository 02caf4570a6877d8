"""How one sees the shared funds, disposes of them, and tells what a council said."""

from bot.domain.funds.actions import ShowFunds
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="funds", place=66, opens=ShowFunds),
    HelpLine(name="disposing", place=107),
    HelpLine(name="councils", place=108),
    HelpLine(name="funds_secretariat", place=51, audience=Audience.SECRETARIAT),
)
