"""A suggestion is a whole text against the one that was seen: taken knowingly, answered once, and nothing is lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.rewording import Mark
from bot.domain.minutes.state import Minutes, MinutesStatus, Outcome, Resolution
from bot.domain.wording import rules
from bot.domain.wording.state import Details, Kind, Status, Suggestion
from cards.wording.body import changed

NOON = datetime(2027, 3, 17, 12, tzinfo=UTC)
TEXTS = st.text(st.sampled_from("ab æ.,\n") | st.characters(), max_size=60)
STATUSES = st.sampled_from([MinutesStatus.FOR_APPROVAL, MinutesStatus.SENT])


def minutes(words: str, status: MinutesStatus = MinutesStatus.FOR_APPROVAL) -> Minutes:
    return Minutes(
        forum="f",
        meeting="m",
        revision=1,
        status=status,
        resolutions=(Resolution(item=4, outcome=Outcome.APPROVED, sentence=words),),
    )


def suggestion(seen: str, words: str) -> Suggestion:
    return Suggestion(
        forum="f",
        year=2027,
        number=1,
        revision=1,
        meeting="m",
        item=4,
        person="a",
        kind=Kind.SUGGESTION,
        status=Status.WAITING,
        details=Details(words=words, seen=seen, at=NOON),
    )


@given(TEXTS, TEXTS, STATUSES)
def test_what_is_taken_says_what_the_difference_showed(seen: str, words: str, status: MinutesStatus) -> None:
    before = minutes(seen, status)
    taken = rules.take(suggestion(seen, words), before, "b", NOON)
    assert taken.status is (Status.ADDED if status is MinutesStatus.SENT else Status.TAKEN)
    assert taken.details.answer is not None
    assert taken.details.answer.replaced == seen
    after = rules.reworded(taken, before)
    assert (after.item, after.outcome, after.sentence) == (4, Outcome.APPROVED, words)
    assert after.is_edited
    shown = changed(seen, words)
    assert "".join(run.words for run in shown if run.mark is not Mark.GONE) == words
    assert "".join(run.words for run in shown if run.mark is not Mark.NEW) == seen


@given(TEXTS, TEXTS, TEXTS)
def test_a_text_that_changed_meanwhile_is_replaced_only_by_whoever_saw_it(seen: str, now: str, words: str) -> None:
    waiting, present = suggestion(seen, words), minutes(now)
    assert rules.is_overtaken(waiting, present) is (seen != now)
    rules.check_taking(waiting, present, rules.mark_of(now))
    for mark in ("", rules.mark_of(seen)):
        if seen == now:
            rules.check_taking(waiting, present, mark)
        else:
            with pytest.raises(Refusal, match="wording_overtaken"):
                rules.check_taking(waiting, present, mark)


@given(st.permutations(["take", "decline", "withdraw"]))
def test_the_first_answer_counts_and_no_other(order: list[str]) -> None:
    def answered(each: Suggestion, what: str) -> Suggestion:
        if what == "take":
            return rules.take(each, minutes("a"), "b", NOON)
        return rules.withdraw(each) if what == "withdraw" else rules.decline(each, "nej", "c", NOON)

    first = answered(suggestion("a", "b"), order[0])
    for other in order[1:]:
        with pytest.raises(Refusal, match="wording_over"):
            answered(first, other)


def test_the_same_is_said_once_until_it_was_answered() -> None:
    waiting = suggestion("a", "b")
    assert rules.known([waiting], replace(waiting, number=0)) == waiting
    assert rules.known([waiting], replace(waiting, person="x")) is None
    assert rules.known([rules.withdraw(waiting)], waiting) is None
    assert rules.known([rules.decline(waiting, "", "c", NOON)], waiting) is None


def test_of_minutes_from_before_there_was_a_sentence_the_words_are_what_they_say() -> None:
    resolution = Resolution(item=4, outcome=Outcome.APPROVED, words="a")
    old = replace(minutes(""), resolutions=(resolution,))
    assert rules.words_of(old, 4) == "a"
    after = rules.reworded(suggestion("a", "b"), old)
    assert rules.words_of(replace(old, resolutions=(after,)), 4) == "b"
    assert rules.words_of(old, 5) == ""


def test_remarks_are_late_from_the_first_moment_after_their_deadline_and_never_before_sending() -> None:
    later = NOON + timedelta(days=3)
    assert not rules.is_late(minutes(""), later, NOON)
    assert not rules.is_late(minutes("", MinutesStatus.SENT), NOON, None)
    assert not rules.is_late(minutes("", MinutesStatus.SENT), NOON, later)
    assert rules.is_late(minutes("", MinutesStatus.SENT), later, later)
    assert rules.is_late(minutes("", MinutesStatus.APPROVED), NOON, None)


def test_a_comment_is_neither_taken_nor_declined() -> None:
    comment = replace(suggestion("a", "b"), kind=Kind.COMMENT, status=Status.SAID)
    with pytest.raises(Refusal, match="wording_not_suggested"):
        rules.check_taking(comment, minutes("a"), "")
    with pytest.raises(Refusal, match="wording_not_suggested"):
        rules.decline(comment, "", "c", NOON)
