"""What the notices about approval say when they leave: the shared request, reminders, and news to the secretariat."""

from bot.domain.approval import dispatch as rules
from bot.domain.approval import rules as approving
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.rules import missing as missing_from
from bot.domain.approval.seats import answerer, owes
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.approval.telling import stands
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.agenda.views import draft_of
from bot.usecases.approval.dispatch import sent_card_of, state_of
from bot.usecases.approval.reminders import is_circulated
from bot.usecases.approval.views import circulated, may_send_unapproved, request_of, round_of
from bot.usecases.desk import Desk
from cards.approval import cards, news
from cards.approval import dispatch as dispatch_cards
from cards.approval import reminders as reminder_cards
from cards.approval.replaced import replaced
from cards.approval.standing import Request
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
    """The request that everybody shares, calling those who owe an answer; replaced, the way to the newest version."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None:
        return Stale(say("stale.no_meeting"))
    agenda = await circulated(desk, meeting)
    newest = 0 if agenda.newest is None else agenda.newest.number
    version = notice.subject.get("version", current.version)
    if current.standpoint is Standpoint.SUPERSEDED or version != current.version:
        is_there = notice.activity is not None
        asked = version if isinstance(version, int) else current.version
        return replaced(meeting, version=asked, newest=newest) if is_there else Stale(say("approval.reason.superseded"))
    owing = missing_from(current) if await _is_waiting(desk, meeting, current) else ()
    called = {each: mention for each in owing if (mention := desk.mention(answerer(current, each))) is not None}
    return cards.request(await request_of(desk, None, meeting, current, agenda), mentions=called)


async def missing(desk: Desk, notice: Notice) -> Card | Stale:
    """To one who has not answered, and may answer here and now; what stands already says what became of it."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None or notice.recipient is None:
        return Stale(say("approval.reason.ended"))
    request = await request_of(desk, notice.recipient, meeting, current)
    is_owed = owes(current, notice.recipient)
    if not is_owed or not await _is_waiting(desk, meeting, current):
        return _settled(notice, request, _why_not_owed(current, notice.recipient, is_owed=is_owed))
    is_new, mention = bool(notice.subject.get("is_new")), desk.called(notice)
    is_late = current.deadline is not None and desk.now >= current.deadline
    return reminder_cards.missing(request, reader=notice.recipient, mention=mention, is_new=is_new, is_late=is_late)


async def overdue(desk: Desk, notice: Notice) -> Card | Stale:
    """To one of the secretariat: the deadline has passed, and who is missing; afterwards, what became of it."""
    meeting, current = await _about(desk, notice)
    if meeting is None or current is None:
        return Stale(say("approval.reason.ended"))
    request = await request_of(desk, notice.recipient, meeting, current)
    if not await _is_waiting(desk, meeting, current):
        return _settled(notice, request, say("approval.reason.ended"))
    return reminder_cards.overdue(request, mention=desk.called(notice))


async def answer(desk: Desk, notice: Notice) -> Card | Stale:
    """To somebody of the secretariat, what an approver answered or took back."""
    meeting, current = await _about(desk, notice)
    place = notice.subject.get("place")
    if meeting is None or current is None or not isinstance(place, int) or notice.recipient is None:
        return Stale(say("stale.no_meeting"))
    is_standing = stands(current, place)
    if not is_standing and notice.activity is None:
        return Stale(say("approval.reason.changed"))
    request = round_of(desk, notice.recipient, meeting, current)
    return news.answered(request, current.responses[place], stands=is_standing, mention=desk.called(notice))


async def complete(desk: Desk, notice: Notice) -> Card | Stale:
    """To somebody of the secretariat, that all have approved; what was remarked reaches them whatever came of it."""
    meeting, current = await _about(desk, notice)
    place = notice.subject.get("place")
    if meeting is None or current is None or not isinstance(place, int) or notice.recipient is None:
        return Stale(say("stale.no_meeting"))
    request = await request_of(desk, notice.recipient, meeting, current)
    is_ahead = request.sent_at is None and desk.now < meeting.starts
    may_send = is_ahead and current.standpoint in approving.APPROVED
    if not may_send and notice.activity is None and not current.responses[place].words:
        return Stale(say("approval.reason.changed"))
    return news.complete(request, may_send=may_send, mention=desk.called(notice))


async def agenda(desk: Desk, notice: Notice) -> Card | Stale:
    """The agenda as it was sent, or that it should have been."""
    is_sent = notice.kind == ApprovalNotice.AGENDA_SENT
    return await (agenda_sent(desk, notice) if is_sent else agenda_overdue(desk, notice))


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
    if agenda.sent is not None and notice.activity is not None:
        return dispatch_cards.no_longer_overdue(meeting)
    if agenda.sent is not None or hindrance is None or dispatch is None:
        return Stale(say("stale.sent"))
    is_unanswered = hindrance is rules.Obstacle.UNANSWERED
    if notice.subject.get("is_after") and notice.activity is None and not is_unanswered:
        return Stale(say("overdue.agenda.told"))
    missing = [desk.name_of(person) for person in approving.missing(approval)] if approval else []
    choice = approval if approval and may_send_unapproved(desk, notice.recipient, agenda, approval) else None
    late = dispatch_cards.Late(
        meeting=meeting, dispatch=dispatch, agenda=agenda, missing=missing, choice=choice, mention=desk.called(notice)
    )
    if choice is not None and is_unanswered and dispatch.day == desk.today:
        words = desk.forum.charter.agenda.dispatch_days_before.words
        return dispatch_cards.ask_to_send(late, words, holds=desk.forum.choice("if_unanswered") == "hold")
    return dispatch_cards.agenda_overdue(late, hindrance)


def _settled(notice: Notice, request: Request, reason: str) -> Card | Stale:
    """In place of a message that stands already, what became of its matter; one that has not left is of no use."""
    return Stale(reason) if notice.activity is None else reminder_cards.settled(request, reader=notice.recipient)


def _why_not_owed(current: ApprovalRound, person: str, *, is_owed: bool) -> str:
    if is_owed:
        return say("approval.reason.ended")
    is_stood_in = person in current.stand_ins and person in missing_from(current)
    return say("approval.reason.stood_in" if is_stood_in else "approval.reason.answered")


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
