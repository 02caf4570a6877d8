"""How an agenda is sent for approval, answered and sent out."""

from bot.domain.approval.actions import ShowApprovals, ShowClearance
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="approvals", place=40, wish=Wish.ANSWERS, opens=ShowApprovals),
    HelpLine(name="clearance", place=45, wish=Wish.ANSWERS, opens=ShowClearance),
    HelpLine(name="clear", place=46, wish=Wish.ANSWERS),
    HelpLine(name="respond", place=10, wish=Wish.ANSWERS, audience=Audience.APPROVERS),
    HelpLine(name="consult", place=20, wish=Wish.ANSWERS, audience=Audience.APPROVERS),
    HelpLine(name="circulate", place=30, wish=Wish.ANSWERS, audience=Audience.SECRETARIAT),
    HelpLine(name="copy", place=31, wish=Wish.ANSWERS, audience=Audience.SECRETARIAT),
)
