"""How one sees the shared funds, disposes of them, and tells what a council said."""

from bot.domain.funds.actions import ShowFunds
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="funds", place=66, wish=Wish.MONEY, opens=ShowFunds),
    HelpLine(name="disposing", place=107, wish=Wish.MONEY),
    HelpLine(name="councils", place=108, wish=Wish.MONEY),
    HelpLine(name="funds_secretariat", place=51, wish=Wish.MONEY, audience=Audience.SECRETARIAT),
)
