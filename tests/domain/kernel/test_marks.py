"""Normalising takes a time that grows with the text, and leaves every letter that people write as it is."""

import sys
import unicodedata
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.kernel.danish import bare, clean_line, clean_text, fold
from bot.domain.kernel.marks import MOST_MARKS, composed, few_marks
from tests.harness.costing import A_BLINK, quickest

RUNS = ("\u0301\u0323", "\uff9e\u0301", "\u0f73\u0301", "\u0301" * 9 + "a", "\u3099\u0345\u0300", "\U0001e944\u0301")


def test_every_sign_that_normalises_to_a_mark_is_counted_as_one() -> None:
    found = [sign for sign in map(chr, range(sys.maxunicode + 1)) if not "\ud800" <= sign < "\ue000"]
    marks = [sign for sign in found if unicodedata.combining(unicodedata.normalize("NFKD", sign)[0])]
    assert len(marks) > 900
    assert [sign for sign in marks if len(few_marks("a" + sign * 50)) != 1 + MOST_MARKS] == []


@given(st.text())
@example("Grønlandsk: ajoqinngilaq, vietnamesisk: nghiễn ngẫm, hebraisk: בְּרֵאשִׁ֖ית")
@example("re\u0301sume\u0301")
def test_what_people_write_is_as_unicode_composes_it(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text)


@given(st.text(st.sampled_from("".join(RUNS)) | st.characters(categories=["Mn", "Lo", "Ll"])))
def test_what_is_left_out_are_marks_beyond_the_limit_alone(text: str) -> None:
    short = few_marks(text)
    assert few_marks(short) == short
    kept = iter(text)
    assert all(sign in kept for sign in short)


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_of_marks_takes_no_time(run: str) -> None:
    text = run * (40_000 // len(run))
    for read in (
        composed,
        fold,
        bare,
        lambda it: clean_line(it, "felt", 100_000),
        lambda it: clean_text(it, "felt", 100_000),
    ):
        assert quickest(partial(read, text)) < A_BLINK
