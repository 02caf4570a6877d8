"""Asking for approval: the secretariat freezes a version, the approvers answer, and every answer is kept."""

from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.changes import changes
from bot.domain.agenda.state import Agenda
from bot.domain.approval import rules as approving
from bot.domain.approval.actions import Circulate, Respond
from bot.domain.approval.state import ApprovalRound, Response, Standpoint
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.deadlines import ends
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.agenda.views import draft_of, host_of
from bot.usecases.approval import dispatch, reminders
from bot.usecases.approval.views import (
    answerable,
    circulated,
    deadline_of,
    in_question,
    request_card,
    request_of,
    version_of,
)
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import require_secretariat
from cards.approval import cards
from cards.kit.elements import Card
from cards.kit.words import deadline_words, listing, say
from storage import agenda as agendas
from storage import approval as approvals


async def circulate(desk: WritingDesk, actor: str, action: Circulate) -> Card:
    """Freeze the draft's next version and ask for answers to it; unchanged and asked already, nothing new happens."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, action.revision)
    mode, approvers = _asked(desk, meeting)
    previous = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if previous is not None and _is_circulated(agenda, previous, mode, approvers):
        return await request_card(desk, actor, meeting, previous, say("approval.circulated.already"))
    frozen = drafting.freeze(agenda, by=actor, at=desk.now)
    await agendas.put(desk.conn, frozen)
    current = _following(desk, meeting, frozen, previous, mode, approvers)
    if previous is not None and previous.number != current.number:
        await _supersede(desk, meeting, previous)
    await approvals.put(desk.conn, current)
    await desk.log(
        actor, "agenda.circulated", meeting=meeting.id, version=current.version, round=current.number, asked=approvers
    )
    await reminders.tell(desk, current)
    await reminders.plan(desk, meeting, current)
    return await request_card(desk, actor, meeting, current, *_circulated(desk, meeting, current, previous))


async def respond(desk: WritingDesk, actor: str, action: Respond) -> Card:
    """Keep an approver's answer; one that completes a late approval sends the agenda at once."""
    meeting, current = await in_question(desk, action.meeting)
    if actor not in current.approvers:
        raise Refusal("not_approver", godkendere=[desk.name_of(person) for person in current.approvers])
    agenda = await circulated(desk, meeting)
    until, is_over = answerable(desk, meeting, agenda, current)
    given = Response(
        person=actor,
        verdict=action.verdict,
        words=clean_text(action.words, Term("approval.field.remarks"), cards.LONGEST_WORDS, required=False),
        version=current.version if action.version is None else action.version,
        at=desk.now,
    )
    answered = approving.respond(current, given, until=until, is_over=is_over)
    if answered != current:
        await _keep(desk, meeting, current, answered, given)
    told = [cards.confirmed(answered, approving.answers(answered)[actor], desk.forum.timezone)]
    completes = answered.standpoint in approving.APPROVED and current.standpoint not in approving.APPROVED
    if completes and await dispatch.send_due(desk, meeting, late=True):
        told.append(say("agenda.done.sent"))
        agenda = await circulated(desk, meeting)
    elif desk.now < until and answered.standpoint not in approving.ENDED:
        told.append(say("approval.change", frist=cards.until_words(until, desk.forum.timezone)))
    return cards.request(await request_of(desk, actor, meeting, answered, agenda), above=told)


def _asked(desk: Desk, meeting: Meeting) -> tuple[Mode, tuple[str, ...]]:
    """How and by whom the agenda is approved; a Refusal that names what is not settled."""
    mode = settings.approval_mode(desk.forum)
    if mode is Mode.NONE:
        leaves = desk.timetable(meeting).dispatch
        raise Refusal("no_approval") if leaves is None else Refusal("no_approval.day", dag=leaves.day)
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
        deadline=deadline_of(desk, meeting),
    )


async def _supersede(desk: WritingDesk, meeting: Meeting, previous: ApprovalRound) -> None:
    ended = approving.superseded(previous)
    await approvals.put(desk.conn, ended)
    await reminders.forget(desk, meeting, say("approval.reason.superseded"))
    await reminders.tell(desk, ended)


async def _keep(
    desk: WritingDesk, meeting: Meeting, before: ApprovalRound, answered: ApprovalRound, given: Response
) -> None:
    if replace(answered, responses=before.responses) != before:
        await approvals.put(desk.conn, answered)
    await approvals.answer(desk.conn, answered, given)
    await desk.log(
        given.person,
        "agenda.answered",
        meeting=meeting.id,
        round=answered.number,
        version=given.version,
        verdict=given.verdict.value,
        texts={"words": given.words},
        standpoint=answered.standpoint.value,
    )
    await reminders.answered(desk, meeting, answered, given.person)
    await reminders.tell(desk, answered)


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
