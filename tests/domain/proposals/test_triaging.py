"""Treating a proposal: every status, every capacity, and the right that the secretariat cannot overrule."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.office import SECRETARIAT
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals import leading, revising
from bot.domain.proposals import triage as triaging
from bot.domain.proposals.rules import LONGEST_TEXT
from bot.domain.proposals.state import (
    Answer,
    Change,
    Content,
    Dialogue,
    ItemKind,
    LeaderQuestion,
    Proposal,
    ProposalStatus,
    Ruling,
)
from bot.domain.proposals.triage import Act, Capacities
from tests.harness.charters import saying
from tests.harness.klynge_nord import local

DAY = date(2027, 2, 1)
WORDS = st.text("ordæøå ", min_size=1).filter(str.strip)


CONTENT = Content(title="Lægedækning", kind=ItemKind.DISCUSSION, summary="Derfor.", recommendation="At.")
CHANGE = Change(before=CONTENT, after=replace(CONTENT, title="Lægedækning på Læsø"))


def a_proposal(
    *,
    by_right: bool = False,
    status: ProposalStatus = ProposalStatus.RECEIVED,
    change: Change | None = None,
    leader: LeaderQuestion | None = None,
) -> Proposal:
    return Proposal(
        id=1,
        forum="politisk-klynge-nord",
        year=2027,
        number=1,
        revision=1,
        meeting="2027-1",
        proposer="formand-laesoe",
        on_behalf_of=None,
        by_right=by_right,
        content=CONTENT,
        status=status,
        dialogue=Dialogue(change=change, leader=leader),
        received_at=local("2027-02-01T10:00"),
    )


def capacities(
    *, secretariat: bool = False, leader: bool = False, proposer: bool = False, sent_for: date | None = None
) -> Capacities:
    return Capacities(
        is_secretariat=secretariat,
        is_leader=leader,
        is_proposer=proposer,
        forum="Klyngen",
        office=SECRETARIAT,
        leaders=("Værten",),
        sent_for=sent_for,
    )


CAPACITIES = st.builds(
    capacities,
    secretariat=st.booleans(),
    leader=st.booleans(),
    proposer=st.booleans(),
    sent_for=st.none() | st.just(date(2027, 3, 16)),
)
PROPOSALS = st.builds(
    a_proposal,
    by_right=st.booleans(),
    status=st.sampled_from(ProposalStatus),
    change=st.none() | st.just(CHANGE),
    leader=st.none() | st.just(LeaderQuestion(words="Mødet er fuldt.", meeting=None)),
)


def do(act: Act, proposal: Proposal, worn: Capacities, words: str = "Derfor.") -> Proposal:
    """The act, done by the rules."""
    match act:
        case Act.ACCEPT:
            return triaging.accepted(proposal, worn, "2027-1")
        case Act.ASK:
            return triaging.asked(proposal, worn, words)
        case Act.ELABORATE:
            return triaging.elaborated(proposal, worn, words)
        case Act.ASK_LEADER:
            return leading.asked_leader(proposal, worn, None, words)
        case Act.POSTPONE:
            return triaging.postponed(proposal, worn, None, words)
        case Act.DECLINE:
            return triaging.declined(proposal, worn, words)
        case Act.WITHDRAW:
            return triaging.withdrawn(proposal, worn)
        case _:
            return converse(act, proposal, worn, words)


def converse(act: Act, proposal: Proposal, worn: Capacities, words: str) -> Proposal:
    """What is written, suggested and answered."""
    match act:
        case Act.TAKE:
            return revising.taken(proposal, worn, proposal.content)
        case Act.LEAVE:
            return revising.left(proposal, worn)
        case Act.KEEP:
            return leading.kept(proposal, worn, "vaert")
        case Act.DEFER:
            return leading.deferred(proposal, worn, "vaert")
        case _:
            return write(proposal, worn, words)


def write(proposal: Proposal, worn: Capacities, words: str) -> Proposal:
    """Somebody writes in the proposal, as far as it is theirs to."""
    after = replace(proposal.content, summary=f"{words}!")
    if revising.changes_directly(proposal, worn):
        return replace(proposal, content=after)
    return revising.suggested(proposal, worn, proposal.content, after, words)


def test_capacities_come_from_the_forums_own_records(forum: Forum) -> None:
    meeting = forum.meeting("2027-1")
    secretariat = triaging.capacities_of(forum, a_proposal(), "sekretariat-region", meeting, DAY)
    leader = triaging.capacities_of(forum, a_proposal(), "formand-kommunal", meeting, DAY)
    proposer = triaging.capacities_of(forum, a_proposal(), "formand-laesoe", meeting, DAY)
    nobody = triaging.capacities_of(forum, a_proposal(), "formand-frederikshavn", meeting, DAY)
    assert (secretariat.is_secretariat, leader.is_leader, proposer.is_proposer) == (True, True, True)
    assert not nobody.any
    assert nobody.leaders == ("Formand (Hjørring)",)


def test_the_host_of_another_meeting_leads_that_one(forum: Forum) -> None:
    october = triaging.capacities_of(forum, a_proposal(), "formand-frederikshavn", forum.meeting("2027-2"), DAY)
    assert october.is_leader


def test_the_secretariat_decides_and_the_proposer_takes_back() -> None:
    decides = {Act.ACCEPT, Act.ASK, Act.POSTPONE, Act.DECLINE, Act.REVISE}
    assert triaging.acts(a_proposal(), capacities(secretariat=True)) == decides
    assert triaging.acts(a_proposal(), capacities(proposer=True)) == {Act.WITHDRAW, Act.REVISE}
    asked = a_proposal(status=ProposalStatus.NEEDS_INFO)
    assert triaging.acts(asked, capacities(proposer=True)) == {Act.WITHDRAW, Act.ELABORATE, Act.REVISE}
    treated = a_proposal(status=ProposalStatus.ACCEPTED)
    assert triaging.acts(treated, capacities(proposer=True)) == {Act.WITHDRAW, Act.SUGGEST}


def test_with_several_hats_one_may_all_that_each_allows() -> None:
    both = capacities(secretariat=True, proposer=True)
    decides = {Act.ACCEPT, Act.ASK, Act.POSTPONE, Act.DECLINE, Act.REVISE}
    assert triaging.acts(a_proposal(), both) == decides | {Act.WITHDRAW}
    assert Act.SUGGEST not in triaging.acts(a_proposal(status=ProposalStatus.ACCEPTED), both)


def test_the_secretariat_cannot_decline_what_is_set_by_right_and_is_told_who_can() -> None:
    with pytest.raises(Refusal) as refusal:
        triaging.declined(a_proposal(by_right=True), capacities(secretariat=True), "Derfor.")
    assert (refusal.value.key, refusal.value.facts) == ("only_the_leader", {"ledere": ("Værten",)})


def test_the_leader_declines_what_is_set_by_right_and_may_take_that_back() -> None:
    declined = triaging.declined(a_proposal(by_right=True), capacities(leader=True), "Derfor.")
    assert declined.status is ProposalStatus.DECLINED
    with pytest.raises(Refusal, match="only_the_leader"):
        triaging.accepted(declined, capacities(secretariat=True), "2027-1")
    assert triaging.accepted(declined, capacities(leader=True), "2027-1").status is ProposalStatus.ACCEPTED


def test_the_leader_has_no_say_where_nobody_has_a_right() -> None:
    assert triaging.acts(a_proposal(), capacities(leader=True)) == frozenset()


def test_the_secretariat_may_change_its_mind_about_a_refusal() -> None:
    declined = a_proposal(status=ProposalStatus.DECLINED)
    assert triaging.accepted(declined, capacities(secretariat=True), "2027-1").status is ProposalStatus.ACCEPTED
    with pytest.raises(Refusal, match="proposal_is_declined"):
        triaging.asked(declined, capacities(secretariat=True), "Hvorfor?")


@pytest.mark.parametrize("act", [Act.ASK, Act.ELABORATE, Act.POSTPONE, Act.DECLINE])
@pytest.mark.parametrize("words", ["", " \n", "\u202e"])
def test_what_needs_words_is_refused_without(act: Act, words: str) -> None:
    asked = a_proposal(status=ProposalStatus.NEEDS_INFO)
    with pytest.raises(Refusal, match="missing_remarks"):
        do(act, asked, capacities(secretariat=True, proposer=True), words)


def test_an_elaboration_is_kept_beside_what_politicians_read() -> None:
    asked = replace(a_proposal(status=ProposalStatus.NEEDS_INFO), words="Hvor mange?")
    elaborated = triaging.elaborated(asked, capacities(proposer=True), "Fire.")
    assert elaborated.content == asked.content
    assert elaborated.dialogue.answers == (Answer(question="Hvor mange?", words="Fire."),)
    assert (elaborated.status, elaborated.words) == (ProposalStatus.RECEIVED, "")
    with pytest.raises(Refusal) as refusal:
        triaging.elaborated(asked, capacities(proposer=True), "x" * (LONGEST_TEXT + 7))
    assert (refusal.value.key, refusal.value.facts["over"]) == ("too_long", 7)


def test_what_is_set_by_right_waits_at_the_leaders_word_alone() -> None:
    proposal, clerk = a_proposal(by_right=True), capacities(secretariat=True)
    assert triaging.needs_the_leader(proposal)
    with pytest.raises(Refusal, match="only_the_leader"):
        triaging.postponed(proposal, clerk, None, "Mødet er fuldt.")
    asked = leading.asked_leader(proposal, clerk, "2027-2", "Mødet er fuldt.")
    assert (asked.status, asked.meeting) == (ProposalStatus.RECEIVED, "2027-1")
    kept = leading.kept(asked, capacities(leader=True), "vaert")
    assert kept.dialogue == Dialogue(ruling=Ruling(by="vaert", stays=True, asked=2))
    assert replace(kept, dialogue=proposal.dialogue) == proposal
    deferred = leading.deferred(asked, capacities(leader=True), "vaert")
    assert deferred.dialogue.ruling == Ruling(by="vaert", stays=False, asked=2)
    assert (deferred.status, deferred.meeting) == (ProposalStatus.POSTPONED, "2027-2")
    assert deferred.words == "Mødet er fuldt."


def test_where_nobody_leads_the_secretariat_is_told_whom_to_ask(forum: Forum) -> None:
    meeting = forum.meeting("2027-1")
    assert meeting is not None
    assert leading.nobody_leads(forum, meeting).facts == {"vaert": "Hjørring Kommune"}
    assert leading.nobody_leads(forum, replace(meeting, host=None)).key == "no_leader.no_host"
    chaired = replace(forum, charter=saying(forum.charter, chair__model=Provision("shared")))
    assert leading.nobody_leads(chaired, meeting).key == "no_leader.chairmanship"


def test_the_first_leader_to_answer_is_named_to_the_next() -> None:
    asked = leading.asked_leader(a_proposal(by_right=True), capacities(secretariat=True), None, "Mødet er fuldt.")
    answered = leading.kept(asked, capacities(leader=True), "vaert")
    with pytest.raises(Refusal) as refusal:
        leading.check_unanswered(answered, capacities(leader=True), "naestformand", "Værten")
    assert refusal.value.facts == {"navn": "Værten", "svar": "proposal.btn.leader.keep"}
    leading.check_unanswered(asked, capacities(leader=True), "naestformand", None)
    leading.check_unanswered(answered, capacities(leader=True), "vaert", "Værten")


def test_what_says_too_little_is_not_put_on_an_agenda() -> None:
    bare = replace(a_proposal(), content=Content(title="Sag A", kind=ItemKind.DECISION, is_closed=True))
    with pytest.raises(Refusal, match="not_ready"):
        triaging.accepted(bare, capacities(secretariat=True), "2027-1")


def test_nobody_elaborates_unasked() -> None:
    with pytest.raises(Refusal, match="not_asked"):
        triaging.elaborated(a_proposal(), capacities(proposer=True), "Fordi.")


@given(proposal=PROPOSALS, worn=CAPACITIES, act=st.sampled_from(Act))
def test_an_act_is_possible_exactly_where_it_is_offered(proposal: Proposal, worn: Capacities, act: Act) -> None:
    if act in triaging.acts(proposal, worn):
        assert do(act, proposal, worn) != proposal or proposal.status is ProposalStatus.ACCEPTED
        return
    if act in (Act.REVISE, Act.SUGGEST) and triaging.acts(proposal, worn) & {Act.REVISE, Act.SUGGEST}:
        return  # whoever writes does the one or the other
    with pytest.raises(Refusal):
        do(act, proposal, worn)


@given(proposal=PROPOSALS, worn=CAPACITIES)
def test_once_an_agenda_with_it_was_sent_nothing_can_be_done_to_it(proposal: Proposal, worn: Capacities) -> None:
    sent = replace(worn, sent_for=date(2027, 3, 16))
    assert triaging.acts(proposal, sent) == frozenset()
    accepted = replace(proposal, status=ProposalStatus.ACCEPTED)
    if worn.is_proposer:
        with pytest.raises(Refusal, match="sent_proposal"):
            triaging.withdrawn(accepted, sent)


@given(proposal=PROPOSALS, worn=CAPACITIES)
def test_what_is_withdrawn_is_nobodys_to_treat(proposal: Proposal, worn: Capacities) -> None:
    withdrawn = replace(proposal, status=ProposalStatus.WITHDRAWN)
    assert triaging.acts(withdrawn, worn) == frozenset()
    assert not triaging.is_open(withdrawn.status)
