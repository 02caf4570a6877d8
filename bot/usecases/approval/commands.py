"""Asking for approval: the secretariat freezes a version, and whoever owes an answer to it hears of it anew."""

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.state import Agenda
from bot.domain.approval import rules as approving
from bot.domain.approval.actions import Circulate
from bot.domain.approval.state import ApprovalRound
from bot.domain.forum.accounts import accounts
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import ends
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.needed import rule_of
from bot.domain.kernel.refusal import Refusal
from bot.usecases.agenda.views import draft_of, host_of
from bot.usecases.approval import asking, copying, reminders
from bot.usecases.approval.mending import mend
from bot.usecases.approval.standing_in import with_stand_ins
from bot.usecases.approval.views import deadline_of, request_card
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.named import stands_in_words
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
    await mend(desk, meeting)
    mode, approvers = _asked(desk, meeting)
    previous = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if previous is not None and _is_circulated(agenda, previous, mode, approvers):
        told = [] if desk.forum.channel is None else [say("approval.circulated.already")]
        return await request_card(desk, actor, meeting, previous, *told)
    frozen = drafting.freeze(agenda, by=actor, at=desk.now)
    await agendas.put(desk.conn, frozen)
    current = with_stand_ins(desk, meeting, _following(desk, meeting, frozen, previous, mode, approvers))
    if previous is not None and previous.number != current.number:
        await approvals.put(desk.conn, approving.superseded(previous))
        await reminders.forget(desk, meeting, say("approval.reason.superseded"))
    await approvals.put(desk.conn, current)
    await asking.reopen(desk, actor, meeting, frozen)
    await desk.log(
        actor, "agenda.circulated", meeting=meeting.id, version=current.version, round=current.number, asked=approvers
    )
    await reminders.refresh(desk, meeting)
    await reminders.tell(desk, current)
    await reminders.plan(desk, meeting, current)
    await asking.follow(desk, meeting, current)
    await copying.follow(desk, meeting, current.version)
    said = _circulated(desk, meeting, current, previous)
    if desk.forum.channel is None or actor in approvers:
        return await request_card(desk, actor, meeting, current, *said)
    return cards.circulated(current, *said)


def _asked(desk: Desk, meeting: Meeting) -> tuple[Mode, tuple[str, ...]]:
    """How and by whom the agenda is approved; a Refusal that names what is not settled."""
    mode = settings.approval_mode(desk.forum)
    if mode is Mode.NONE:
        leaves = desk.timetable(meeting).dispatch
        raise Refusal("no_approval") if leaves is None else Refusal("no_approval.day", dag=leaves.day)
    if desk.now >= meeting.starts:
        raise Refusal("meeting_begun")
    approvers = settings.approvers_on(desk.forum, meeting, desk.today)
    if not approvers:
        raise Refusal(f"no_approvers.{_nobody(desk)}", vaert=host_of(desk, meeting) or say("agenda.no_host"))
    return mode, approvers


def _nobody(desk: Desk) -> str:
    """Why nobody is asked: the circle is not settled, or it is and has nobody in it."""
    settled = (charter.agenda_approval.approvers.value for charter in (desk.forum.charter, *desk.forum.overlays))
    who = desk.forum.choice("approvers") or next(filter(None, settled), None)
    return str(who) if who in ("chairmanship", "meeting_leader") else "unsettled"


def _is_circulated(agenda: Agenda, current: ApprovalRound, mode: Mode, approvers: tuple[str, ...]) -> bool:
    stands = approving.asks(current, mode, approvers) and current.standpoint not in approving.ENDED
    return drafting.is_frozen(agenda) and stands


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
        found = drafting.departure_from(frozen, previous.first_version, previous.version)
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
        accounts={person: accounts(desk.forum, person) for person in approvers},
        deadline=deadline_of(desk, meeting),
        rule=rule_of(desk.forum, approvers, desk.today),
    )


def _circulated(desk: Desk, meeting: Meeting, current: ApprovalRound, previous: ApprovalRound | None) -> list[str]:
    """What the secretariat is told: what was sent to whom, and that proposals may still come."""
    goes_on = previous is not None and previous.number == current.number
    opened = "approval.circulated.consult" if current.mode is Mode.CONSULT else "approval.circulated"
    names = listing(_asked_by_name(desk, current, person) for person in current.approvers)
    told = [say("approval.circulated.again" if goes_on else opened, version=current.version, liste=names)]
    if desk.forum.channel is None:
        told = []  # the card says that it waits
    proposals = desk.timetable(meeting).proposals
    if proposals is not None and desk.now < ends(proposals, desk.forum.timezone):
        told.append(say("approval.circulated.early", frist=deadline_words(proposals)))
    return told


def _asked_by_name(desk: Desk, current: ApprovalRound, person: str) -> str:
    """The approver, or who is asked in their place."""
    other, name = current.stand_ins.get(person), desk.name_of(person)
    return name if other is None else stands_in_words(desk, other, [person])
