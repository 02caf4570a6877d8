"""An answer is doubted where its account is not the person's own: now, or as they were asked."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.approval.accounts import Doubt, doubt
from bot.domain.approval.rules import respond
from bot.domain.approval.state import Response, Verdict
from tests.domain.approval.rounds import BEFORE, DEADLINE, a_round

accounts = st.sampled_from(["t/1", "t/2", "t/3"])
several = st.sets(accounts)


def answered(account: str | None) -> Response:
    return Response(person="a", verdict=Verdict.APPROVED, words="", version=1, at=BEFORE, account=account)


@given(account=accounts, now=several, asked=several)
def test_an_answer_is_free_of_doubt_only_from_an_account_held_then_and_now(
    account: str, now: set[str], asked: set[str]
) -> None:
    this = replace(a_round(), accounts={"a": tuple(asked)})
    found = doubt(this, answered(account), now)
    assert (found is None) is (account in now and account in asked)
    assert (found is Doubt.OTHER_NOW) is (account not in now)


@given(account=accounts, now=several)
def test_of_a_round_from_before_accounts_were_noted_only_those_of_today_are_asked(account: str, now: set[str]) -> None:
    assert doubt(a_round(), answered(account), now) in ({None} if account in now else {Doubt.OTHER_NOW})


@given(now=several, asked=several)
def test_an_answer_whose_account_nobody_noted_is_not_doubted(now: set[str], asked: set[str]) -> None:
    assert doubt(replace(a_round(), accounts={"a": tuple(asked)}), answered(None), now) is None


@given(first=accounts, second=accounts)
def test_the_same_answer_from_another_account_is_an_answer_of_its_own(first: str, second: str) -> None:
    once = respond(a_round(), answered(first), until=DEADLINE, is_over=False)
    twice = respond(once, answered(second), until=DEADLINE, is_over=False)
    assert len(twice.responses) == (1 if first == second else 2)
