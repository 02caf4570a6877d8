"""How one finds one's way in a forum."""

from bot.domain.forum.actions import ShowContact, ShowHelp
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="contact", place=80, opens=ShowContact),
    HelpLine(name="help", place=90, opens=ShowHelp),
    HelpLine(name="tie", place=95, audience=Audience.SECRETARIAT),
)
