"""The meeting leader answers whether what is set by right may wait, and the secretariat hears it."""

from bot.domain.proposals import leading
from bot.domain.proposals.actions import Defer, Keep
from bot.domain.proposals.notices import Event
from bot.domain.proposals.state import Proposal
from bot.domain.proposals.triage import Capacities
from bot.usecases.desk import WritingDesk
from bot.usecases.leaders import instead_of, ruler_name
from bot.usecases.proposals.capacities import check_current, meet
from bot.usecases.proposals.telling import settle, store, tell_secretariat
from bot.usecases.proposals.triage import leave_out, meeting_for, put_on_draft
from bot.usecases.proposals.views import view_of
from cards.kit.elements import Card
from cards.kit.words import say, served_by
from cards.proposals import triage as cards
from storage import proposals


async def keep(desk: WritingDesk, actor: str, action: Keep) -> Card:
    """It stays, or comes on the draft if it is on none yet."""
    proposal, capacities = await _asked(desk, actor, action)
    kept = leading.kept(proposal, capacities, actor, instead_of(desk, proposal, actor))
    if leading.lacks_place(kept):
        meeting = await meeting_for(desk, kept)
        await put_on_draft(desk, kept, meeting)
        stored = await settle(desk, actor, leading.put_on(kept, meeting.id), "proposal.kept")
    else:
        stored = await store(desk, actor, kept, "proposal.kept")
    await tell_secretariat(desk, actor, stored, Event.KEPT)
    view = view_of(desk, stored)
    return cards.settled(view, say("proposal.done.kept", **served_by(view.office)))


async def defer(desk: WritingDesk, actor: str, action: Defer) -> Card:
    """It waits."""
    proposal, capacities = await _asked(desk, actor, action)
    waiting = leading.deferred(proposal, capacities, actor, instead_of(desk, proposal, actor))
    await leave_out(desk, actor, proposal, waiting, "proposal.deferred")
    stored = await proposals.by_id(desk.conn, desk.forum.id, proposal.id) or proposal
    await tell_secretariat(desk, actor, stored, Event.DEFERRED)
    view = view_of(desk, stored)
    return cards.settled(view, say("proposal.done.deferred", **served_by(view.office)))


async def _asked(desk: WritingDesk, actor: str, action: Keep | Defer) -> tuple[Proposal, Capacities]:
    """What the leader was asked; the first answer counts, and the next leader is told of it."""
    proposal, capacities = await meet(desk, actor, action)
    leading.check_unanswered(proposal, capacities, actor, ruler_name(desk, proposal))
    check_current(proposal, action)
    return proposal, capacities
