"""The secretariat's way to those who owe an answer."""

from bot.domain.approval.state import ApprovalRound
from bot.domain.reach.actions import ShowNudge
from cards.kit.elements import Json, button
from cards.kit.words import say


def nudge_button(approval: ApprovalRound) -> Json:
    """It shows whom it would remind before anybody is."""
    return button(say("approval.btn.nudge"), ShowNudge(forum=approval.forum, meeting=approval.meeting))
