"""How minutes are read, written and remarked on."""

from bot.domain.minutes.actions import ShowMinutes
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="minutes", place=60, opens=ShowMinutes),
    HelpLine(name="remark", place=110),
    HelpLine(name="approve_minutes", place=30, audience=Audience.APPROVERS),
    HelpLine(name="record", place=40, audience=Audience.SECRETARIAT),
)
