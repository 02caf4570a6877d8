"""The meeting leader's word on what is set by right: the secretariat asks whether it may wait, the leader says."""

from dataclasses import replace

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.proposals.rules import is_ready
from bot.domain.proposals.state import LeaderQuestion, Proposal, ProposalStatus, Ruling
from bot.domain.proposals.triage import Act, Capacities, put_off, require, said

_ANSWERS = {True: Term("proposal.btn.leader.keep"), False: Term("proposal.btn.leader.defer")}


def asked_leader(proposal: Proposal, capacities: Capacities, meeting: str | None, reason: str) -> Proposal:
    """With the question to the leader, and otherwise as it was; Refusal("missing_remarks") without a reason."""
    require(proposal, capacities, Act.ASK_LEADER)
    words = said(reason)
    if not words:
        raise Refusal("missing_remarks", field="words")
    question = LeaderQuestion(words=words, meeting=meeting, revision=proposal.revision + 1)
    return replace(proposal, dialogue=replace(proposal.dialogue, leader=question, ruling=None))


def nobody_leads(forum: Forum, meeting: Meeting | None) -> Refusal:
    """Whom the secretariat is to ask where nobody is known to lead the meeting."""
    if forum.charter.chair.model.value != "host_leads":
        return Refusal("no_leader.chairmanship")
    host = None if meeting is None else forum.organisation(meeting.host)
    return Refusal("no_leader.no_host") if host is None else Refusal("no_leader.host", vaert=host.name)


def check_unanswered(proposal: Proposal, capacities: Capacities, actor: str, name: str | None) -> None:
    """Refusal("leader_answered") where another leader, of that name, was the first to answer."""
    ruling = proposal.dialogue.ruling
    is_answered = proposal.dialogue.leader is None and ruling is not None and ruling.asked and ruling.by != actor
    if capacities.is_leader and is_answered and ruling is not None:
        raise Refusal("leader_answered", navn=name, svar=_ANSWERS[ruling.stays])


def kept(proposal: Proposal, capacities: Capacities, actor: str, instead_of: tuple[str, ...] = ()) -> Proposal:
    """It stays: the question is answered, and nothing else is changed."""
    require(proposal, capacities, Act.KEEP)
    return ruled(proposal, actor, instead_of, stays=True)


def lacks_place(proposal: Proposal) -> bool:
    """Whether what stays is on no draft yet, and says enough to be put on one."""
    return proposal.status is not ProposalStatus.ACCEPTED and is_ready(proposal.content)


def put_on(proposal: Proposal, meeting: str) -> Proposal:
    """On the agenda of that meeting, at the leader's word."""
    return replace(proposal, status=ProposalStatus.ACCEPTED, meeting=meeting, words="")


def deferred(proposal: Proposal, capacities: Capacities, actor: str, instead_of: tuple[str, ...] = ()) -> Proposal:
    """It waits, as the secretariat asked."""
    require(proposal, capacities, Act.DEFER)
    question = proposal.dialogue.leader
    if question is None:
        raise Refusal("leader_not_asked")
    return put_off(ruled(proposal, actor, instead_of, stays=False), question.meeting, question.words)


def ruled(proposal: Proposal, actor: str, instead_of: tuple[str, ...] = (), *, stays: bool) -> Proposal:
    """With what that leader settled, which answers the question if there was one."""
    question = proposal.dialogue.leader
    asked = 0 if question is None else question.revision
    ruling = Ruling(by=actor, stays=stays, asked=asked, instead_of=instead_of)
    return replace(proposal, dialogue=replace(proposal.dialogue, leader=None, ruling=ruling))
