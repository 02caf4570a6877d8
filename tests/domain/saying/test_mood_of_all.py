"""Whatever speaks against a yes is heard in any sentence that it is put into."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.saying.mood import mood_of
from tests.harness.reserved import plain_yeses, reserved_sentences


@settings(max_examples=600, deadline=None)
@given(reserved_sentences())
def test_a_yes_with_a_no_an_if_an_exception_or_a_reservation_is_reserved(sentence: str) -> None:
    assert mood_of(sentence).is_reserved


@settings(max_examples=200, deadline=None)
@given(plain_yeses())
def test_a_yes_without_remarks_is_plain(sentence: str) -> None:
    assert mood_of(sentence).is_plain


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=3_000))
def test_every_text_has_a_mood(text: str) -> None:
    assert mood_of(text) == mood_of(text[:2_000])
