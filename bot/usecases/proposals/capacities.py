"""A proposal as somebody meets it in their capacities, and what they may do to it."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals import triage as triaging
from bot.domain.proposals.actions import ProposalAction
from bot.domain.proposals.state import Proposal
from bot.domain.proposals.triage import Capacities
from bot.usecases.agenda.views import open_meetings
from bot.usecases.desk import Desk
from bot.usecases.proposals.views import meeting_of, view_of
from cards.kit.elements import Card
from cards.kit.words import long_date
from cards.proposals import triage as cards
from storage import proposals


async def meet(desk: Desk, actor: str, action: ProposalAction) -> tuple[Proposal, Capacities]:
    """The proposal, and in which capacities that person meets it; Refusal("no_rights") where in none."""
    proposal = await proposals.by_number(desk.conn, desk.forum.id, action.number, action.year)
    if proposal is None:
        raise Refusal("unknown_proposal", nr=action.number)
    meeting = meeting_of(desk, proposal) or desk.next_meeting()
    capacities = triaging.capacities_of(desk.forum, proposal, actor, meeting, desk.today)
    if not capacities.any:
        raise Refusal("no_rights", forum=desk.forum.name)
    return proposal, capacities


async def triage_card(desk: Desk, proposal: Proposal, capacities: Capacities, *, typed: str = "") -> Card:
    """The proposal with what that person may do to it."""
    meetings = await later_meetings(desk, proposal)
    choices = {each.id: long_date(each.day) for each in meetings}
    return cards.triage(view_of(desk, proposal), triaging.acts(proposal, capacities), choices, typed=typed)


async def later_meetings(desk: Desk, proposal: Proposal) -> tuple[Meeting, ...]:
    """The meetings that the proposal can be postponed to."""
    own = meeting_of(desk, proposal)
    return tuple(each for each in await open_meetings(desk) if own is None or each.starts > own.starts)
