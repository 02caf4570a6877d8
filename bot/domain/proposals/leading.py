"""The meeting leader's word on what is set by right: the secretariat asks whether it may wait, the leader says."""

from dataclasses import replace

from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import LeaderQuestion, Proposal
from bot.domain.proposals.triage import Act, Capacities, postponed, require, said, settled


def asked_leader(proposal: Proposal, capacities: Capacities, meeting: str | None, reason: str) -> Proposal:
    """With the question to the leader, and otherwise as it was; Refusal("no_leader") where nobody leads."""
    require(proposal, capacities, Act.POSTPONE)
    if not capacities.leaders:
        raise Refusal("no_leader")
    words = said(reason)
    if not words:
        raise Refusal("missing_remarks")
    question = LeaderQuestion(words=words, meeting=meeting)
    return replace(proposal, dialogue=replace(proposal.dialogue, leader=question))


def kept(proposal: Proposal, capacities: Capacities) -> Proposal:
    """It stays: the question is answered and nothing else is changed."""
    require(proposal, capacities, Act.KEEP)
    return replace(proposal, dialogue=replace(proposal.dialogue, leader=None))


def deferred(proposal: Proposal, capacities: Capacities) -> Proposal:
    """It waits, as the secretariat asked."""
    require(proposal, capacities, Act.DEFER)
    question = proposal.dialogue.leader
    if question is None:
        raise Refusal("leader_not_asked")
    return settled(postponed(proposal, capacities, question.meeting, question.words))
