"""How one sees the year."""

from bot.domain.year.actions import ShowStatus, ShowYear
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="year", place=35, wish=Wish.MEETINGS, opens=ShowYear),
    HelpLine(name="status", place=36, wish=Wish.AFTERWARDS, opens=ShowStatus),
    HelpLine(name="hosts", place=112, wish=Wish.MEETINGS),
    HelpLine(name="approve_status", place=40, wish=Wish.AFTERWARDS, audience=Audience.APPROVERS),
    HelpLine(name="evaluate", place=97, wish=Wish.AGENDA, audience=Audience.SECRETARIAT),
    HelpLine(name="status_secretariat", place=96, wish=Wish.AFTERWARDS, audience=Audience.SECRETARIAT),
)
