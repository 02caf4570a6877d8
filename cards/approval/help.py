"""How an agenda is sent for approval, answered and sent out."""

from bot.domain.approval.actions import ShowApprovals, ShowClearance
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="approvals", place=40, opens=ShowApprovals),
    HelpLine(name="clearance", place=45, opens=ShowClearance),
    HelpLine(name="clear", place=46),
    HelpLine(name="respond", place=10, audience=Audience.APPROVERS),
    HelpLine(name="consult", place=20, audience=Audience.APPROVERS),
    HelpLine(name="circulate", place=30, audience=Audience.SECRETARIAT),
    HelpLine(name="copy", place=31, audience=Audience.SECRETARIAT),
)
