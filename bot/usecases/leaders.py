"""Asking the meeting leaders whether what is set by right may wait: from the proposal, and from the draft.

Who stands in for a leader is asked in their place.
"""

from collections.abc import Iterable

from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.standing_in import acting, acts_for
from bot.domain.proposals import leading
from bot.domain.proposals import triage as triaging
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.proposals.state import Proposal
from bot.domain.proposals.triage import Act
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.named import stands_in_words
from bot.usecases.telling import tell_changed
from storage import proposals
from storage.outbox import standing


def leaders_for(desk: Desk, proposal: Proposal) -> tuple[str, ...]:
    """Those who are asked for the meeting that it is meant for, else the next one."""
    meeting = _meeting(desk, proposal)
    if meeting is None:
        return ()
    return acting(desk.forum, meeting, settings.meeting_leaders(desk.forum, meeting), desk.today)


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
    await tell_leaders_again(desk, stored)
    await _tell(desk, (each for each in leaders if each != actor), stored, stored.revision)
    return stored


def leader_names(desk: Desk, proposal: Proposal) -> list[str]:
    """What those leaders are called."""
    return [leader_name(desk, each, instead_of(desk, proposal, each)) for each in leaders_for(desk, proposal)]


def instead_of(desk: Desk, proposal: Proposal, person: str) -> tuple[str, ...]:
    """The leaders in whose place somebody answers as its leader; nobody for one who leads."""
    meeting = _meeting(desk, proposal)
    leaders = () if meeting is None else settings.meeting_leaders(desk.forum, meeting)
    if meeting is None or person in leaders:
        return ()
    return tuple(acts_for(desk.forum, meeting, person, leaders, desk.today))


def leader_name(desk: Desk, person: str, places: tuple[str, ...]) -> str:
    """What somebody is called who answers as a leader, with those in whose place they do."""
    return stands_in_words(desk, person, places) if places else desk.name_of(person)


def ruler_name(desk: Desk, proposal: Proposal) -> str | None:
    """Who settled it, as they answered then; None where nobody did."""
    ruling = proposal.dialogue.ruling
    return None if ruling is None else leader_name(desk, ruling.by, ruling.instead_of)


async def hand_over_questions(desk: WritingDesk, meeting: Meeting) -> None:
    """Ask whoever stands in for a leader by now what the leader was asked, and is yet to answer."""
    for each in await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id):
        await tell_leaders_again(desk, each)
        question = each.dialogue.leader
        if question is not None:
            await _tell(desk, leaders_for(desk, each), each, question.revision)


async def tell_leaders_again(desk: WritingDesk, proposal: Proposal) -> None:
    """What any leader was asked of a proposal that is set by right says how it stands by now."""
    if not proposal.by_right:
        return
    for each in await standing.of_kind(desk.conn, desk.forum.id, ProposalNotice.LEADER):
        if each.subject.get("proposal") == proposal.id:  # also of one who stands in no more
            await desk.tell_again(
                ProposalNotice.LEADER, proposal.id, each.subject.get("revision"), recipient=each.recipient
            )


async def _tell(desk: WritingDesk, people: Iterable[str], proposal: Proposal, revision: int) -> None:
    await desk.tell_each(
        people,
        ProposalNotice.LEADER,
        proposal.id,
        revision,
        proposal=proposal.id,
        revision=revision,
        under=proposal.meeting,
    )


def _meeting(desk: Desk, proposal: Proposal) -> Meeting | None:
    own = None if proposal.meeting is None else desk.forum.meeting(proposal.meeting)
    return own or desk.next_meeting()
