"""The agenda leaves once: at 8.00 on its day, late as soon as it may, or when the secretariat says so."""

from bot.domain.agenda.left_out import Why, left_out
from bot.domain.agenda.state import Agenda
from bot.domain.approval import dispatch as rules
from bot.domain.approval import rules as approving
from bot.domain.approval.actions import SendAgenda, SendUnapproved
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.usecases import composition, made_public
from bot.usecases.agenda.views import agenda_card, draft_of, sent_card
from bot.usecases.approval import asking, copying, reminders
from bot.usecases.approval.views import in_question, is_charters_day, leaves_at, moment_of, request_of
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import require_secretariat
from bot.usecases.telling import tell_left_out
from bot.usecases.telling_back import tell_missed
from bot.usecases.witness import tell_with
from cards.approval import cards as approval_cards
from cards.approval.dispatch import left
from cards.approval.standing import unapproved_words
from cards.kit.elements import Card
from cards.kit.words import say
from storage import agenda as agendas
from storage import approval as approvals
from storage import proposals
from storage.outbox import notices


async def send_due(desk: WritingDesk, meeting: Meeting, *, late: bool = False) -> bool:
    """Send the agenda if its time has come and nothing keeps it back; whether it was sent.

    `late`: somebody's answer has just removed the last obstacle, so it need not wait for opening hours.
    """
    agenda, mode, approval = await state_of(desk, meeting)
    is_here = agenda.sent_version is None and _is_time(desk, meeting, late=late)
    if not is_here or rules.obstacle(agenda, mode, approval) is not None:
        return False
    await _send(desk, None, meeting, agenda, mode, approval)
    return True


async def is_due(desk: Desk, meeting: Meeting) -> bool:
    """Whether `send_due` would send it now."""
    if not _is_time(desk, meeting, late=False):  # mostly, and then nothing need be read
        return False
    agenda, mode, approval = await state_of(desk, meeting)
    return agenda.sent_version is None and rules.obstacle(agenda, mode, approval) is None


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan to say on the day of dispatch that the agenda is still here; said only if it is.

    Where the secretariat is asked that morning what is to become of it, it is said once more if nobody decided.
    """
    moment = moment_of(desk, meeting)
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    is_sent = agenda is not None and agenda.sent_version is not None
    if moment is None or is_sent or desk.now >= meeting.starts:
        return
    await desk.remind_secretariat(ApprovalNotice.AGENDA_OVERDUE, at=moment, meeting=meeting.id)
    after = desk.calendar.opens(desk.calendar.working_day_after(moment.date()), desk.forum.timezone)
    if _may_be_asked(desk) and after < meeting.starts:
        about = (ApprovalNotice.AGENDA_OVERDUE, "after")
        await desk.remind_secretariat(*about, at=after, meeting=meeting.id, is_after=True)


async def send_unapproved(desk: WritingDesk, actor: str, action: SendUnapproved) -> Card:
    """The secretariat's logged choice to send without the missing answers: at its time, or at once after it."""
    require_secretariat(desk, actor)
    meeting, approval = await in_question(desk, action.meeting)
    if action.version not in (None, approval.version):
        raise Refusal("stale")
    agenda = await draft_of(desk, meeting)
    if agenda.sent is not None:
        return await sent_card_of(desk, actor, meeting, agenda, approval)
    _check_ahead(desk, meeting)
    if_unanswered, is_the_day = settings.if_unanswered(desk.forum), is_charters_day(desk, meeting.id)
    chosen = approving.send_unapproved(approval, now=desk.now, if_unanswered=if_unanswered, is_the_day=is_the_day)
    if chosen != approval:
        await approvals.put(desk.conn, chosen)
        lacking = approving.missing(chosen)
        await desk.log(actor, "agenda.send_unapproved", meeting=meeting.id, version=chosen.version, missing=lacking)
        await reminders.forget(desk, meeting, say("approval.reason.ended"))
        await reminders.tell(desk, chosen)
    if leaves_at(desk, meeting) is None:
        without = [desk.name_of(person) for person in approving.missing(chosen)]
        return left(meeting, await _leave(desk, actor, meeting), without=without)
    asked = await request_of(desk, actor, meeting, chosen)
    return approval_cards.request(asked, above=[unapproved_words(asked)])


async def send_now(desk: WritingDesk, actor: str, action: SendAgenda) -> Card:
    """Send the agenda where nothing keeps it back, also before its day; sent already, the same card again."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda, mode, approval = await state_of(desk, meeting)
    meant = agenda.sent or agenda.newest
    if action.version not in (None, 0 if meant is None else meant.number):
        raise Refusal("stale")
    if agenda.sent is not None:
        return await sent_card_of(desk, actor, meeting, agenda, approval)
    _check_ahead(desk, meeting)
    if not rules.is_heard(mode, approval, desk.now):
        raise Refusal("still_answering")
    return left(meeting, await _leave(desk, actor, meeting))


async def as_refused(desk: Desk, actor: str, action: SendUnapproved | SendAgenda) -> Card:
    """The agenda, or the request about it, as it stands now."""
    meeting = desk.meeting(action.meeting)
    agenda, _, approval = await state_of(desk, meeting)
    if approval is None or agenda.sent is not None:
        return await agenda_card(desk, actor, meeting)
    asked = await request_of(desk, actor, meeting, approval, again=bool(action.words))
    return approval_cards.request(asked, typed="" if desk.is_overheard else action.words)


async def state_of(desk: Desk, meeting: Meeting) -> tuple[Agenda, Mode, ApprovalRound | None]:
    """The meeting's agenda, how it is approved, and the newest round of that."""
    agenda = await draft_of(desk, meeting)
    return agenda, settings.approval_mode(desk.forum), await approvals.newest(desk.conn, desk.forum.id, meeting.id)


async def sent_card_of(
    desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, approval: ApprovalRound | None
) -> Card:
    """The agenda that was sent, with whose answers were missing."""
    is_unapproved = approval is not None and approval.standpoint is Standpoint.SENT_UNAPPROVED
    lacking = approving.missing(approval) if approval is not None and is_unapproved else ()
    without = tuple(desk.name_of(person) for person in lacking)
    return await sent_card(desk, actor, meeting, agenda, without=without)


def _may_be_asked(desk: Desk) -> bool:
    """Whether the secretariat can be asked to send it without the answers that are missing."""
    is_free = settings.if_unanswered(desk.forum) == "secretariat_may_send"
    return settings.approval_mode(desk.forum) is Mode.APPROVE and (is_free or settings.asks_on_the_day(desk.forum))


def _check_ahead(desk: Desk, meeting: Meeting) -> None:
    if desk.now >= meeting.starts:
        raise Refusal("meeting_begun")


def _is_time(desk: Desk, meeting: Meeting, *, late: bool) -> bool:
    if not desk.forum.is_in_force(desk.today):
        return False
    moment = moment_of(desk, meeting)
    if moment is None or not moment <= desk.now < meeting.starts:
        return False
    return late or desk.calendar.is_open(desk.now)


async def _leave(desk: WritingDesk, actor: str, meeting: Meeting) -> Agenda:
    """Send because somebody asks for it; a Refusal tells what keeps it back."""
    agenda, mode, approval = await state_of(desk, meeting)
    hindrance = rules.obstacle(agenda, mode, approval)
    if hindrance is not None:
        lacking = () if approval is None else approving.missing(approval)
        raise Refusal(f"obstacle.{hindrance.value}", mangler=[desk.name_of(person) for person in lacking])
    return await _send(desk, actor, meeting, agenda, mode, approval)


async def _send(
    desk: WritingDesk, actor: str | None, meeting: Meeting, agenda: Agenda, mode: Mode, approval: ApprovalRound | None
) -> Agenda:
    gone = rules.leave(agenda, mode, at=desk.now)
    await agendas.put(desk.conn, gone)
    if approval is not None:
        await approvals.put(desk.conn, approving.dispatched(approval))
    entry = await desk.log(actor, "agenda.sent", meeting=meeting.id, version=gone.sent_version)
    await notices.cancel(desk.conn, desk.forum.id, meeting.id, ApprovalNotice.AGENDA_OVERDUE, reason=say("stale.sent"))
    await asking.close(desk, meeting)
    await reminders.forget(desk, meeting, say("stale.sent"))  # after it, since it changes what stands already
    await tell_with(desk, ApprovalNotice.AGENDA_SENT, entry, meeting.id)
    await composition.agenda_left(desk, meeting)
    await _tell_left_out(desk, gone)
    await copying.follow(desk, meeting, gone.sent_version)
    if approval is not None:
        await reminders.tell(desk, approval)
    await made_public.follow(desk, meeting)
    return gone


async def _tell_left_out(desk: WritingDesk, gone: Agenda) -> None:
    """What was accepted too late for what was sent did not come with it, and is said so where it stood as accepted."""
    if gone.sent is None:
        return
    meant = await proposals.for_meeting(desk.conn, desk.forum.id, gone.meeting)
    for each in left_out(gone, gone.sent, meant):
        if each.proposal is not None and each.why is Why.TOO_LATE:
            await tell_left_out(desk, each.proposal)
            await tell_missed(desk, each.proposal)
