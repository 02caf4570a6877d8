"""How one sees what is owed, takes it, and says that it is done."""

from bot.domain.duties.actions import ShowDuties
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="duties", place=65, wish=Wish.AFTERWARDS, opens=ShowDuties),
    HelpLine(name="duty", place=105, wish=Wish.AFTERWARDS),
    HelpLine(name="registers", place=106, wish=Wish.AFTERWARDS),
    HelpLine(name="duties_secretariat", place=50, wish=Wish.AFTERWARDS, audience=Audience.SECRETARIAT),
)
