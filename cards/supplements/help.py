"""How one goes on with an agenda that was sent."""

from bot.domain.supplements.actions import OpenSupplement, ShowVersions
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="versions", place=25, wish=Wish.AGENDA, opens=ShowVersions),
    HelpLine(name="supplement", place=26, wish=Wish.AGENDA, audience=Audience.SECRETARIAT, opens=OpenSupplement),
    HelpLine(name="supplement_item", place=27, wish=Wish.AGENDA, audience=Audience.SECRETARIAT),
    HelpLine(name="supplement_answer", place=28, wish=Wish.ANSWERS, audience=Audience.APPROVERS),
)
