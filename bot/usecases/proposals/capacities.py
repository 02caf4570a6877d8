"""A proposal as somebody meets it in their capacities, and what they may do to it."""

from dataclasses import replace

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals import triage as triaging
from bot.domain.proposals.actions import ProposalAction
from bot.domain.proposals.state import Proposal
from bot.domain.proposals.triage import Act, Capacities
from bot.domain.referrals.destinations import destinations
from bot.usecases.agenda.views import open_meetings
from bot.usecases.attached import attached_to_proposal
from bot.usecases.desk import Desk
from bot.usecases.proposals.places import AgendaPlace, place_of
from bot.usecases.proposals.views import meeting_of, view_for
from cards.kit.elements import Card
from cards.kit.words import long_date
from cards.proposals import triage as cards
from cards.proposals.buttons import Elsewhere
from cards.referrals.view import told_last
from storage import proposals, referrals


async def look(desk: Desk, actor: str, action: ProposalAction) -> tuple[Proposal, Capacities]:
    """The proposal, and in which capacities that person meets it, if in any."""
    proposal = await proposals.by_number(desk.conn, desk.forum.id, action.number, action.year)
    if proposal is None:
        raise Refusal("unknown_proposal", nr=action.number)
    return proposal, capacities_at(desk, actor, proposal, await place_of(desk, proposal))


async def meet(desk: Desk, actor: str, action: ProposalAction) -> tuple[Proposal, Capacities]:
    """The same for whoever wants to do something with it; Refusal("no_rights") where in none."""
    proposal, capacities = await look(desk, actor, action)
    if not capacities.any:
        raise no_rights(desk.forum, desk.today)
    return proposal, capacities


async def meet_current(desk: Desk, actor: str, action: ProposalAction) -> tuple[Proposal, Capacities]:
    """The same of the revision that is meant; Refusal("stale") where that is not the newest."""
    proposal, capacities = await meet(desk, actor, action)
    check_current(proposal, action)
    return proposal, capacities


def check_current(proposal: Proposal, action: ProposalAction) -> None:
    """Refusal("stale") where another revision is meant than the newest."""
    if action.revision not in (None, proposal.revision):
        raise Refusal("stale")


def capacities_at(desk: Desk, actor: str, proposal: Proposal, place: AgendaPlace) -> Capacities:
    """In which capacities that person meets a proposal that stands there."""
    meeting = meeting_of(desk, proposal) or desk.next_meeting()
    return triaging.capacities_of(desk.forum, proposal, actor, meeting, desk.today, sent_for=place.sent_for)


def offered(desk: Desk, proposal: Proposal, capacities: Capacities) -> frozenset[Act]:
    """What to offer that person here: what is closed is written where nobody looks on."""
    acts = triaging.acts(proposal, capacities)
    is_elsewhere = desk.is_public and proposal.content.is_closed
    return acts - {Act.REVISE, Act.SUGGEST} if is_elsewhere else acts


async def triage_card(desk: Desk, actor: str, proposal: Proposal, capacities: Capacities, *, typed: str = "") -> Card:
    """The proposal with what that person may do to it."""
    meetings = await later_meetings(desk, proposal)
    choices = {each.id: long_date(each.day) for each in meetings}
    view = view_for(desk, actor, proposal, capacities)
    if not view.is_redacted:
        every = await attached_to_proposal(desk, actor, proposal)
        view = replace(view, files=tuple(each for each in every if each.digest is not None))
    away = await _elsewhere(desk, proposal, capacities, is_hidden=view.is_redacted)
    return cards.triage(view, offered(desk, proposal, capacities), choices, typed=typed, elsewhere=away)


async def _elsewhere(desk: Desk, proposal: Proposal, capacities: Capacities, *, is_hidden: bool) -> Elsewhere:
    """What became of it at the bodies that it was sent on to, the newest of each."""
    sent = await referrals.of_proposal(desk.conn, desk.forum.id, proposal.id)
    told = [told_last(each.details.back, each.details.sent_on, each.details.body_name, is_hidden) for each in sent]
    may_send_on = capacities.is_secretariat and bool(destinations(desk.forum))
    return Elsewhere(lines=tuple(told), may_send_on=may_send_on)


async def later_meetings(desk: Desk, proposal: Proposal) -> tuple[Meeting, ...]:
    """The meetings that the proposal can be postponed to."""
    own = meeting_of(desk, proposal)
    return tuple(each for each in await open_meetings(desk) if own is None or each.starts > own.starts)
