"""The words that went and came: nothing is lost, nothing is invented, and a long text takes no time."""

import itertools
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.rewording import Mark, Run, reworded, shortened
from tests.harness.costing import A_BLINK, quickest

words = st.text(st.sampled_from("ab æ.,\n") | st.characters(), max_size=60)


def side(runs: tuple[Run, ...], *marks: Mark) -> str:
    return "".join(run.words for run in runs if run.mark in marks)


@given(words, words)
def test_both_texts_can_be_rebuilt_from_what_is_marked(before: str, after: str) -> None:
    runs = reworded(before, after)
    assert side(runs, Mark.KEPT, Mark.GONE) == before
    assert side(runs, Mark.KEPT, Mark.NEW) == after


@given(words)
def test_what_was_not_changed_is_not_marked(text: str) -> None:
    assert all(run.mark is Mark.KEPT for run in reworded(text, text))


@given(words, words)
def test_no_run_is_empty_and_what_went_stands_before_what_came(before: str, after: str) -> None:
    runs = reworded(before, after)
    assert all(run.words for run in runs)
    marks = [run.mark for run in runs]
    assert all(pair not in ((Mark.NEW, Mark.GONE), (Mark.KEPT, Mark.KEPT)) for pair in itertools.pairwise(marks))


def test_a_word_is_marked_without_its_neighbours() -> None:
    runs = reworded("Det afprøves i seks måneder.", "Det afprøves i ni måneder i 2027.")
    assert [(run.mark.value, run.words) for run in runs] == [
        ("kept", "Det afprøves i "),
        ("gone", "seks"),
        ("new", "ni"),
        ("kept", " måneder"),
        ("new", " i 2027"),
        ("kept", "."),
    ]


def test_a_space_between_two_changed_words_is_changed_with_them() -> None:
    runs = reworded("en to tre", "et par tre")
    assert [(run.mark.value, run.words) for run in runs] == [("gone", "en to"), ("new", "et par"), ("kept", " tre")]


@given(words, words, st.integers(0, 20))
def test_changes_are_never_shortened(before: str, after: str, around: int) -> None:
    runs = reworded(before, after)
    short = shortened(runs, around)
    assert [run for run in short if run.mark is not Mark.KEPT] == [run for run in runs if run.mark is not Mark.KEPT]


def test_what_surrounds_a_change_is_cut_to_whole_words() -> None:
    long = " ".join(f"ord{number}" for number in range(100))
    runs = shortened(reworded(f"{long} seks {long}", f"{long} ni {long}"), 14)
    assert [run.words for run in runs] == ["… ord98 ord99 ", "seks", "ni", " ord0 ord1 …"]


def test_ten_thousand_characters_are_compared_at_once_whatever_they_are() -> None:
    every_other = " ".join(f"o{number}" if number % 2 else "x" for number in range(1_600))
    hostile = [
        (" ".join(f"o{number}" for number in range(1_600)), every_other),
        ("a " * 5_000, "b " * 5_000),
        ("a." * 5_000, "a.b." * 2_500),
        ("ab ba " * 1_600, "ba ab " * 1_600),
        ("ø" * 10_000, "ø" * 9_999),
    ]
    signs = "".join(map(chr, range(0x2190, 0x2208)))
    hostile += [
        (signs * 33, signs[::-1] * 33),
        (" ".join(f"x{each} u{each}" for each in range(900)), " ".join(f"x{each} v{each}" for each in range(900))),
        ("".join(f"x{each}.u{each}." for each in range(900)), "".join(f"x{each}.v{each}." for each in range(900))),
    ]
    for before, after in hostile:
        assert side(reworded(before, after), Mark.KEPT, Mark.NEW) == after
        assert quickest(partial(reworded.__wrapped__, before, after)) < A_BLINK


def test_a_few_words_in_a_long_text_are_marked_as_words() -> None:
    before = " ".join(f"ord{each % 300} og" for each in range(700)) + "."
    after = before.replace("ord7 og", "ord8 samt").replace("ord250 og", "ord250 eller")
    changed = [run.words for run in reworded(before, after) if run.mark is Mark.NEW]
    assert len(changed) == 5
    assert max(map(len, changed)) < 20
