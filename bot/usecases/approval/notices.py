"""What the notices about approval say when they leave: the shared request, and reminders of missing answers."""

from bot.domain.approval import dispatch as rules
from bot.domain.approval import rules as approving
from bot.domain.approval.rules import missing as missing_from
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.agenda.views import draft_of
from bot.usecases.approval.dispatch import sent_card_of, state_of
from bot.usecases.approval.reminders import is_circulated
from bot.usecases.approval.views import may_send_unapproved, request_of
from bot.usecases.desk import Desk
from cards.approval import cards
from cards.approval import dispatch as dispatch_cards
from cards.approval import reminders as reminder_cards
from cards.kit.elements import Card
from cards.kit.words import say
from storage import agenda as agendas
from storage import approval as approvals


async def draft_due(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of the secretariat: the draft is to be sent to those who approve it."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    due, mode = desk.timetable(meeting).draft, settings.approval_mode(desk.forum)
    if due is None or mode is Mode.NONE:
        return Stale(say("stale.no_deadline"))
    if desk.today > due.day:
        return Stale(say("stale.deadline_passed"))
    if await is_circulated(desk, meeting):
        return Stale(say("approval.reason.circulated"))
    agenda = await draft_of(desk, meeting)
    return reminder_cards.draft_due(meeting, due, agenda, mode, mention=desk.called(notice))


async def request(desk: Desk, notice: Notice) -> Card | Stale:
    """The request that everybody shares, calling by name those who have not answered."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None:
        return Stale(say("stale.no_meeting"))
    owing = missing_from(current)
    called = {person: mention for person in owing if (mention := desk.mention(person)) is not None}
    return cards.request(await request_of(desk, None, meeting, current), mentions=called)


async def missing(desk: Desk, notice: Notice) -> Card | Stale:
    """To one who has not answered, and may answer here and now."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None or not await _is_waiting(desk, meeting, current):
        return Stale(say("approval.reason.ended"))
    if notice.recipient is None or notice.recipient not in missing_from(current):
        return Stale(say("approval.reason.answered"))
    request = await request_of(desk, notice.recipient, meeting, current)
    return reminder_cards.missing(request, mention=desk.called(notice))


async def overdue(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of the secretariat: the deadline has passed, and who is missing."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None or not await _is_waiting(desk, meeting, current):
        return Stale(say("approval.reason.ended"))
    asked = await request_of(desk, notice.recipient, meeting, current)
    return reminder_cards.overdue(asked, mention=desk.called(notice))


async def agenda_sent(desk: Desk, notice: Notice) -> Card | Stale:
    """The agenda as it was sent, for the channel."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    agenda, _, approval = await state_of(desk, meeting)
    if agenda.sent is None:
        return Stale(say("stale.not_sent"))
    return await sent_card_of(desk, None, meeting, agenda, approval)


async def agenda_overdue(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of the secretariat: the agenda should leave today, what keeps it back, and what they can do about it."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if desk.now >= meeting.starts:
        return Stale(say("stale.meeting_begun"))
    agenda, mode, approval = await state_of(desk, meeting)
    hindrance = rules.obstacle(agenda, mode, approval)
    dispatch = desk.timetable(meeting).dispatch
    if agenda.sent is not None or hindrance is None or dispatch is None:
        return Stale(say("stale.sent"))
    return dispatch_cards.agenda_overdue(
        meeting,
        dispatch,
        hindrance,
        agenda=agenda,
        missing=[desk.name_of(person) for person in approving.missing(approval)] if approval else [],
        choice=approval if approval and may_send_unapproved(desk, notice.recipient, agenda, approval) else None,
        mention=desk.called(notice),
    )


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
