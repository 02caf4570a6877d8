"""Changing what a proposal says: the form says what the content says, and a suggestion changes what it names."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Named
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals import revising
from bot.domain.proposals.actions import Revise
from bot.domain.proposals.rules import content_of
from bot.domain.proposals.state import Content, ItemKind, ProposalStatus
from tests.domain.proposals.test_triaging import CONTENT, DAY, a_proposal, capacities
from tests.harness.charters import SILENT_CHARTER, saying

WORDS = st.text("ordæøå", min_size=1)
CONTENTS = st.builds(
    Content,
    title=WORDS,
    kind=st.sampled_from(ItemKind),
    summary=WORDS,
    case_description=WORDS | st.just(""),
    recommendation=WORDS,
    basis=st.sampled_from(["plan", "local", "other"]),
    financial_note=WORDS | st.just(""),
    amount=st.none() | st.decimals(0, 10**9, places=2),
    duration=st.integers(1, 480).map(lambda minutes: timedelta(minutes=minutes)),
    links=st.just(()) | st.just(("https://example.org/a", "https://example.org/b")),
    is_closed=st.booleans(),
)
CHARTER = saying(SILENT_CHARTER, agenda__bases=tuple(Named(id=each, name=each) for each in ("plan", "local")))


@given(content=CONTENTS)
def test_the_form_unchanged_says_the_same(content: Content) -> None:
    assert content_of(revising.form_of(content), CHARTER) == content
    untouched = Revise(number=1)
    with pytest.raises(Refusal, match="unchanged"):
        revising.revised_content(content, untouched, CHARTER, may_wait=False, may_be_same=False)


@given(before=CONTENTS, after=CONTENTS, current=CONTENTS)
def test_a_change_that_is_worked_in_leaves_what_it_does_not_name(
    before: Content, after: Content, current: Content
) -> None:
    treated = a_proposal(status=ProposalStatus.ACCEPTED)
    suggested = revising.suggested(treated, capacities(proposer=True), before, after, "")
    assert suggested.content == treated.content
    taken = revising.taken(suggested, capacities(secretariat=True), current)
    named = revising.differences(before, after)
    for field in revising.differences(taken.content, current):
        assert field in named
    for field in named:
        assert getattr(taken.content, field) == getattr(after, field)
    assert taken.dialogue.change is None


def test_a_right_follows_the_basis_it_rests_on(forum: Forum) -> None:
    proposal = replace(
        a_proposal(by_right=True), proposer="koordinator-hjoerring", on_behalf_of="hjoerring", content=CONTENT
    )
    assert not revising.revised(forum, proposal, replace(CONTENT, basis="other"), DAY).by_right
    assert revising.revised(forum, proposal, replace(CONTENT, basis="plan"), DAY).by_right
    assert revising.revised(forum, proposal, replace(CONTENT, title="Andet"), DAY).by_right


def test_only_the_proposer_changes_the_basis_and_only_until_it_is_treated() -> None:
    assert revising.may_change_basis(a_proposal(), capacities(proposer=True))
    assert not revising.may_change_basis(a_proposal(), capacities(secretariat=True))
    assert not revising.may_change_basis(a_proposal(status=ProposalStatus.ACCEPTED), capacities(proposer=True))


def test_an_amount_is_typed_as_danes_write_it() -> None:
    assert revising.form_of(replace(CONTENT, amount=Decimal("450000.00"))).amount == "450000"
    assert revising.form_of(replace(CONTENT, amount=Decimal("0.50"))).amount == "0,50"
