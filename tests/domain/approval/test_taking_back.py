"""A taken-back answer counts no more, stays in the log, and leaves the round as if it had not been given."""

import itertools
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.approval.rules import (
    APPROVED,
    answers,
    may_change,
    missing,
    returns,
    send_unapproved,
    superseded,
    take_back,
)
from bot.domain.approval.state import ApprovalRound, Standpoint, Verdict
from bot.domain.kernel.refusal import Refusal
from tests.domain.approval.rounds import AFTER, BEFORE, DEADLINE, PEOPLE, TITLE, a_round, answer, newer, verdicts

acts = st.lists(st.tuples(st.sampled_from(PEOPLE), verdicts | st.none() | st.just("circulate")), max_size=14)


def taken(this: ApprovalRound, person: str, *, at: datetime = BEFORE, version: int | None = None) -> ApprovalRound:
    asked = this.version if version is None else version
    return take_back(this, person, asked, now=at, until=DEADLINE, is_over=False)


def refused(this: ApprovalRound, person: str, *, at: datetime = BEFORE, version: int | None = None) -> str:
    with pytest.raises(Refusal) as refusal:
        taken(this, person, at=at, version=version)
    return refusal.value.key


def played(these: list[tuple[str, str | None]]) -> list[ApprovalRound]:
    """Every round that comes of these acts, refused ones left out: None takes back, "circulate" corrects a title."""
    seen = [a_round()]
    for person, act in these:
        this = seen[-1]
        try:
            if act == "circulate":
                seen.append(newer(replace(this, version=1), TITLE) or this)
            else:
                seen.append(taken(this, person) if act is None else answer(this, person, Verdict(act)))
        except Refusal:
            continue
    return seen


@given(acts)
def test_silence_is_never_consent_and_one_return_that_stands_blocks(these: list[tuple[str, str | None]]) -> None:
    for this in played(these):
        if this.standpoint in APPROVED:
            assert missing(this) == ()
        assert (this.standpoint is Standpoint.RETURNED) == bool(returns(this))


@given(acts)
def test_the_log_keeps_every_answer_and_every_taking_back(these: list[tuple[str, str | None]]) -> None:
    rounds = played(these)
    for before, after in itertools.pairwise(rounds):
        assert after.responses[: len(before.responses)] == before.responses


@given(acts, st.sampled_from(PEOPLE))
def test_after_it_the_round_stands_as_if_the_person_had_said_nothing(
    these: list[tuple[str, str | None]], person: str
) -> None:
    this = played(these)[-1]
    if person not in answers(this) or not may_change(this, person, now=BEFORE, until=DEADLINE, is_over=False):
        return
    without = replace(a_round(), version=this.version)
    for each in answers(this).values():
        if each.person != person:
            without = answer(without, each.person, each.verdict)
    after = taken(this, person)
    assert after.standpoint is without.standpoint
    assert set(answers(after)) == set(answers(without))


@given(st.sampled_from(PEOPLE), verdicts)
def test_the_same_click_twice_is_harmless(person: str, verdict: Verdict) -> None:
    once = taken(answer(a_round(), person, verdict), person)
    assert taken(once, person) is once


def test_a_return_can_be_taken_back_and_the_round_goes_on() -> None:
    this = taken(answer(a_round("a", "b"), "a", Verdict.RETURNED), "a")
    assert this.standpoint is Standpoint.OPEN
    assert [each.verdict for each in this.responses] == [Verdict.RETURNED, Verdict.TAKEN_BACK]
    assert answer(answer(this, "a", Verdict.APPROVED), "b", Verdict.APPROVED).standpoint is Standpoint.APPROVED


def test_a_return_that_a_newer_version_followed_can_not() -> None:
    returned = answer(a_round(), "a", Verdict.RETURNED)
    assert refused(superseded(returned), "a") == "newer_version"
    assert refused(replace(answer(a_round(), "a", Verdict.APPROVED), version=2), "a", version=1) == "newer_version"


def test_it_must_be_ones_own_in_time_and_before_the_agenda_left() -> None:
    this = answer(a_round(), "a", Verdict.APPROVED)
    assert refused(this, "b") == "nothing_given"
    assert refused(this, "a", at=DEADLINE) == "closed"
    with pytest.raises(Refusal) as over:
        take_back(this, "a", 1, now=BEFORE, until=DEADLINE, is_over=True)
    assert over.value.key == "closed"
    returned = answer(answer(a_round(), "b", Verdict.APPROVED), "a", Verdict.RETURNED)
    assert refused(returned, "b") == "round_returned"


def test_a_late_answer_can_be_taken_back_until_dispatch() -> None:
    late = answer(a_round(), "a", Verdict.RETURNED, at=AFTER)
    assert taken(late, "a", at=AFTER).standpoint is Standpoint.OPEN


def test_the_choice_to_send_without_the_missing_answers_was_not_made_without_this_one() -> None:
    late = answer(a_round("a", "b"), "a", Verdict.APPROVED, at=AFTER)
    chosen = send_unapproved(late, now=AFTER, if_unanswered="secretariat_may_send")
    assert taken(chosen, "a", at=AFTER).standpoint is Standpoint.OPEN
