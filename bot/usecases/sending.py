"""The agenda leaves once: at 8.00 on its day, late as soon as it may, or when the secretariat says so."""

from datetime import datetime

from bot.domain import actions as do
from bot.domain import approving, dispatching, settings
from bot.domain.agenda import Agenda
from bot.domain.approval import ApprovalRound, Mode, Standpoint
from bot.domain.meeting import Meeting
from bot.domain.notice import Notice, NoticeKind, Stale
from bot.domain.refusal import Refusal
from bot.usecases import approval_reminders
from bot.usecases.approval_view import in_question, leaves_at, may_send_unapproved, request_of
from bot.usecases.desk import Desk
from bot.usecases.drafts import agenda_card, draft_of, sent_card
from bot.usecases.sight import require_secretariat
from cards import approval as approval_cards
from cards import dispatch as cards
from cards.approval_standing import unapproved_words
from cards.elements import Card
from cards.words import say
from storage import agendas, approvals, notices


async def send_due(desk: Desk, meeting: Meeting, *, late: bool = False) -> bool:
    """Send the agenda if its time has come and nothing keeps it back; whether it was sent.

    `late`: somebody's answer has just removed the last obstacle, so it need not wait for opening hours.
    """
    agenda, mode, approval = await _state(desk, meeting)
    if not _is_time(desk, meeting, agenda, late=late) or dispatching.obstacle(agenda, mode, approval) is not None:
        return False
    await _send(desk, None, meeting, agenda, mode, approval)
    return True


async def is_due(desk: Desk, meeting: Meeting) -> bool:
    """Whether `send_due` would send it now."""
    agenda, mode, approval = await _state(desk, meeting)
    is_time = _is_time(desk, meeting, agenda, late=False)
    return is_time and dispatching.obstacle(agenda, mode, approval) is None


async def plan(desk: Desk, meeting: Meeting) -> None:
    """Plan to say on the day of dispatch that the agenda is still here; said only if it is."""
    moment = _moment(desk, meeting)
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    is_sent = agenda is not None and agenda.sent_version is not None
    if moment is not None and not is_sent and desk.now < meeting.starts:
        await desk.remind(NoticeKind.AGENDA_OVERDUE, at=moment, meeting=meeting.id)


async def send_unapproved(desk: Desk, actor: str, action: do.SendUnapproved) -> Card:
    """The secretariat's logged choice to send without the missing answers: at its time, or at once after it."""
    require_secretariat(desk, actor)
    meeting, approval = await in_question(desk, action.meeting)
    if action.version not in (None, approval.version):
        raise Refusal("stale")
    agenda = await draft_of(desk, meeting)
    if agenda.sent is not None:
        return await _sent(desk, actor, meeting, agenda, approval)
    _check_ahead(desk, meeting)
    if_unanswered = settings.if_unanswered(desk.forum)
    chosen = approving.send_unapproved(approval, now=desk.now, if_unanswered=if_unanswered)
    if chosen != approval:
        await approvals.put(desk.conn, chosen)
        lacking = approving.missing(chosen)
        await desk.log(actor, "agenda.send_unapproved", meeting=meeting.id, version=chosen.version, missing=lacking)
        await approval_reminders.forget(desk, meeting, say("approval.reason.ended"))
        await desk.tell(NoticeKind.APPROVAL, chosen.number, meeting=meeting.id, round=chosen.number)
    if leaves_at(desk, meeting) is None:
        return await _sent(desk, actor, meeting, await _leave(desk, actor, meeting), chosen)
    asked = await request_of(desk, actor, meeting, chosen)
    return approval_cards.request(asked, above=[unapproved_words(asked)])


async def send_now(desk: Desk, actor: str, action: do.SendAgenda) -> Card:
    """Send the agenda where nobody settled a day for it; sent already, the same card again."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda, _, approval = await _state(desk, meeting)
    if agenda.sent is not None:
        return await _sent(desk, actor, meeting, agenda, approval)
    _check_ahead(desk, meeting)
    newest = 0 if agenda.newest is None else agenda.newest.number
    if action.version not in (None, newest):
        raise Refusal("stale")
    dispatch = desk.timetable(meeting).dispatch
    if dispatch is not None:
        raise Refusal("has_dispatch_day", dag=dispatch.day)
    return await _sent(desk, actor, meeting, await _leave(desk, actor, meeting), approval)


async def agenda_sent(desk: Desk, notice: Notice) -> Card | Stale:
    """The agenda as it was sent, for the channel."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    agenda, _, approval = await _state(desk, meeting)
    if agenda.sent is None:
        return Stale(say("stale.not_sent"))
    return await _sent(desk, None, meeting, agenda, approval)


async def agenda_overdue(desk: Desk, notice: Notice) -> Card | Stale:
    """That the agenda should have left by now, and what keeps it back."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if desk.now >= meeting.starts:
        return Stale(say("stale.meeting_begun"))
    agenda, mode, approval = await _state(desk, meeting)
    hindrance = dispatching.obstacle(agenda, mode, approval)
    dispatch = desk.timetable(meeting).dispatch
    if agenda.sent is not None or hindrance is None or dispatch is None:
        return Stale(say("stale.sent"))
    return cards.agenda_overdue(
        meeting,
        dispatch,
        hindrance,
        missing=[desk.name_of(person) for person in approving.missing(approval)] if approval else [],
        choice=approval if approval and may_send_unapproved(desk, None, agenda, approval) else None,
    )


async def again(desk: Desk, actor: str, action: do.SendUnapproved | do.SendAgenda) -> Card | None:
    """The agenda, or the request about it, as it stands now."""
    meeting = desk.meeting(action.meeting)
    agenda, _, approval = await _state(desk, meeting)
    if approval is None or agenda.sent is not None:
        return await agenda_card(desk, actor, meeting)
    return approval_cards.request(await request_of(desk, actor, meeting, approval))


async def _state(desk: Desk, meeting: Meeting) -> tuple[Agenda, Mode, ApprovalRound | None]:
    agenda = await draft_of(desk, meeting)
    return agenda, settings.approval_mode(desk.forum), await approvals.newest(desk.conn, desk.forum.id, meeting.id)


def _check_ahead(desk: Desk, meeting: Meeting) -> None:
    if desk.now >= meeting.starts:
        raise Refusal("meeting_begun")


def _is_time(desk: Desk, meeting: Meeting, agenda: Agenda, *, late: bool) -> bool:
    moment = _moment(desk, meeting)
    if agenda.sent_version is not None or moment is None or not moment <= desk.now < meeting.starts:
        return False
    return late or desk.calendar.is_open(desk.now)


async def _leave(desk: Desk, actor: str, meeting: Meeting) -> Agenda:
    """Send because somebody asks for it; a Refusal tells what keeps it back."""
    agenda, mode, approval = await _state(desk, meeting)
    hindrance = dispatching.obstacle(agenda, mode, approval)
    if hindrance is not None:
        raise Refusal(f"obstacle.{hindrance.value}")
    return await _send(desk, actor, meeting, agenda, mode, approval)


async def _send(
    desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, mode: Mode, approval: ApprovalRound | None
) -> Agenda:
    gone = dispatching.leave(agenda, mode, at=desk.now)
    await agendas.put(desk.conn, gone)
    await desk.log(actor, "agenda.sent", meeting=meeting.id, version=gone.sent_version)
    await approval_reminders.forget(desk, meeting, say("stale.sent"))
    await notices.cancel(desk.conn, desk.forum.id, meeting.id, NoticeKind.AGENDA_OVERDUE, reason=say("stale.sent"))
    await desk.tell(NoticeKind.AGENDA_SENT, meeting=meeting.id)
    if approval is not None:
        await _close(desk, approval)
    return gone


async def _close(desk: Desk, approval: ApprovalRound) -> None:
    """The shared request shows that its agenda has left."""
    await approvals.put(desk.conn, approving.dispatched(approval))
    await desk.tell(NoticeKind.APPROVAL, approval.number, meeting=approval.meeting, round=approval.number)


async def _sent(
    desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, approval: ApprovalRound | None
) -> Card:
    is_unapproved = approval is not None and approval.standpoint is Standpoint.SENT_UNAPPROVED
    lacking = approving.missing(approval) if approval is not None and is_unapproved else ()
    without = tuple(desk.name_of(person) for person in lacking)
    return await sent_card(desk, actor, meeting, agenda, without=without)


def _moment(desk: Desk, meeting: Meeting) -> datetime | None:
    return dispatching.dispatch_moment(desk.timetable(meeting), desk.calendar, desk.forum.timezone)
