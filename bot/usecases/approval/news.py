"""What is said, as it leaves, of a round that the forum changed around."""

from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.agenda.views import draft_of
from bot.usecases.approval.accounts import account_changed
from bot.usecases.approval.steps import step_of
from bot.usecases.desk import Desk
from cards.approval import mending as cards
from cards.kit.elements import Card
from cards.kit.words import say


async def render(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of those who were asked, or to one of the secretariat; also of a meeting that is not held."""
    if notice.kind == ApprovalNotice.ACCOUNT:
        return await account_changed(desk, notice)
    meeting = desk.forum.meeting(notice.meeting or "") or desk.forum.cancelled_meeting(notice.meeting)
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if notice.kind == ApprovalNotice.MENDED:
        return await _to_secretariat(desk, notice, meeting)
    return cards.to_approver(meeting, step_of(notice.subject["step"]), mention=desk.called(notice))


async def _to_secretariat(desk: Desk, notice: Notice, meeting: Meeting) -> Card:
    facts = notice.subject["steps"]
    found = [step_of(each) for each in facts] if isinstance(facts, list) else []
    return cards.to_secretariat(
        desk.forum.name, meeting, found, desk.name_of, await draft_of(desk, meeting), mention=desk.called(notice)
    )
