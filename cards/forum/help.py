"""How one finds one's way in a forum."""

from bot.domain.forum.actions import ShowAbout, ShowContact, ShowHelp
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="about", place=75, opens=ShowAbout),
    HelpLine(name="words", place=76),
    HelpLine(name="choices", place=77),
    HelpLine(name="succession", place=78),
    HelpLine(name="contact", place=80, opens=ShowContact),
    HelpLine(name="help", place=90, opens=ShowHelp),
    HelpLine(name="change_choice", place=94, audience=Audience.SECRETARIAT),
    HelpLine(name="tie", place=95, audience=Audience.SECRETARIAT),
)
