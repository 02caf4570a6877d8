"""What the notices about approval say when they leave: the shared request, and reminders of missing answers."""

from bot.domain.approval import ApprovalRound, Standpoint
from bot.domain.approving import missing as missing_from
from bot.domain.meeting import Meeting
from bot.domain.notice import Notice, Stale
from bot.usecases.approval_view import request_of
from bot.usecases.desk import Desk
from cards import approval as cards
from cards import approval_reminders as reminder_cards
from cards.elements import Card
from cards.words import say
from storage import agendas, approvals


async def approval(desk: Desk, notice: Notice) -> Card | Stale:
    """The request that everybody shares, calling the approvers by name."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None:
        return Stale(say("stale.no_meeting"))
    called = {person: mention for person in current.approvers if (mention := desk.mention(person)) is not None}
    return cards.request(await request_of(desk, None, meeting, current), mentions=called)


async def missing(desk: Desk, notice: Notice) -> Card | Stale:
    """To one who has not answered, and may answer here and now."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None or not await _is_waiting(desk, meeting, current):
        return Stale(say("approval.reason.ended"))
    if notice.recipient is None or notice.recipient not in missing_from(current):
        return Stale(say("approval.reason.answered"))
    request = await request_of(desk, notice.recipient, meeting, current)
    return reminder_cards.missing(request, mention=desk.mention(notice.recipient))


async def overdue(desk: Desk, notice: Notice) -> Card | Stale:
    """To the channel, that the deadline has passed and who is missing."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None or not await _is_waiting(desk, meeting, current):
        return Stale(say("approval.reason.ended"))
    return reminder_cards.overdue(await request_of(desk, None, meeting, current))


async def _about(desk: Desk, notice: Notice) -> tuple[Meeting | None, ApprovalRound | None]:
    meeting = desk.forum.meeting(notice.meeting or "")
    number = notice.subject.get("round")
    if meeting is None or not isinstance(number, int):
        return meeting, None
    return meeting, await approvals.get(desk.conn, desk.forum.id, meeting.id, number)


async def _is_waiting(desk: Desk, meeting: Meeting, current: ApprovalRound) -> bool:
    """Whether answers are still wanted: the round is open, the agenda not sent, the meeting ahead."""
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    is_sent = agenda is not None and agenda.sent_version is not None
    return current.standpoint is Standpoint.OPEN and not is_sent and desk.now < meeting.starts
