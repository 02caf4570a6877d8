"""What a version is held against, why the one before came back, and what of it the secretariat hears."""

from dataclasses import replace

import pytest

from bot.domain.approval.rules import superseded, take_back
from bot.domain.approval.state import ApprovalRound, Verdict
from bot.domain.approval.telling import News, news, stands
from bot.domain.approval.versions import seen_last, sent_back_by
from tests.domain.approval.rounds import BEFORE, DEADLINE, TITLE, a_round, answer, newer

RETURNED = superseded(answer(a_round("a", "b"), "a", Verdict.RETURNED))
SECOND = replace(a_round("a", "b"), number=2, first_version=2, version=2)


def test_the_first_version_is_held_against_nothing() -> None:
    assert seen_last([a_round()], "a") is None
    assert sent_back_by([a_round()]) == ()


def test_a_version_after_a_return_is_held_against_the_one_that_came_back_and_says_why() -> None:
    assert seen_last([RETURNED, SECOND], None) == 1
    assert [(each.person, each.words) for each in sent_back_by([RETURNED, SECOND])] == [("a", "fordi")]


def test_a_round_that_goes_on_is_held_against_its_first() -> None:
    going_on = newer(answer(a_round("a", "b"), "a", Verdict.APPROVED), TITLE)
    assert going_on is not None
    assert seen_last([replace(going_on, version=3)], None) == 1
    assert seen_last([replace(going_on, version=3)], "b") == 1


def test_each_sees_what_changed_since_their_own_latest_answer() -> None:
    third = replace(answer(SECOND, "b", Verdict.APPROVED), version=3)
    assert seen_last([RETURNED, third], "b") == 2
    assert seen_last([RETURNED, third], "a") == 1


@pytest.mark.parametrize(
    ("before", "person", "verdict", "told"),
    [
        (a_round("a", "b"), "a", Verdict.APPROVED, None),
        (a_round("a", "b"), "a", Verdict.APPROVED_WITH_REMARKS, News.ANSWER),
        (a_round("a", "b"), "a", Verdict.RETURNED, News.ANSWER),
        (answer(a_round("a", "b"), "a", Verdict.RETURNED), "a", Verdict.APPROVED, News.ANSWER),
        (answer(a_round("a", "b"), "a", Verdict.APPROVED), "b", Verdict.APPROVED_WITH_REMARKS, News.COMPLETE),
    ],
)
def test_the_secretariat_hears_of_what_asks_something_of_it(
    before: ApprovalRound, person: str, verdict: Verdict, told: News | None
) -> None:
    assert news(before, answer(before, person, verdict)) is told


def test_it_hears_that_an_answer_was_taken_back_and_that_the_answer_no_longer_stands() -> None:
    before = answer(a_round("a", "b"), "a", Verdict.RETURNED)
    after = take_back(before, "a", 1, now=BEFORE, until=DEADLINE, is_over=False)
    assert news(before, after) is News.ANSWER
    assert [stands(after, place) for place in (0, 1)] == [False, True]
