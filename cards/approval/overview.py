"""What awaits answers: one line and one button for each request."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.approval.actions import ShowVersion
from bot.domain.approval.rules import silent
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import zone
from cards.approval.buttons import nudge_button
from cards.approval.cards import title_of
from cards.approval.cleared import NOBODY_ELSE, Cleared, Unasked, clearance_lines
from cards.approval.standing import until_words
from cards.kit.elements import Card, Json, button, buttons, card, group, heading, text
from cards.kit.fitting import Room
from cards.kit.words import keyed, medium_date, say

_ROOM = Room(text=200, links=0)
_STANDPOINTS = keyed(Standpoint, "approvals.standpoint")


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A request as a line among others."""

    forum_name: str
    meeting: Meeting
    approval: ApprovalRound
    cleared: Sequence[Cleared] = ()
    unasked: Unasked = NOBODY_ELSE
    may_nudge: bool = False


def overview(waiting: Sequence[Awaiting]) -> Card:
    """Each request with the way to its version, where it can be answered."""
    title = say("approvals.title")
    told = say("approvals.some", antal=len(waiting)) if waiting else say("approvals.none")
    elsewhere = None if waiting else text(say("approvals.elsewhere"), subtle=True)
    return card(heading(title), text(told), elsewhere, *map(_line, waiting), speak=f"{title}. {told}")


def _line(each: Awaiting) -> Json:
    approval = each.approval
    asked = len(approval.approvers)
    opened = ShowVersion(forum=approval.forum, meeting=approval.meeting, version=approval.version)
    deadline = approval.deadline or each.meeting.starts
    return group(
        text(f"{title_of(approval)}: {each.forum_name}, {medium_date(each.meeting.day)}", bold=True),
        text(say("approval.card.progress", svar=asked - len(silent(approval)), antal=asked)),
        text(say("approvals.until", frist=until_words(deadline, zone(each.meeting))), subtle=True),
        text(say(_STANDPOINTS[approval.standpoint]), subtle=True),
        clearance_lines(each.cleared, each.unasked, _ROOM),
        buttons(button(say("approval.btn.open"), opened), nudge_button(approval) if each.may_nudge else None),
        divided=True,
    )
