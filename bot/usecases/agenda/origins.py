"""The proposal that an item of the draft came from: undecided once the item is taken off, and its proposer told."""

from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.notices import AgendaNotice
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import meeting_leaders
from bot.domain.meetings.standing_in import acts_for
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.domain.proposals.triage import needs_the_leader
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.leaders import ask_leaders, leader_names, tell_leaders_again
from bot.usecases.telling import tell_changed, tell_outcome
from cards.kit.words import listing, say
from storage import proposals

_UNDECIDED = (ProposalStatus.RECEIVED, ProposalStatus.NEEDS_INFO)


async def ask_instead(
    desk: WritingDesk, actor: str, meeting: Meeting, item: AgendaItem, reason: str = ""
) -> str | None:
    """Ask the leader whether it may wait, and say so, where the item is there by right; None where it may be taken off.

    Refusal("no_leader…") where nobody is known to lead the meeting.
    """
    found = await proposal_of(desk, item)
    leaders = meeting_leaders(desk.forum, meeting)
    if found is None or not needs_the_leader(found) or acts_for(desk.forum, meeting, actor, leaders, desk.today):
        return None
    words = reason.strip()
    if found.dialogue.leader is None or words:
        found = await ask_leaders(desk, actor, found, None, words or say("agenda.leader.wish"))
    return say("agenda.done.leader_asked", ledere=listing(leader_names(desk, found)))


async def undecide(desk: WritingDesk, actor: str, item: AgendaItem) -> None:
    """Let the proposal await a decision again."""
    found = await proposal_of(desk, item)
    if found is not None and found.status is ProposalStatus.ACCEPTED:
        await _settle(desk, actor, replace(found, status=ProposalStatus.RECEIVED, words=""), "proposal.undecided")


async def accept_again(desk: WritingDesk, actor: str, agenda: Agenda, item: AgendaItem) -> None:
    """Let the proposal of an item that is put back be on the agenda again.

    Refusal("not_restorable") where something else became of it meanwhile.
    """
    found = await proposal_of(desk, item)
    if found is None:
        return
    if found.status not in _UNDECIDED or drafting.place_of(agenda, found.id) is not None:
        raise Refusal("not_restorable")
    accepted = replace(found, status=ProposalStatus.ACCEPTED, meeting=agenda.meeting, words="")
    await _settle(desk, actor, accepted, "proposal.accepted_again")


async def tell_of_change(desk: WritingDesk, actor: str, meeting: Meeting, item: AgendaItem, content: Content) -> None:
    """Tell whoever set an item by right that others changed what it says: once a day, and kept up to date."""
    found = await proposal_of(desk, item)
    is_timed_alone = replace(content, duration=item.content.duration) == item.content
    if found is None or is_timed_alone or not needs_the_leader(found) or found.proposer in (None, actor):
        return
    await desk.tell(
        AgendaNotice.ITEM_CHANGED,
        found.id,
        desk.today,
        meeting=meeting.id,
        recipient=found.proposer,
        proposal=found.id,
    )


async def proposal_of(desk: Desk, item: AgendaItem) -> Proposal | None:
    """The proposal that the item came from; None for one that was put straight on the draft."""
    return None if item.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, item.proposal)


async def _settle(desk: WritingDesk, actor: str, changed: Proposal, what: str) -> None:
    stored = await proposals.save(desk.conn, changed)
    facts = {name: getattr(stored, name) for name in ("number", "year", "revision", "meeting")}
    await desk.log(actor, what, proposal=stored.id, **facts)
    await tell_changed(desk, stored)
    await tell_leaders_again(desk, stored)
    await tell_outcome(desk, actor, stored)
