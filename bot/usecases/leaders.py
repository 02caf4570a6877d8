"""Asking the meeting leaders whether what is set by right may wait: from the proposal, and from the draft."""

from collections.abc import Iterable

from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals import leading
from bot.domain.proposals import triage as triaging
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.proposals.state import Proposal
from bot.domain.proposals.triage import Act
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.telling import tell_changed
from storage import proposals


def leaders_for(desk: Desk, proposal: Proposal) -> tuple[str, ...]:
    """Those who lead the meeting that it is meant for, else the next one."""
    meeting = _meeting(desk, proposal)
    return () if meeting is None else settings.meeting_leaders(desk.forum, meeting)


async def ask_leaders(desk: WritingDesk, actor: str, proposal: Proposal, to: str | None, reason: str) -> Proposal:
    """Ask each of them, with the secretariat's reason; a Refusal that says whom to ask where nobody leads.

    Asked again, what they were asked before says the same from now on, so that each of the cards answers.
    """
    meeting, leaders = _meeting(desk, proposal), leaders_for(desk, proposal)
    capacities = triaging.capacities_of(desk.forum, proposal, actor, meeting, desk.today)
    triaging.require(proposal, capacities, Act.ASK_LEADER)
    if not leaders:
        raise leading.nobody_leads(desk.forum, meeting)
    stored = await proposals.save(desk.conn, leading.asked_leader(proposal, capacities, to, reason))
    facts = {name: getattr(stored, name) for name in ("number", "year", "revision", "meeting")}
    await desk.log(actor, "proposal.leader_asked", **facts, texts={"words": reason})
    await tell_changed(desk, stored)
    await _show_again(desk, stored, leaders, before=stored.revision)
    await _tell(desk, (each for each in leaders if each != actor), stored)
    return stored


def leader_names(desk: Desk, proposal: Proposal) -> list[str]:
    """What those leaders are called."""
    return [desk.name_of(each) for each in leaders_for(desk, proposal)]


async def tell_answered(desk: WritingDesk, asked: Proposal) -> None:
    """What each was asked who leads the meeting that it was for says from now on who answered, and what."""
    question = asked.dialogue.leader
    if question is not None:
        await _show_again(desk, asked, leaders_for(desk, asked), before=question.revision + 1)


async def _show_again(desk: WritingDesk, proposal: Proposal, people: Iterable[str], *, before: int) -> None:
    for person in people:
        for revision in range(1, before):
            await desk.tell_again(ProposalNotice.LEADER, proposal.id, revision, recipient=person)


async def _tell(desk: WritingDesk, people: Iterable[str], proposal: Proposal) -> None:
    await desk.tell_each(
        people,
        ProposalNotice.LEADER,
        proposal.id,
        proposal.revision,
        proposal=proposal.id,
        revision=proposal.revision,
        under=proposal.meeting,
    )


def _meeting(desk: Desk, proposal: Proposal) -> Meeting | None:
    own = None if proposal.meeting is None else desk.forum.meeting(proposal.meeting)
    return own or desk.next_meeting()
