"""Anybody does anything to a proposal in any order, and what must hold still holds."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.rules import LONGEST_TEXT
from bot.domain.proposals.state import (
    ProposalStatus,
)
from bot.domain.proposals.triage import Act, Capacities
from tests.domain.proposals.test_triaging import CAPACITIES, WORDS, a_proposal, do

LEFT_OUT = (ProposalStatus.DECLINED, ProposalStatus.POSTPONED)


class Treatment(RuleBasedStateMachine):
    """Anybody does anything in any order."""

    @initialize(by_right=st.booleans())
    def receive(self, by_right: bool) -> None:
        self.proposal = a_proposal(by_right=by_right)
        self.left_out_by_leader = False

    @rule(act=st.sampled_from(Act), worn=CAPACITIES, words=WORDS)
    def attempt(self, act: Act, worn: Capacities, words: str) -> None:
        before = self.proposal
        try:
            self.proposal = do(act, before, worn, words)
        except Refusal:
            assert self.proposal == before
            return
        if self.proposal.status in LEFT_OUT and self.proposal.status is not before.status:
            self.left_out_by_leader = worn.is_leader

    @invariant()
    def a_right_is_overruled_by_the_leader_alone(self) -> None:
        if self.proposal.by_right and self.proposal.status in LEFT_OUT:
            assert self.left_out_by_leader

    @invariant()
    def a_decision_that_needs_words_has_them(self) -> None:
        wordless = (ProposalStatus.RECEIVED, ProposalStatus.ACCEPTED, ProposalStatus.WITHDRAWN)
        assert bool(self.proposal.words) is (self.proposal.status not in wordless)

    @invariant()
    def the_summary_keeps_its_limit(self) -> None:
        assert len(self.proposal.content.summary) <= LONGEST_TEXT

    @invariant()
    def what_is_left_out_asks_nobody_anything(self) -> None:
        if self.proposal.status is ProposalStatus.WITHDRAWN:
            assert (self.proposal.dialogue.leader, self.proposal.dialogue.change) == (None, None)


TestTreatment = Treatment.TestCase
