"""A newer version of what was asked about: answers are carried over unless the substance changed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.changes import ChangeKind
from bot.domain.approval.rules import answers, carried, missing
from bot.domain.approval.state import ApprovalRound, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from tests.domain.approval.rounds import AFTER, PEOPLE, TITLE, a_round, all_answer, answer, newer, refusal, yes


@given(
    st.lists(st.sampled_from(ChangeKind), max_size=4),
    st.lists(st.tuples(st.sampled_from(PEOPLE), yes), max_size=3),
)
def test_answers_are_carried_over_just_where_nothing_of_substance_changed(
    kinds: list[ChangeKind], given_answers: list[tuple[str, Verdict]]
) -> None:
    this = a_round()
    for person, verdict in given_answers:
        this = answer(this, person, verdict)
    changed = [replace(TITLE, kind=kind) for kind in kinds]
    going_on = newer(this, *changed)
    assert (going_on is None) == any(change.is_substance for change in changed)
    if going_on is not None:
        assert (going_on.responses, going_on.standpoint) == (this.responses, this.standpoint)
        assert (going_on.version, going_on.first_version) == (2, 1)
        assert set(carried(going_on)) == set(answers(this))


def test_a_returned_round_does_not_go_on() -> None:
    assert newer(answer(a_round(), "a", Verdict.RETURNED)) is None


def test_a_round_does_not_go_on_with_other_people_or_another_question() -> None:
    assert newer(a_round(), TITLE, approvers=("a", "d")) is None
    assert newer(a_round(), TITLE, mode=Mode.CONSULT) is None


def carried_over(*people: str) -> ApprovalRound:
    going_on = newer(all_answer(a_round(*people), [Verdict.APPROVED] * len(people)), TITLE)
    assert going_on is not None
    return going_on


def test_an_objection_ends_the_round_also_after_the_deadline() -> None:
    assert answer(carried_over("a", "b"), "a", Verdict.OBJECTED, at=AFTER).standpoint is Standpoint.RETURNED


def test_only_an_approval_that_was_carried_over_can_become_an_objection() -> None:
    assert refusal(a_round(), "a", Verdict.OBJECTED) == "no_objection"
    approved_anew = answer(carried_over("a", "b"), "a", Verdict.APPROVED)
    assert carried(approved_anew) == ("b",)
    assert refusal(approved_anew, "a", Verdict.OBJECTED, version=2) == "no_objection"


def test_a_round_goes_on_with_those_who_are_asked_still_and_with_whoever_has_answered() -> None:
    this = answer(a_round(), "b", Verdict.APPROVED)
    again = newer(this, TITLE, approvers=("a",))
    assert again is not None
    assert (again.approvers, missing(again)) == (("a", "b"), ("a",))
