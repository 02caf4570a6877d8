"""Asking for approval: the secretariat freezes a version, the approvers answer, and every answer is kept."""

from dataclasses import replace
from datetime import datetime

from bot.domain import actions as do
from bot.domain import approving, drafting, settings
from bot.domain.agenda import Agenda
from bot.domain.approval import ApprovalRound, Mode, Response, Standpoint
from bot.domain.changes import changes
from bot.domain.danish import clean_text
from bot.domain.deadlines import ends
from bot.domain.dispatching import answer_deadline, dispatch_moment
from bot.domain.meeting import Meeting
from bot.domain.notice import NoticeKind
from bot.domain.refusal import Refusal
from bot.usecases import approval_reminders, sending
from bot.usecases.approval_view import answerable, in_question, request_of, rounds_ahead, version_of
from bot.usecases.coming import is_sent
from bot.usecases.desk import Desk
from bot.usecases.drafts import agenda_card, draft_of, host_of
from bot.usecases.sight import is_secretariat, require_seat, require_secretariat, seen_items
from cards import approval as cards
from cards.agenda_version import single, whole
from cards.approvals import Awaiting, overview
from cards.elements import Card
from cards.words import deadline_words, listing, say
from storage import agendas, approvals


async def circulate(desk: Desk, actor: str, action: do.Circulate) -> Card:
    """Freeze the draft's next version and ask for answers to it; unchanged and asked already, nothing new happens."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, action.revision)
    mode, approvers = _asked(desk, meeting)
    previous = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if previous is not None and _is_circulated(agenda, previous, mode, approvers):
        return await _card(desk, actor, meeting, previous, say("approval.circulated.already"))
    frozen = drafting.freeze(agenda, by=actor, at=desk.now)
    await agendas.put(desk.conn, frozen)
    current = _following(desk, meeting, frozen, previous, mode, approvers)
    if previous is not None and previous.number != current.number:
        await _supersede(desk, meeting, previous)
    await approvals.put(desk.conn, current)
    await desk.log(
        actor, "agenda.circulated", meeting=meeting.id, version=current.version, round=current.number, asked=approvers
    )
    await _tell(desk, current)
    await approval_reminders.plan(desk, meeting, current)
    return await _card(desk, actor, meeting, current, *_circulated(desk, meeting, current, previous))


async def respond(desk: Desk, actor: str, action: do.Respond) -> Card:
    """Keep an approver's answer; one that completes a late approval sends the agenda at once."""
    meeting, current = await in_question(desk, action.meeting)
    if actor not in current.approvers:
        raise Refusal("not_approver", godkendere=[desk.name_of(person) for person in current.approvers])
    agenda = await draft_of(desk, meeting)
    until, is_over = answerable(desk, meeting, agenda, current)
    given = Response(
        person=actor,
        verdict=action.verdict,
        words=clean_text(action.words, say("approval.field.remarks"), cards.LONGEST_WORDS, required=False),
        version=current.version if action.version is None else action.version,
        at=desk.now,
    )
    answered = approving.respond(current, given, until=until, is_over=is_over)
    if answered != current:
        await _keep(desk, meeting, answered, given)
    told = [cards.confirmed(answered, approving.answers(answered)[actor], desk.forum.timezone)]
    completes = answered.standpoint in approving.APPROVED and current.standpoint not in approving.APPROVED
    if completes and await sending.send_due(desk, meeting, late=True):
        told.append(say("agenda.done.sent"))
        agenda = await draft_of(desk, meeting)
    elif desk.now < until and answered.standpoint not in approving.ENDED:
        told.append(say("approval.change", frist=cards.until_words(until, desk.forum.timezone)))
    return cards.request(await request_of(desk, actor, meeting, answered, agenda), above=told)


async def show_version(desk: Desk, actor: str, action: do.ShowVersion) -> Card:
    """One frozen version (or one item of it) in full, with the answers that the person may give to it."""
    require_seat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    version = agenda.version(action.version)
    if version is None:
        raise Refusal("no_version", version=action.version)
    items = await seen_items(desk, actor, meeting, version.items)
    if action.position is not None:
        if not 1 <= action.position <= len(items):
            raise Refusal("no_item", punkt=action.position, antal=len(items))
        return single(action, meeting, items[action.position - 1], position=action.position)
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    asked = do.ShowVersion(forum=desk.forum.id, meeting=meeting.id, version=action.version)
    if current is None or current.version != action.version or actor not in current.approvers:
        return whole(asked, meeting, items, host=host_of(desk, meeting))
    request = await request_of(desk, actor, meeting, current)
    return whole(
        asked,
        meeting,
        items,
        host=host_of(desk, meeting),
        below=cards.answer_fields(request),
        actions=cards.answer_buttons(request),
    )


async def show_approvals(desk: Desk, actor: str, _action: do.ShowApprovals) -> Card:
    """What awaits the person; for the secretariat, how every request stands."""
    require_seat(desk, actor)
    ahead = [each async for each in rounds_ahead(desk) if is_secretariat(desk, actor) or _awaits(actor, each[1])]
    found = [each for each in ahead if not await is_sent(desk, each[0].id)]
    if len(found) == 1:
        return await _card(desk, actor, *found[0])
    return overview([Awaiting(desk.forum.name, meeting, current) for meeting, current in found])


async def again(desk: Desk, actor: str, action: do.Circulate | do.Respond) -> Card | None:
    """The request as it stands now, with the words that were typed; the agenda where nothing is asked."""
    if isinstance(action, do.Circulate):
        return await agenda_card(desk, actor, desk.meeting(action.meeting))
    meeting, current = await in_question(desk, action.meeting)
    typed = "" if desk.is_overheard else action.words[: cards.LONGEST_WORDS]
    return cards.request(await request_of(desk, actor, meeting, current), typed=typed)


def _awaits(person: str, current: ApprovalRound) -> bool:
    return person in approving.missing(current) and current.standpoint not in approving.ENDED


async def replan(desk: Desk, meeting: Meeting, *, is_moved: bool) -> None:
    """Plan the reminders of missing answers anew; where the meeting was moved, its new deadline holds for answers."""
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if current is None or current.standpoint in approving.ENDED or await is_sent(desk, meeting.id):
        return
    if is_moved:
        current = replace(current, deadline=_deadline(desk, meeting))
        await approvals.put(desk.conn, current)
        await _tell(desk, current)
    await approval_reminders.plan(desk, meeting, current)


def _asked(desk: Desk, meeting: Meeting) -> tuple[Mode, tuple[str, ...]]:
    """How and by whom the agenda is approved; a Refusal that names what is not settled."""
    mode = settings.approval_mode(desk.forum)
    if mode is Mode.NONE:
        dispatch = desk.timetable(meeting).dispatch
        if dispatch is None:
            raise Refusal("no_approval")
        raise Refusal("no_approval.day", dag=dispatch.day)
    if desk.now >= meeting.starts:
        raise Refusal("meeting_begun")
    approvers = settings.approvers(desk.forum, meeting)
    if not approvers:
        raise Refusal(f"no_approvers.{_nobody(desk)}", vaert=host_of(desk, meeting) or say("agenda.no_host"))
    return mode, approvers


def _nobody(desk: Desk) -> str:
    """Why nobody is asked: the circle is not settled, or it is and has nobody in it."""
    settled = (charter.approvers.value for charter in (desk.forum.charter, *desk.forum.overlays))
    who = desk.forum.choice("approvers") or next(filter(None, settled), None)
    return str(who) if who in ("chairmanship", "meeting_leader") else "unsettled"


def _is_circulated(agenda: Agenda, current: ApprovalRound, mode: Mode, approvers: tuple[str, ...]) -> bool:
    is_same = (current.mode, current.approvers) == (mode, approvers)
    return drafting.is_frozen(agenda) and is_same and current.standpoint is not Standpoint.RETURNED


def _following(
    desk: Desk,
    meeting: Meeting,
    frozen: Agenda,
    previous: ApprovalRound | None,
    mode: Mode,
    approvers: tuple[str, ...],
) -> ApprovalRound:
    """The round that the newest version is asked about in: the previous one going on, or a new one."""
    version = len(frozen.versions)
    if previous is not None:
        found = changes(version_of(frozen, previous.version).items, frozen.items)
        carried = approving.circulate_again(previous, version=version, changes=found, mode=mode, approvers=approvers)
        if carried is not None:
            return carried
    return ApprovalRound(
        number=1 if previous is None else previous.number + 1,
        forum=desk.forum.id,
        meeting=meeting.id,
        mode=mode,
        approvers=approvers,
        first_version=version,
        version=version,
        opened_at=desk.now,
        deadline=_deadline(desk, meeting),
    )


def _deadline(desk: Desk, meeting: Meeting) -> datetime:
    timetable, tz = desk.timetable(meeting), desk.forum.timezone
    dispatch = dispatch_moment(timetable, desk.calendar, tz)
    return answer_deadline(timetable, dispatch, meeting.starts, now=desk.now, tz=tz)


async def _supersede(desk: Desk, meeting: Meeting, previous: ApprovalRound) -> None:
    ended = approving.superseded(previous)
    await approvals.put(desk.conn, ended)
    await approval_reminders.forget(desk, meeting, say("approval.reason.superseded"))
    await _tell(desk, ended)


async def _keep(desk: Desk, meeting: Meeting, answered: ApprovalRound, given: Response) -> None:
    await approvals.answer(desk.conn, answered, given)
    await desk.log(
        given.person,
        "agenda.answered",
        meeting=meeting.id,
        round=answered.number,
        version=given.version,
        verdict=given.verdict.value,
        words=given.words,
        standpoint=answered.standpoint.value,
    )
    await approval_reminders.answered(desk, meeting, answered, given.person)
    await _tell(desk, answered)


async def _tell(desk: Desk, current: ApprovalRound) -> None:
    await desk.tell(NoticeKind.APPROVAL, current.number, meeting=current.meeting, round=current.number)


async def _card(desk: Desk, actor: str, meeting: Meeting, current: ApprovalRound, *above: str) -> Card:
    return cards.request(await request_of(desk, actor, meeting, current), above=above)


def _circulated(desk: Desk, meeting: Meeting, current: ApprovalRound, previous: ApprovalRound | None) -> list[str]:
    """What the secretariat is told: what was sent to whom, and that proposals may still come."""
    goes_on = previous is not None and previous.number == current.number
    opened = "approval.circulated.consult" if current.mode is Mode.CONSULT else "approval.circulated"
    names = listing(desk.name_of(person) for person in current.approvers)
    told = [say("approval.circulated.again" if goes_on else opened, version=current.version, liste=names)]
    proposals = desk.timetable(meeting).proposals
    if proposals is not None and desk.now < ends(proposals, desk.forum.timezone):
        told.append(say("approval.circulated.early", frist=deadline_words(proposals)))
    return told
