"""How one sees who takes part, and says who does."""

from bot.domain.composition.actions import ShowComposition
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="composition", place=92, opens=ShowComposition),
    HelpLine(name="mandate", place=110, wish=Wish.MEETINGS),
    HelpLine(name="guests", place=111, wish=Wish.MEETINGS),
    HelpLine(name="doctors", place=60, wish=Wish.MEETINGS, audience=Audience.SECRETARIAT),
)
