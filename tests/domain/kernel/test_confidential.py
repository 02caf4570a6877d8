"""CPR numbers are found in every disguise, and other numbers are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.confidential import check_confidential, contains_cpr
from bot.domain.kernel.refusal import Refusal


@pytest.mark.parametrize(
    "number",
    [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "010190 - 1234",
        "01 01 90 1234",
        "01-01-90-1234",
        "610190-1234",
        "290200-1234",
        "010190\u20111234",
        "010190\u20131234",
        "010190\u22121234",
        "010190\u00a01234",
        "010190\n1234",
        "0101\u200b901234",
        "010190\u00ad1234",
        "0101901\x00234",
        "٠١٠١٩٠-١٢٣٤",
        "０１０１９０－１２３４",
    ],
)
def test_a_cpr_number_is_found_in_every_disguise(number: str) -> None:
    assert contains_cpr(number)
    assert contains_cpr(f"Borgeren (cpr:{number}), bosat i Hjørring")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345678",
        "Ring 96 12 34 56 eller +45 96 12 34 56",
        "004596123456",
        "450.000 kr. i 2027 og 200.000 kr. i 2028",
        "16-03-27 1630",
        "16.03.2027 kl. 16.30",
        "320190-1234",
        "300290-1234",
        "011390-1234",
        "000190-1234",
        "01019012345",
        "10101901234",
        "https://x.dk/sag/010190123456789",
        "https://x.dk/12345678-0101-4234-8901-010112341234",
        "EAN 5798000010123",
        "010190-123",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not contains_cpr(text)


def test_any_of_several_texts_is_enough_to_refuse() -> None:
    check_confidential("Fælles model", "450.000 kr.")
    with pytest.raises(Refusal) as refused:
        check_confidential("Fælles model", "Vedr. 010190-1234")
    assert refused.value.key == "cpr"


@given(
    st.text(st.characters(exclude_categories=("Nd", "No"))),
    st.dates().map("{:%d%m%y}".format),
    st.sampled_from(["", "-", " ", "–", "\u2011", "\u00a0"]),
    st.integers(0, 9999).map("{:04}".format),
    st.text(st.characters(exclude_categories=("Nd", "No"))),
)
def test_every_birthday_with_four_digits_is_found_in_any_text(
    before: str, birthday: str, dash: str, last: str, after: str
) -> None:
    assert contains_cpr(f"{before}{birthday}{dash}{last}{after}")


def test_a_long_text_takes_no_time() -> None:
    assert not contains_cpr("010190" + " " * 200_000 + "x" + "01 " * 50_000)
