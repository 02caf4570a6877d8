"""The meeting leader answers whether what is set by right may wait, and the secretariat hears it."""

from bot.domain.proposals import leading
from bot.domain.proposals.actions import Defer, Keep
from bot.domain.proposals.notices import Event
from bot.usecases.desk import WritingDesk
from bot.usecases.proposals.capacities import meet_current
from bot.usecases.proposals.telling import store, tell_secretariat
from bot.usecases.proposals.triage import leave_out
from bot.usecases.proposals.views import view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.proposals import triage as cards
from storage import proposals


async def keep(desk: WritingDesk, actor: str, action: Keep) -> Card:
    """It stays."""
    proposal, capacities = await meet_current(desk, actor, action)
    stored = await store(desk, actor, leading.kept(proposal, capacities), "proposal.kept")
    await tell_secretariat(desk, actor, stored, Event.KEPT)
    return cards.settled(view_of(desk, stored), say("proposal.done.kept"))


async def defer(desk: WritingDesk, actor: str, action: Defer) -> Card:
    """It waits."""
    proposal, capacities = await meet_current(desk, actor, action)
    await leave_out(desk, actor, proposal, leading.deferred(proposal, capacities), "proposal.deferred")
    stored = await proposals.by_id(desk.conn, desk.forum.id, proposal.id) or proposal
    await tell_secretariat(desk, actor, stored, Event.DEFERRED)
    return cards.settled(view_of(desk, stored), say("proposal.done.deferred"))
