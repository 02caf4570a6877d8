"""What is sealed opens with its own key, whole, and whatever else comes opens nothing and fails nobody."""

from hypothesis import given
from hypothesis import strategies as st

from bot.sealing import derived, is_marked, mark, seal, unseal

SECRET = b"0123456789abcdef0123456789abcdef"
KEY, OTHER = derived(SECRET, "one"), derived(SECRET, "other")
STATEMENTS = st.lists(st.text() | st.integers(-(2**53), 2**53), max_size=6)
ALPHABET = "ABCDEFabcdef0123456789-_."


@given(STATEMENTS)
def test_a_statement_comes_back_as_it_was_made(statement: list[str | int]) -> None:
    sealed = seal(KEY, statement)
    assert unseal(KEY, sealed) == tuple(statement) or len(sealed) > 4_000
    assert sealed.isascii()


@given(STATEMENTS)
def test_a_seal_for_one_purpose_is_none_for_another(statement: list[str | int]) -> None:
    assert unseal(OTHER, seal(KEY, statement)) is None


@given(st.text() | st.text(ALPHABET) | st.from_regex(r"[A-Za-z0-9_-]{1,80}\.[A-Za-z0-9_-]{43}", fullmatch=True))
def test_what_was_not_sealed_opens_nothing(words: str) -> None:
    assert unseal(KEY, words) is None


@given(STATEMENTS, st.data())
def test_a_statement_with_one_letter_changed_opens_nothing(statement: list[str | int], data: st.DataObject) -> None:
    sealed = seal(KEY, statement)
    place = data.draw(st.integers(0, len(sealed) - 1))
    changed = sealed[:place] + data.draw(st.sampled_from(ALPHABET).filter(lambda each: each != sealed[place]))
    assert unseal(KEY, changed + sealed[place + 1 :]) is None
    assert unseal(KEY, sealed[:place]) is None


@given(st.text(), st.text(), st.text(st.characters(codec=None)))
def test_a_mark_belongs_to_its_words_alone(words: str, others: str, claimed: str) -> None:
    assert is_marked(KEY, words, mark(KEY, words))
    assert is_marked(KEY, others, mark(KEY, words)) is (words == others)
    assert not is_marked(KEY, words, claimed)
    assert not is_marked(OTHER, words, mark(KEY, words))
