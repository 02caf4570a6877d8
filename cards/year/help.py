"""How one sees the year."""

from bot.domain.year.actions import ShowStatus, ShowYear
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="year", place=35, opens=ShowYear),
    HelpLine(name="status", place=36, opens=ShowStatus),
    HelpLine(name="hosts", place=112),
    HelpLine(name="approve_status", place=40, audience=Audience.APPROVERS),
    HelpLine(name="evaluate", place=97, audience=Audience.SECRETARIAT),
    HelpLine(name="status_secretariat", place=96, audience=Audience.SECRETARIAT),
)
