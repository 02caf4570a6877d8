"""The form, and one proposal: what one may do with it, and all that it says."""

from uuid import uuid4

from bot.domain.kernel.danish import parse_date
from bot.domain.kernel.not_held import not_held
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.proposals.actions import OpenProposalForm, OpenTriage, Propose, ShowProposal
from bot.domain.proposals.proposers import require_proposer
from bot.domain.proposals.rules import LONGEST_TITLE
from bot.usecases.desk import Desk
from bot.usecases.in_force import require_in_force
from bot.usecases.proposals.capacities import look, triage_card
from bot.usecases.proposals.views import offer, view_for
from cards.kit.elements import Card
from cards.kit.fitting import is_small
from cards.proposals.form import Offer, form
from cards.proposals.reading import reading


async def open_form(desk: Desk, actor: str, action: OpenProposalForm) -> Card:
    """An empty form but for what was typed already; none where it would be refused whatever stood in it."""
    await require_in_force(desk, actor)
    require_proposer(desk.forum, actor, desk.today)
    offered = await offer(desk, actor)
    typed = Propose(
        form=uuid4().hex,
        forum=desk.forum.id,
        title=action.title,
        meeting=_meeting(desk, offered, action.meeting),
        duration=action.duration,
        amount=action.amount,
        summary=action.summary,
        kind=action.kind,
        on_behalf_of=action.on_behalf_of,
        on_funds=action.on_funds,
    )
    card = form(typed, offered)
    if not is_small(card):  # what was typed stands in the message that it was typed in
        most = LONGEST_TITLE
        raise Refusal("too_long", felt=Term("proposal.field.title"), over=len(action.title) - most, max=most)
    return card


async def open_triage(desk: Desk, actor: str, action: OpenTriage) -> Card:
    """The proposal as this person may see it, with what they may do with it now."""
    proposal, capacities = await look(desk, actor, action)
    return await triage_card(desk, actor, proposal, capacities, typed=action.words)


async def read(desk: Desk, actor: str, action: ShowProposal) -> Card:
    """Every text of it that this person may see."""
    proposal, capacities = await look(desk, actor, action)
    return reading(view_for(desk, actor, proposal, capacities), action.part, action.words)


def _meeting(desk: Desk, offered: Offer, typed: str) -> str:
    """The id of the meeting that was meant; Refusal where there is none, or its agenda takes no more items."""
    if not typed:
        return ""
    known = desk.forum.meeting(typed)
    day = parse_date(typed, desk.today) if known is None else known.day
    found = next((each for each in offered.meetings if each.day == day), None)
    if found is None and known is None and not desk.meetings_on(day):
        if (gone := desk.forum.cancelled_on(day)) is not None:
            raise not_held(desk.forum, gone.id, desk.next_meeting())
        raise Refusal("no_meeting_on", forum=desk.forum.name, dato=day)
    if found is None:
        raise Refusal("meeting_closed")
    return found.id
