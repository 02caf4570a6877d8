"""A slip of the pen is told from a change of meaning; where that cannot be told, it is a change."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.spelling import is_correction

words = st.text("abdefghiklmnoprstuvyæøå", min_size=1, max_size=12)
sentences = st.lists(words, min_size=1, max_size=8).map(" ".join)
texts = st.text("ab Æø.,\n1-é", max_size=30) | sentences


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Fælles model for opfølgende hjemebesøg", "Fælles model for opfølgende hjemmebesøg"),
        ("Hjemebesøg i klyngen", "Hjemmebesøg i klyngen"),
        ("Det indstilles, at modellen afprvøes.", "Det indstilles, at modellen afprøves."),
        ("Det indstilles at komunerne deltager", "Det indstilles at kommunerne deltager"),
        ("Evalueringn sker i klyngen", "Evalueringen sker i klyngen"),
        ("Sagen  drøftes", "Sagen drøftes"),
    ],
)
def test_a_slip_of_the_pen_is_a_correction_either_way(before: str, after: str) -> None:
    assert is_correction(before, after)
    assert is_correction(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tilskud til Projekt A", "Nedlæggelse af Projekt B"),
        ("Tilskud til Projekt A", "Tilskud til Projekt B"),
        ("Forslaget er muligt", "Forslaget er umuligt"),
        ("Det godkendes", "Det godkendes ikke"),
        ("Det godkendes", "Det ugodkendes"),
        ("Der ansættes en leder", "Der afsættes en leder"),
        ("Sagen bevares", "Sagen besvares"),
        ("Udgiften bevilges", "Udgiften bevilget"),
        ("Der gives 100.000 kr.", "Der gives 190.000 kr."),
        ("Der gives 1,5 mio.", "Der gives 15 mio."),
        ("Mødet i Mors", "Mødet i Mols"),
        ("Formand er Jensen", "Formand er Jansen"),
        ("Frist i september", "Frist i november"),
        ("Frist i juni", "Frist i juli"),
        ("Der er ingen frist", "Der er indgen frist"),
        ("Kommunen betaler", "Kommuner betaler"),
        ("Det er nu", "Det er ny"),
        ("Ja, ikke nu", "Ja ikke, nu"),
        ("Et møde", "Et møde mere"),
        ("", "Nyt"),
        ("Drøftelse af ABCDEF", "Drøftelse af ABCDDF"),
    ],
)
def test_what_may_mean_something_else_is_none(before: str, after: str) -> None:
    assert not is_correction(before, after)
    assert not is_correction(after, before)


@given(texts, texts)
def test_it_is_the_same_either_way_and_keeps_every_digit_and_every_word(before: str, after: str) -> None:
    assert is_correction(before, after) == is_correction(after, before)
    if is_correction(before, after):
        assert re.findall(r"\d+", before) == re.findall(r"\d+", after)
        assert len(re.findall(r"\w+", before)) == len(re.findall(r"\w+", after))


@given(texts)
def test_the_same_text_is_as_it_was(text: str) -> None:
    assert is_correction(text, text)


@given(sentences, sentences, words, st.sampled_from(["ikke", "ingen", "uden", "100", "marts"]))
def test_no_word_of_weight_comes_or_goes(first: str, last: str, word: str, weighty: str) -> None:
    assert is_correction(f"{first} {word} {last}", f"{first} {weighty} {last}") is (word == weighty)
    assert not is_correction(f"{first} {last}", f"{first} {weighty} {last}")


@given(st.lists(st.text("abdefghikmnopr", min_size=9, max_size=14), min_size=1, max_size=5), st.data())
def test_one_letter_within_a_long_word_may_be_a_slip(long_words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(long_words) - 1))
    letter = data.draw(st.integers(3, len(long_words[place]) - 2))
    changed = long_words[place][:letter] + "z" + long_words[place][letter + 1 :]
    after = [*long_words[:place], changed, *long_words[place + 1 :]]
    assert is_correction(" ".join(long_words), " ".join(after))
