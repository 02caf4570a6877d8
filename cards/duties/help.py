"""How one sees what is owed, takes it, and says that it is done."""

from bot.domain.duties.actions import ShowDuties
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="duties", place=65, opens=ShowDuties),
    HelpLine(name="duty", place=105),
    HelpLine(name="registers", place=106),
    HelpLine(name="duties_secretariat", place=50, audience=Audience.SECRETARIAT),
)
