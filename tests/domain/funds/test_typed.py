"""Amounts of the fund as people write them, and sentences that hold one."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.funds.typed import Typed, in_one_breath, read_amount, read_year
from bot.domain.kernel.refusal import Refusal


@pytest.mark.parametrize(
    ("typed", "kroner"),
    [
        ("450.000", 450_000),
        ("450000", 450_000),
        ("450 000", 450_000),
        ("1.250,50", 1_250.5),
        ("1,25 mio.", 1_250_000),
        ("2,0 mio. kr.", 2_000_000),
        ("450.000 kr.", 450_000),
        ("0,01", 0.01),
    ],
)
def test_an_amount_is_read_as_it_is_written(typed: str, kroner: float) -> None:
    assert read_amount(typed) == round(kroner * 100)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("-450.000", "funds_negative"),
        ("minus 5", "funds_negative"),
        ("−1", "funds_negative"),
        ("0", "funds_zero"),
        ("0,00", "funds_zero"),
        ("1000000000000000", "bad_amount"),
        ("mange", "bad_amount"),
        ("450.00", "bad_amount"),
        ("1e6", "bad_amount"),
        ("", "bad_amount"),
    ],
)
def test_what_is_no_amount_is_refused_at_its_field(typed: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_amount(typed)
    assert (refused.value.key, refused.value.field) == (key, "amount")


@given(st.text(max_size=200))
def test_nothing_that_is_typed_fails_otherwise(typed: str) -> None:
    with suppress(Refusal):
        assert read_amount(in_one_breath(typed).amount) > 0


@pytest.mark.parametrize(
    ("sentence", "typed"),
    [
        ("450.000", Typed(amount="450.000")),
        ("450 000 kr. til punkt 2", Typed(amount="450 000 kr.", item="2")),
        ("1,25 mio. kr. for Hjørring Kommune", Typed(amount="1,25 mio. kr.", party="Hjørring Kommune")),
        ("100.000 af post 2: faktura 7", Typed(amount="100.000", entry="2", words="faktura 7")),
        ("5.000 til punkt 2 for Læsø i 2028", Typed(amount="5.000", item="2", party="Læsø", year="2028")),
        ("2,0 mio. kr. fra budgettet", Typed(amount="2,0 mio. kr.", source="budgettet")),
        ("450.000 til forebyggelse for Læsø", Typed(amount="450.000", aim="forebyggelse", party="Læsø")),
        ("450.000 til punkt 2 punkt 3", Typed(amount="450.000 til punkt 2 punkt 3")),
        ("2 mio.: byrådet: 3/2", Typed(amount="2 mio.", words="byrådet: 3/2")),
        ("-5", Typed(amount="-5")),
        ("450.000 så snart som muligt", Typed(amount="450.000 så snart som muligt")),
        ("en million", Typed(amount="en million")),
    ],
)
def test_a_sentence_is_read_in_its_parts_and_no_word_is_passed_over(sentence: str, typed: Typed) -> None:
    assert in_one_breath(sentence) == typed


@pytest.mark.parametrize(("typed", "year"), [("", 2027), (" 2028 ", 2028)])
def test_a_year_is_this_one_unless_it_is_written(typed: str, year: int) -> None:
    assert read_year(typed, 2027) == year


@pytest.mark.parametrize("typed", ["27", "2027/2028", "1999", "²⁰²⁷", "i år"])
def test_what_is_no_year_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_year(typed, 2027)
    assert refused.value.key == "funds_year"
