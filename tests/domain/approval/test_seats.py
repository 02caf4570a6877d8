"""One seat counts once: whoever fills it, its first answer counts, and either of the two may change it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.approval.mending import What, mended, steps
from bot.domain.approval.rules import answers, missing, respond
from bot.domain.approval.seats import answered_for, owes, seats_of, taken_over
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from tests.domain.approval.rounds import BEFORE, DEADLINE, PEOPLE, a_round, answer, verdicts

everybody = st.sampled_from("abcdef")
stand_ins = st.dictionaries(st.sampled_from(PEOPLE), everybody).map(
    lambda found: {person: other for person, other in found.items() if person != other}
)


def answered_by(this: ApprovalRound, giver: str, verdict: Verdict) -> ApprovalRound:
    """That person answers for all that their answer counts for."""
    for seat in answered_for(this, giver, verdict, now=BEFORE, until=DEADLINE, is_over=False):
        own = Response(
            person=seat,
            verdict=verdict,
            words="fordi",
            version=this.version,
            at=BEFORE,
            account=giver,
            given_by=None if seat == giver else giver,
        )
        this = respond(this, own, until=DEADLINE, is_over=False)
    return this


@given(stand_ins, st.lists(st.tuples(everybody, verdicts), max_size=6))
def test_no_seat_counts_twice_and_nobody_answers_who_is_not_asked(
    others: dict[str, str], said: list[tuple[str, Verdict]]
) -> None:
    this = replace(a_round(), stand_ins=others)
    for giver, verdict in said:
        before = this
        if seats_of(this, giver) and this.standpoint is Standpoint.OPEN:
            this = answered_by(this, giver, verdict)
            assert answers(this).keys() - answers(before).keys() <= set(seats_of(before, giver))
    assert answers(this).keys() <= set(this.approvers)
    assert len(answers(this)) + len(missing(this)) == len(this.approvers)
    for given_now in answers(this).values():
        assert given_now.person in seats_of(this, given_now.giver)


@given(stand_ins)
def test_for_each_answer_that_is_missing_one_person_is_asked(others: dict[str, str]) -> None:
    this = replace(a_round(), stand_ins=others)
    asked = [each for each in "abcdef" if owes(this, each)]
    assert {others.get(person, person) for person in missing(this)} == set(asked)


def test_a_no_of_one_who_answers_for_two_is_one_no() -> None:
    this = answered_by(replace(a_round("a", "b"), stand_ins={"a": "b"}), "b", Verdict.RETURNED)
    assert this.standpoint is Standpoint.RETURNED
    assert set(answers(this)) == {"b"}


def test_the_same_answer_of_the_other_changes_nothing() -> None:
    this = answered_by(replace(a_round("a", "b"), stand_ins={"a": "d"}), "a", Verdict.APPROVED)
    assert answered_by(this, "d", Verdict.APPROVED) == this
    changed = answered_by(this, "d", Verdict.APPROVED_WITH_REMARKS)
    assert answers(changed)["a"].giver == "d"


def test_one_who_has_a_seat_and_stands_in_answers_for_both_but_leaves_what_the_absent_gave() -> None:
    this = replace(a_round("a", "b"), stand_ins={"a": "b"})
    assert answered_by(this, "b", Verdict.APPROVED).standpoint is Standpoint.APPROVED
    own = answered_by(this, "a", Verdict.APPROVED_WITH_REMARKS)
    assert answers(answered_by(own, "b", Verdict.APPROVED))["a"].giver == "a"


def test_an_answer_counts_for_a_seat_until_its_next_holder_gives_one() -> None:
    this = answer(a_round("a", "b"), "a", Verdict.APPROVED)
    after = mended(this, Mode.APPROVE, ("d", "b"), {"a": "d"})
    assert [each.what for each in steps(this, after, Mode.APPROVE)] == [What.INHERITED]
    assert (missing(after), seats_of(after, "d")) == (("b",), ("a",))
    assert mended(after, Mode.APPROVE, ("d", "b")) == after
    theirs = answered_by(taken_over(after, "d"), "d", Verdict.RETURNED)
    assert theirs.standpoint is Standpoint.RETURNED
    assert theirs.approvers == ("d", "b")
    assert set(answers(theirs)) == {"d"}
    assert theirs.responses[0].person == "a"


def test_a_missing_answer_is_asked_of_the_next_holder() -> None:
    this = a_round("a", "b")
    after = mended(this, Mode.APPROVE, ("d", "b"), {"a": "d"})
    assert set(missing(after)) == {"d", "b"}
    assert after.heirs == {}
