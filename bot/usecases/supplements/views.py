"""A supplement as somebody may see it here: what it adds, who is asked, what was answered, what may be done."""

from collections.abc import Mapping

from bot.domain.agenda.following import as_late
from bot.domain.agenda.state import AgendaItem
from bot.domain.approval import rules as approving
from bot.domain.approval.rules import NO, answers, missing
from bot.domain.approval.seats import answerer, seats_of
from bot.domain.approval.state import ApprovalRound, Standpoint, Verdict
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.domain.supplements.state import Supplement
from bot.usecases.agenda.views import seen_items
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from bot.usecases.supplements import rounds
from bot.usecases.supplements.loading import Sent
from cards.kit.words import say
from cards.supplements.view import Answered, View
from storage import proposals

_OPEN = (
    ProposalStatus.RECEIVED,
    ProposalStatus.NEEDS_INFO,
    ProposalStatus.POSTPONED,
    ProposalStatus.ACCEPTED,
)
_MOST_OFFERED = 20
_MOST_AWAITING = 40


async def view_of(desk: Desk, actor: str | None, found: Sent, this: Supplement, *, again: bool = False) -> View:
    """The supplement to that reader; without an actor, to everybody who shares a card. `again`: to answer otherwise."""
    meeting, current = found.meeting, rounds.round_of(desk, found.meeting, this)
    late = [
        as_late(each.content, each.reason, this.number, proposal=each.proposal, item=each.item) for each in this.items
    ]
    is_ahead = this.sent_at is None and desk.now < meeting.starts
    serves = is_ahead and (is_secretariat(desk, actor) or (actor is None and desk.is_public))
    return View(
        meeting=meeting,
        forum_name=desk.forum.name,
        this=this,
        items=await seen_items(desk, actor, meeting, late),
        mode=settings.approval_mode(desk.forum),
        deadline=None if this.asked_at is None else rounds.deadline_of(desk, meeting, this.asked_at),
        standpoint=None if current is None else current.standpoint,
        answered=_answered(desk, actor, current),
        waits_for=tuple(desk.name_of(each) for each in _waits_for(current)),
        offered=_offered(desk, actor, current, again=again) if is_ahead else frozenset(),
        may_take_back=is_ahead and _may_take_back(desk, actor, current),
        serves=serves,
        may_leave=serves and rounds.may_leave(desk, meeting, this),
        may_leave_unapproved=serves and rounds.may_leave_unapproved(desk, current),
        without=tuple(desk.name_of(each) for each in this.without),
        is_over=desk.now >= meeting.starts,
    )


async def offered_picks(desk: Desk, found: Sent) -> Mapping[str, str]:
    """What can be added: proposals that did not come with the agenda, those set by right first, and drafted items."""
    meeting = found.meeting.id
    known = {*(each.proposal for each in found.agenda.current), *(each.proposal for each in found.in_hand.items)}
    own = await proposals.ever_for_meeting(desk.conn, desk.forum.id, meeting)
    awaiting = await proposals.awaiting(desk.conn, desk.forum.id, most=_MOST_AWAITING)
    every = {each.id: each for each in (*own, *awaiting)}
    shown = [
        each
        for each in every.values()
        if each.id not in known and _is_open(each, meeting) and _is_shown(desk, each.content)
    ]
    by_need = sorted(shown, key=lambda each: (not each.by_right, each.id))
    picks = {f"{each.number}/{each.year}": _named(each) for each in by_need[:_MOST_OFFERED]}
    return picks | {f"item-{each.id}": each.content.title for each in drafted(desk, found)}


def drafted(desk: Desk, found: Sent) -> list[AgendaItem]:
    """The items of the draft that came from no proposal and did not come with the agenda."""
    known = {each.id for each in found.agenda.current} | {each.item for each in found.in_hand.items}
    return [
        each
        for each in found.agenda.items
        if each.id not in known and each.proposal is None and each.is_own and _is_shown(desk, each.content)
    ]


def check_open(proposal: Proposal, meeting: str) -> None:
    """Refusal("late_settled") for a proposal that cannot come on the agenda any more."""
    if not _is_open(proposal, meeting):
        raise Refusal("late_settled", nr=proposal.number)


def _is_open(proposal: Proposal, meeting: str) -> bool:
    """Whether it may still be taken up; accepted, only where it is on no other meeting's agenda."""
    is_elsewhere = proposal.status is ProposalStatus.ACCEPTED and proposal.meeting != meeting
    return proposal.status in _OPEN and not is_elsewhere


def _is_shown(desk: Desk, content: Content) -> bool:
    """Whether it can be offered here: a closed one is added where nobody reads along."""
    return not (content.is_closed and desk.is_public)


def _named(proposal: Proposal) -> str:
    key = "supplement.pick.by_right" if proposal.by_right else "supplement.pick"
    return say(key, nr=proposal.number, titel=proposal.content.title)


def _waits_for(current: ApprovalRound | None) -> tuple[str, ...]:
    """Who is asked for the answers that are missing."""
    if current is None or current.standpoint is not Standpoint.OPEN:
        return ()
    return tuple(dict.fromkeys(answerer(current, each) for each in missing(current)))


def _answered(desk: Desk, actor: str | None, current: ApprovalRound | None) -> tuple[Answered, ...]:
    """What stands; a remark is the secretariat's alone where others read along, a return's reason everybody's."""
    if current is None:
        return ()
    reads_all = not desk.is_overheard and is_secretariat(desk, actor)
    return tuple(
        Answered(
            name=desk.name_of(person),
            giver=None if given.given_by is None else desk.name_of(given.given_by),
            verdict=given.verdict,
            words=given.words if reads_all or given.verdict is Verdict.RETURNED or given.giver == actor else "",
            at=given.at,
        )
        for person, given in answers(current).items()
    )


def _offered(desk: Desk, actor: str | None, current: ApprovalRound | None, *, again: bool) -> frozenset[Verdict]:
    """The answers that may be given by the reader; on a card that all share, by any of them."""
    if current is None or current.mode is Mode.NONE or current.deadline is None:
        return frozenset()
    seats = current.approvers if actor is None else seats_of(current, actor)
    until, found = approving.changeable_until(current, None), frozenset[Verdict]()
    for seat in seats:
        if again or seat not in answers(current):
            found |= approving.open_to(current, seat, now=desk.now, until=until, is_over=False)
    return found - (NO - {Verdict.RETURNED})


def _may_take_back(desk: Desk, actor: str | None, current: ApprovalRound | None) -> bool:
    if current is None:
        return False
    until = approving.changeable_until(current, None)
    seats = () if actor is None else seats_of(current, actor)
    return any(approving.may_change(current, each, now=desk.now, until=until, is_over=False) for each in seats)
