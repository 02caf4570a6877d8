"""Whatever becomes of the forum, nobody is waited for in vain, every answer stays, and no silence becomes a yes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.approval.mending import What, mended, reopened, steps, withdrawn
from bot.domain.approval.rules import APPROVED, answers, missing
from bot.domain.approval.state import ApprovalRound, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from tests.domain.approval.rounds import a_round, answer

PEOPLE = ("a", "b", "c")
circles = st.lists(st.sampled_from("abcde"), unique=True).map(tuple)
YES = frozenset({Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS})


@st.composite
def rounds(draw: st.DrawFn) -> ApprovalRound:
    mode = draw(st.sampled_from([Mode.APPROVE, Mode.CONSULT]))
    this = a_round(*PEOPLE, mode=mode)
    verdicts = sorted(YES) if mode is Mode.APPROVE else [Verdict.REMARKS, Verdict.NO_REMARKS]
    for person in draw(st.sets(st.sampled_from(PEOPLE))):
        this = answer(this, person, draw(st.sampled_from(verdicts)))
    if draw(st.booleans()) and this.mode is Mode.APPROVE and missing(this):
        this = answer(this, missing(this)[0], Verdict.RETURNED)
    return this


modes = st.sampled_from(list(Mode))


@given(rounds(), modes, circles)
def test_who_is_waited_for_is_who_is_asked(this: ApprovalRound, mode: Mode, approvers: tuple[str, ...]) -> None:
    after = mended(this, mode, approvers)
    if after.standpoint is Standpoint.OPEN:
        assert set(missing(after)) == set(approvers) - answers(after).keys()
        assert after.mode is mode


@given(rounds(), modes, circles)
def test_no_answer_is_lost_and_no_silence_becomes_a_yes(
    this: ApprovalRound, mode: Mode, approvers: tuple[str, ...]
) -> None:
    after = mended(this, mode, approvers)
    assert after.responses == this.responses
    assert set(answers(this)) & set(this.approvers) <= set(after.approvers)
    if after.standpoint in APPROVED and after != this:
        given_now = answers(after)
        assert given_now
        assert all(given_now[person].verdict in YES for person in after.approvers)
        assert mode is Mode.APPROVE


@given(rounds(), modes, circles)
def test_mending_twice_does_nothing_more_and_what_has_an_outcome_keeps_it(
    this: ApprovalRound, mode: Mode, approvers: tuple[str, ...]
) -> None:
    after = mended(this, mode, approvers)
    assert mended(after, mode, approvers) == after
    is_returned = this.standpoint is Standpoint.RETURNED and mode is Mode.NONE
    assert after == this or this.standpoint is Standpoint.OPEN or is_returned


@given(rounds(), modes, circles)
def test_whatever_is_mended_is_told_and_nothing_else(
    this: ApprovalRound, mode: Mode, approvers: tuple[str, ...]
) -> None:
    after = mended(this, mode, approvers)
    assert bool(list(steps(this, after, mode))) == (after != this)


@given(rounds(), modes, circles)
def test_without_approval_no_round_stays_open(this: ApprovalRound, mode: Mode, approvers: tuple[str, ...]) -> None:
    assert mended(this, Mode.NONE, approvers).standpoint not in (Standpoint.OPEN, Standpoint.RETURNED)
    assert reopened(withdrawn(this), mode, approvers).responses == this.responses


def whats(this: ApprovalRound, mode: Mode, *approvers: str) -> list[tuple[What, tuple[str, ...]]]:
    return [(each.what, each.people) for each in steps(this, mended(this, mode, approvers), mode)]


@pytest.mark.parametrize(
    ("answered", "mode", "approvers", "told"),
    [
        ("", Mode.APPROVE, "ab", [(What.RELEASED, ("c",))]),
        ("", Mode.APPROVE, "abcd", [(What.ASKED, ("d",))]),
        ("ab", Mode.APPROVE, "ab", [(What.RELEASED, ("c",)), (What.COMPLETE, ("a", "b"))]),
        ("a", Mode.APPROVE, "bcd", [(What.ASKED, ("d",))]),
        ("", Mode.APPROVE, "", [(What.NOBODY, ("a", "b", "c"))]),
        ("a", Mode.NONE, "abc", [(What.NOT_NEEDED, ("b", "c"))]),
        ("a", Mode.CONSULT, "abc", [(What.ONLY_CONSULTED, ("b", "c"))]),
    ],
)
def test_what_is_told(answered: str, mode: Mode, approvers: str, told: list[tuple[What, tuple[str, ...]]]) -> None:
    this = a_round(*PEOPLE)
    for person in answered:
        this = answer(this, person, Verdict.APPROVED)
    assert whats(this, mode, *approvers) == told


def test_a_word_to_a_question_for_remarks_is_no_approval() -> None:
    this = answer(a_round(*PEOPLE, mode=Mode.CONSULT), "a", Verdict.NO_REMARKS)
    assert whats(this, Mode.APPROVE, "a") == [(What.ASK_ANEW, ("b", "c"))]
