"""A yes, a no or a number answers an offer only where it is all that is said, and something is offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.domain.forum.actions import TieChannel
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.saying.actions import Lead, Offered
from bot.usecases.said.moment import NO_TALK, Talk
from bot.usecases.understanding.agreeing import agreed

OFFERS = (Respond(verdict=Verdict.RETURNED, words="nej"), ShowAgenda(), ShowMeetings())
TALK = Talk(forum="f", offered=OFFERS)
YES = ["ja", "Ja tak!", "JA.", "ok", "jo", "👍", "👍🏿", "👍👍", "ok 👍", "1", "Nr. 1", "den første"]
NO = ["nej", "Nej tak.", "👎", "næ", "ellers tak"]
MORE = ["ja, men flyt punkt 4", "ja hvis", "nej, det andet", "ikke ok", "4", "0", "👍👎", "", "den", "ja nej", "2 3"]


@pytest.mark.parametrize("words", YES)
def test_a_yes_means_the_first(words: str) -> None:
    assert agreed(words, TALK) == OFFERS[0]


@pytest.mark.parametrize("words", NO)
def test_a_no_leaves_them(words: str) -> None:
    assert agreed(words, TALK) == Offered(lead=Lead.LEFT)


@pytest.mark.parametrize(("words", "place"), [("2", 1), ("den anden", 1), ("nummer to", 1), ("3", 2), ("Nr. 3.", 2)])
def test_a_number_means_the_one_in_that_place(words: str, place: int) -> None:
    assert agreed(words, TALK) == OFFERS[place]
    assert agreed(words, Talk(forum="f", offered=OFFERS[:place])) is None


@pytest.mark.parametrize("words", MORE)
def test_whatever_says_more_is_no_answer(words: str) -> None:
    assert agreed(words, TALK) is None


@given(st.sampled_from([*YES, *NO, *MORE]) | st.text(max_size=60))
def test_nothing_is_agreed_to_where_nothing_is_offered(words: str) -> None:
    assert agreed(words, NO_TALK) is None
    assert agreed(words, TALK) in (None, *OFFERS, Offered(lead=Lead.LEFT))


@given(st.text(min_size=1, max_size=20), st.sampled_from(["hvis", "men", "ikke", "undtagen", "medmindre"]))
def test_a_yes_with_a_condition_is_never_one(more: str, word: str) -> None:
    assert agreed(f"ja {word} {more}", TALK) is None


def test_what_needs_no_forum_is_agreed_to_by_nobody() -> None:
    assert agreed("ja", Talk(forum="f", offered=(TieChannel(forum="f"),))) is None
