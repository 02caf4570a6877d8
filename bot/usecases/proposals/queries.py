"""The form, one's own proposals, and what one may do with a proposal."""

from uuid import uuid4

from bot.domain.proposals.actions import OpenProposalForm, OpenTriage, Propose, ShowMyProposals
from bot.domain.proposals.rules import PROPOSERS
from bot.usecases.desk import Desk
from bot.usecases.proposals.capacities import meet, triage_card
from bot.usecases.proposals.views import offer, view_of
from cards.kit.elements import Card
from cards.proposals import cards
from cards.proposals.form import form
from storage import proposals

_MOST_SHOWN = 20


async def open_form(desk: Desk, actor: str, action: OpenProposalForm) -> Card:
    """An empty form but for a title already typed."""
    desk.require(actor, *PROPOSERS)
    return form(Propose(form=uuid4().hex, forum=desk.forum.id, title=action.title), await offer(desk, actor))


async def show_mine(desk: Desk, actor: str, action: ShowMyProposals) -> Card:
    """The person's newest proposals."""
    newest = await proposals.of_proposer(desk.conn, desk.forum.id, actor, most=_MOST_SHOWN)
    return cards.mine(view_of(desk, each) for each in newest)


async def open_triage(desk: Desk, actor: str, action: OpenTriage) -> Card:
    """What this person may do with the proposal now; whoever has nothing to do with it is refused."""
    proposal, capacities = await meet(desk, actor, action)
    return await triage_card(desk, proposal, capacities)
