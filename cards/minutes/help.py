"""How minutes are read, written and remarked on."""

from bot.domain.minutes.actions import OpenDissent, ShowMinutes
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="minutes", place=60, wish=Wish.AFTERWARDS, opens=ShowMinutes),
    HelpLine(name="dissent", place=105, wish=Wish.AFTERWARDS, opens=OpenDissent),
    HelpLine(name="remark", place=110, wish=Wish.AFTERWARDS),
    HelpLine(name="approve_minutes", place=30, wish=Wish.AFTERWARDS, audience=Audience.APPROVERS),
    HelpLine(name="record", place=40, wish=Wish.AFTERWARDS, audience=Audience.SECRETARIAT),
)
