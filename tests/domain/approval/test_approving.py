"""Every answer counts and stays, one return ends the round, silence is no answer, and dispatch ends answering."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.approval.rules import (
    APPROVED,
    ENDED,
    answers,
    changeable_until,
    dispatched,
    may_send_unapproved,
    missing,
    open_to,
    respond,
    send_unapproved,
)
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.refusal import Refusal
from tests.domain.approval.rounds import (
    AFTER,
    BEFORE,
    DEADLINE,
    DISPATCH,
    OPENED,
    PEOPLE,
    TITLE,
    a_round,
    all_answer,
    answer,
    newer,
    refusal,
    verdicts,
    yes,
)


@given(st.tuples(yes, yes, yes))
def test_any_order_of_answers_by_different_people_gives_the_same_result(given_verdicts: tuple[Verdict, ...]) -> None:
    results = set()
    for order in permutations(zip(PEOPLE, given_verdicts, strict=True)):
        this = a_round()
        for person, verdict in order:
            this = answer(this, person, verdict)
        results.add((this.standpoint, frozenset(answers(this).items())))
    assert len(results) == 1


@given(st.permutations([("a", Verdict.RETURNED), ("b", Verdict.APPROVED), ("c", Verdict.APPROVED_WITH_REMARKS)]))
def test_one_return_ends_the_round_whenever_it_comes(order: list[tuple[str, Verdict]]) -> None:
    this = a_round()
    for person, verdict in order:
        if this.standpoint in ENDED:
            assert refusal(this, person, verdict) == "round_returned"
        else:
            this = answer(this, person, verdict)
    assert this.standpoint is Standpoint.RETURNED


def test_whoever_sent_it_back_may_approve_instead_and_nobody_else_while_that_stands() -> None:
    returned = answer(a_round("a", "b"), "a", Verdict.RETURNED)
    assert refusal(returned, "b", Verdict.APPROVED) == "round_returned"
    assert answer(returned, "a", Verdict.APPROVED).standpoint is Standpoint.OPEN
    assert refusal(returned, "a", Verdict.APPROVED, at=AFTER) == "closed"


@given(st.sets(st.sampled_from(PEOPLE), max_size=2), st.data())
def test_silence_never_approves(answering: set[str], data: st.DataObject) -> None:
    this = a_round()
    for person in sorted(answering):
        this = answer(this, person, data.draw(yes))
    assert this.standpoint is Standpoint.OPEN
    assert set(missing(this)) == set(PEOPLE) - answering


@given(st.lists(st.tuples(st.sampled_from(PEOPLE), verdicts), max_size=12))
def test_every_answer_stays_in_the_order_it_came(given_answers: list[tuple[str, Verdict]]) -> None:
    this = a_round()
    for person, verdict in given_answers:
        before = this
        if this.standpoint not in ENDED:
            this = answer(this, person, verdict)
        assert this.responses[: len(before.responses)] == before.responses
        if this != before:
            assert (this.responses[-1].person, this.responses[-1].verdict) == (person, verdict)
    for person, standing in answers(this).items():
        assert standing == [each for each in this.responses if each.person == person][-1]


@given(st.sampled_from(PEOPLE), st.sampled_from(Verdict), st.sampled_from([BEFORE, AFTER]))
def test_nobody_answers_after_dispatch(person: str, verdict: Verdict, at: datetime) -> None:
    this = a_round()
    late = Response(person=person, verdict=verdict, words="fordi", version=1, at=at)
    with pytest.raises(Refusal) as refused:
        respond(this, late, until=DEADLINE, is_over=True)
    assert refused.value.key == "closed"


@given(st.sampled_from(PEOPLE), verdicts, st.sampled_from([BEFORE, AFTER]), st.booleans())
def test_the_same_edit_answer_changes_nothing(person: str, verdict: Verdict, at: datetime, is_over: bool) -> None:
    this = answer(a_round(), person, verdict)
    again = replace(this.responses[-1], at=at)
    assert respond(this, again, until=DEADLINE, is_over=is_over) is this


@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE), yes), max_size=4),
    st.booleans(),
    st.sampled_from(PEOPLE),
    st.sampled_from(Verdict),
    st.sampled_from([BEFORE, AFTER]),
    st.booleans(),
)
def test_what_is_offered_is_just_what_is_taken(
    before: list[tuple[str, Verdict]], is_carried: bool, person: str, verdict: Verdict, at: datetime, is_over: bool
) -> None:
    this = a_round()
    for each, given_verdict in before:
        this = answer(this, each, given_verdict)
    this = replace(this, version=2) if is_carried else this
    asked = Response(person=person, verdict=verdict, words="andet", version=this.version, at=at)
    offered = open_to(this, person, now=at, until=DEADLINE, is_over=is_over)
    try:
        respond(this, asked, until=DEADLINE, is_over=is_over)
    except Refusal:
        assert verdict not in offered
    else:
        assert verdict in offered


def test_all_approvals_approve_and_one_remark_is_remembered() -> None:
    assert all_answer(a_round("a", "b"), [Verdict.APPROVED] * 2).standpoint is Standpoint.APPROVED
    with_remarks = all_answer(a_round("a", "b"), [Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS])
    assert with_remarks.standpoint is Standpoint.APPROVED_WITH_REMARKS


def test_an_approval_may_be_changed_until_the_deadline_and_not_from_then_on() -> None:
    this = answer(a_round("a"), "a", Verdict.APPROVED)
    changed = answer(this, "a", Verdict.RETURNED, at=DEADLINE - timedelta(microseconds=1))
    assert (changed.standpoint, len(changed.responses)) == (Standpoint.RETURNED, 2)
    assert refusal(this, "a", Verdict.RETURNED, at=DEADLINE) == "closed"


def test_a_first_answer_that_is_late_is_welcome() -> None:
    assert answer(a_round("a"), "a", Verdict.APPROVED, at=AFTER).standpoint is Standpoint.APPROVED


@pytest.mark.parametrize(
    ("deadline", "dispatch", "opened", "until"),
    [
        (DEADLINE, DISPATCH, OPENED, DEADLINE),
        (DISPATCH, DEADLINE, OPENED, DEADLINE),
        (DEADLINE, None, OPENED, DEADLINE),
        (DISPATCH, OPENED, OPENED, DISPATCH),
    ],
)
def test_an_answer_may_be_changed_until_the_deadline_or_a_dispatch_that_was_ahead(
    deadline: datetime, dispatch: datetime | None, opened: datetime, until: datetime
) -> None:
    assert changeable_until(replace(a_round(), deadline=deadline, opened_at=opened), dispatch) == until


@pytest.mark.parametrize("version", [0, 2, 99])
def test_another_version_than_the_newest_is_refused(version: int) -> None:
    assert refusal(a_round(), "a", Verdict.APPROVED, version=version) == "stale"


@pytest.mark.parametrize("verdict", [Verdict.APPROVED_WITH_REMARKS, Verdict.RETURNED, Verdict.OBJECTED])
def test_an_answer_that_calls_for_words_is_refused_without(verdict: Verdict) -> None:
    wordless = Response(person="a", verdict=verdict, words="", version=1, at=BEFORE)
    with pytest.raises(Refusal) as refused:
        respond(a_round(), wordless, until=DEADLINE, is_over=False)
    assert refused.value.key == "missing_remarks"


def test_being_consulted_is_no_vote_and_approving_no_remark() -> None:
    assert refusal(a_round(mode=Mode.CONSULT), "a", Verdict.APPROVED) == "wrong_answer.consult"
    assert refusal(a_round(mode=Mode.CONSULT), "a", Verdict.OBJECTED) == "wrong_answer.consult"
    assert refusal(a_round(), "a", Verdict.NO_REMARKS) == "wrong_answer.approve"


def test_those_who_were_consulted_never_approve() -> None:
    this = all_answer(a_round("a", "b", mode=Mode.CONSULT), [Verdict.NO_REMARKS, Verdict.REMARKS])
    assert this.standpoint is Standpoint.CONSULTED
    assert dispatched(a_round(mode=Mode.CONSULT)).standpoint is Standpoint.CONSULTED
    assert dispatched(a_round()).standpoint is Standpoint.OPEN


def test_the_secretariat_may_send_what_is_unanswered_after_the_deadline_where_the_forum_lets_it() -> None:
    sent = send_unapproved(answer(a_round(), "a", Verdict.APPROVED), now=DEADLINE, if_unanswered="secretariat_may_send")
    assert sent.standpoint is Standpoint.SENT_UNAPPROVED
    assert send_unapproved(sent, now=DEADLINE, if_unanswered="secretariat_may_send") is sent
    assert not may_send_unapproved(sent, now=DEADLINE, if_unanswered="secretariat_may_send")


RETURNED = answer(a_round(), "a", Verdict.RETURNED)


@pytest.mark.parametrize(
    ("this", "now", "allowed", "key"),
    [
        (a_round(), DEADLINE - timedelta(seconds=1), True, "still_answering"),
        (a_round(), DEADLINE, False, "must_hold"),
        (RETURNED, DEADLINE, True, "round_returned"),
        (all_answer(a_round("a"), [Verdict.APPROVED]), DEADLINE, True, "already_approved"),
        (a_round(mode=Mode.CONSULT), DEADLINE, True, "no_approval_needed"),
    ],
)
def test_otherwise_the_secretariat_may_not(this: ApprovalRound, now: datetime, allowed: bool, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        send_unapproved(this, now=now, if_unanswered="secretariat_may_send" if allowed else "hold")
    assert refused.value.key == key
    assert not may_send_unapproved(this, now=now, if_unanswered="secretariat_may_send" if allowed else "hold")


def test_answers_that_come_before_an_unapproved_agenda_leaves_still_count() -> None:
    chosen = send_unapproved(a_round("a", "b"), now=DEADLINE, if_unanswered="secretariat_may_send")
    one = answer(chosen, "a", Verdict.APPROVED, at=AFTER)
    assert one.standpoint is Standpoint.SENT_UNAPPROVED
    assert answer(one, "b", Verdict.APPROVED, at=AFTER).standpoint in APPROVED
    assert answer(one, "b", Verdict.RETURNED, at=AFTER).standpoint is Standpoint.RETURNED


def test_the_choice_to_send_one_version_unapproved_is_not_made_for_the_next() -> None:
    chosen = send_unapproved(a_round("a", "b"), now=DEADLINE, if_unanswered="secretariat_may_send")
    going_on = newer(chosen, TITLE)
    assert going_on is not None
    assert going_on.standpoint is Standpoint.OPEN
