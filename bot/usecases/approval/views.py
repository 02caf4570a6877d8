"""A round of approval as somebody may see it at this moment: what is asked, what was answered, what may be done."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime

from bot.domain.agenda.changes import Change, changes, public_changes
from bot.domain.agenda.state import Agenda, AgendaVersion
from bot.domain.approval import rules as approving
from bot.domain.approval.actions import Respond
from bot.domain.approval.dispatch import answer_deadline, dispatch_moment
from bot.domain.approval.state import ApprovalRound, Verdict
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.agenda.views import is_sent, seen_items
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat, sees_closed
from cards.approval import cards
from cards.approval.standing import Request
from cards.kit.elements import Card
from cards.proposals.closed import NEUTRAL_TITLE, public
from storage import agenda as agendas
from storage import approval as approvals
from storage import proposals

_LEFT_OUT = {
    ProposalStatus.RECEIVED: "approval.left_out.undecided",
    ProposalStatus.NEEDS_INFO: "proposal.status.needs_info",
    ProposalStatus.ACCEPTED: "approval.left_out.later",
    ProposalStatus.POSTPONED: "proposal.status.postponed",
    ProposalStatus.DECLINED: "proposal.status.declined",
}


async def in_question(desk: Desk, meeting: str | None) -> tuple[Meeting, ApprovalRound]:
    """The newest round of that meeting, or of the first one ahead whose agenda has not left; Refusal("no_round")."""
    if meeting is not None:
        found = desk.meeting(meeting)
        current = await approvals.newest(desk.conn, desk.forum.id, found.id)
        if current is None:
            raise Refusal("no_round")
        return found, current
    ahead = [each async for each in rounds_ahead(desk)]
    unsent = [each for each in ahead if not await is_sent(desk, each[0].id)]
    if not ahead:
        raise Refusal("no_round")
    return (unsent or ahead)[0]


async def rounds_ahead(desk: Desk) -> AsyncIterator[tuple[Meeting, ApprovalRound]]:
    """Each coming meeting that has a round, with the newest of them."""
    for meeting in desk.meetings_ahead():
        current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
        if current is not None:
            yield meeting, current


async def circulated(desk: Desk, meeting: Meeting) -> Agenda:
    """The agenda that a round is about, as it is stored; LookupError where the records do not hold it."""
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if agenda is None:
        raise LookupError(f"{desk.forum.id}/{meeting.id} has no agenda")
    return agenda


async def request_of(
    desk: Desk, actor: str | None, meeting: Meeting, approval: ApprovalRound, agenda: Agenda | None = None
) -> Request:
    """What the reader may see of the round; without an actor, what stands on the card that everybody shares.

    `agenda` is the meeting's, where it was just read.
    """
    agenda = agenda or await circulated(desk, meeting)
    version = version_of(agenda, approval.version)
    return Request(
        forum_name=desk.forum.name,
        meeting=meeting,
        approval=approval,
        names={person: desk.name_of(person) for person in approval.approvers},
        items=await seen_items(desk, actor, meeting, version.items),
        changes=_changes(desk, actor, meeting, agenda, approval),
        left_out=await _left_out(desk, actor, meeting, version),
        offered=offered(desk, actor, meeting, agenda, approval),
        may_send_unapproved=may_send_unapproved(desk, actor, agenda, approval),
        shows_remarks=not desk.is_overheard and is_secretariat(desk, actor),
        leaves_at=leaves_at(desk, meeting),
        sent_at=agenda.sent_at,
    )


async def request_card(desk: Desk, actor: str, meeting: Meeting, current: ApprovalRound, *above: str) -> Card:
    """The request as that person may see it, below what is said first."""
    return cards.request(await request_of(desk, actor, meeting, current), above=above)


def deadline_of(desk: Desk, meeting: Meeting) -> datetime:
    """The first moment that is too late to answer a request made now."""
    timetable, tz = desk.timetable(meeting), desk.forum.timezone
    return answer_deadline(timetable, moment_of(desk, meeting), meeting.starts, now=desk.now, tz=tz)


def moment_of(desk: Desk, meeting: Meeting) -> datetime | None:
    """When the agenda leaves, or None where nobody settled it."""
    return dispatch_moment(desk.timetable(meeting), desk.calendar, desk.forum.timezone)


async def as_refused(desk: Desk, actor: str, action: Respond) -> Card:
    """The request as it stands now, with the words that were typed where nobody else reads them."""
    meeting, current = await in_question(desk, action.meeting)
    typed = "" if desk.is_overheard else action.words[: cards.LONGEST_WORDS]
    return cards.request(await request_of(desk, actor, meeting, current), typed=typed)


def version_of(agenda: Agenda, number: int) -> AgendaVersion:
    """The version that a round is about; LookupError where the records do not hold it."""
    version = agenda.version(number)
    if version is None:
        raise LookupError(f"{agenda.forum}/{agenda.meeting} has no version {number}")
    return version


def leaves_at(desk: Desk, meeting: Meeting) -> datetime | None:
    """The dispatch that is still ahead."""
    moment = moment_of(desk, meeting)
    return moment if moment is not None and moment > desk.now else None


def offered(
    desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, approval: ApprovalRound
) -> frozenset[Verdict]:
    """The answers to offer: to one person in a chat their own, on the shared card all that anybody may give."""
    people = approval.approvers if desk.is_public or actor is None else (actor,)
    until, over = answerable(desk, meeting, agenda, approval)
    each = (approving.open_to(approval, person, now=desk.now, until=until, is_over=over) for person in people)
    return frozenset[Verdict]().union(*each)


def answerable(desk: Desk, meeting: Meeting, agenda: Agenda, approval: ApprovalRound) -> tuple[datetime, bool]:
    """Until when answers may be changed, and whether answering is over altogether."""
    is_over = agenda.sent_version is not None or desk.now >= meeting.starts
    return approving.changeable_until(approval, moment_of(desk, meeting)), is_over


def may_send_unapproved(desk: Desk, actor: str | None, agenda: Agenda, approval: ApprovalRound) -> bool:
    """Whether to offer the secretariat that choice here."""
    if agenda.sent_version is not None or not (desk.is_public or is_secretariat(desk, actor)):
        return False
    return approving.may_send_unapproved(approval, now=desk.now, if_unanswered=settings.if_unanswered(desk.forum))


def seen_changes(desk: Desk, person: str | None, meeting: Meeting, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes as that person may see them here."""
    return changes if sees_closed(desk, person, meeting) else public_changes(changes, NEUTRAL_TITLE)


def seen_proposal(desk: Desk, person: str | None, meeting: Meeting, proposal: Proposal) -> Proposal:
    """The proposal as that person may see it here."""
    is_own = proposal.proposer == person and not desk.is_public
    if is_own or sees_closed(desk, person, meeting):
        return proposal
    return replace(proposal, content=public(proposal.content))


def _changes(
    desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, approval: ApprovalRound
) -> tuple[Change, ...]:
    if approval.first_version == approval.version:
        return ()
    first, newest = (version_of(agenda, number).items for number in (approval.first_version, approval.version))
    return seen_changes(desk, actor, meeting, changes(first, newest))


async def _left_out(
    desk: Desk, actor: str | None, meeting: Meeting, version: AgendaVersion
) -> tuple[tuple[Proposal, str], ...]:
    """The meeting's proposals that are not on the version, with what became of them."""
    on_it = {item.proposal for item in version.items}
    return tuple(
        (seen_proposal(desk, actor, meeting, each), _LEFT_OUT[each.status])
        for each in await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id)
        if each.id not in on_it and each.status in _LEFT_OUT
    )
