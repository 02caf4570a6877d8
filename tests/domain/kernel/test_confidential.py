"""CPR numbers are found in every disguise, and other numbers are left alone."""

import re
from datetime import date, datetime, time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.kernel.confidential import check_confidential, contains_cpr
from bot.domain.kernel.refusal import Refusal
from tests.harness.costing import A_BLINK, quickest

SPELLINGS = (
    *("010190-1234", "0101901234", "010190 1234", "010190 - 1234", "610190-1234", "290200-1234", "311299-9876"),
    *("01 01 90 1234", "01-01-90-1234", "01.01.90.1234", "01/01/90/1234", "01.01.90-1234", "01/01-90-1234"),
    *("0101 901234", "0101-90-1234", "0101 90 1234", "010190/1234", "010190.1234", "010190_1234", "010190:1234"),
    *("010190,1234", "010190\\1234", "010190--1234", "010190 / 1234", "010190=1234", "010190*1234", "010190~1234"),
    *("01011990-1234", "010119901234", "01011990 1234", "01.01.1990-1234", "01/01/1990 1234", "01-01-1990-1234"),
    *("010190 (1234)", "(010190)-1234", "010190 [1234]", "010190-12 34", "010190 12 34"),
    *("01 01 90 12 34", "01-01-90-12-34", "0 1 0 1 9 0 1 2 3 4", "0-1-0-1-9-0-1-2-3-4", "01.01.90 1234"),
    *("0203291WQ3", "020329-1WQ3", "130878 1os6", "31.01.05-7JC9"),
    *("010190\u20101234", "010190\u20111234", "010190\u20121234", "010190\u20131234", "010190\u20141234"),
    *("010190\u22121234", "010190\u20431234", "010190\uff0d1234", "010190\ufe631234", "010190\u00ad1234"),
    *("010190\u00a01234", "010190\u20091234", "010190\u202f1234", "010190\u30001234", "010190\t1234", "010190\n1234"),
    *("0101\u200b901234", "010190\u200d-\u20601234", "0101901\x00234", "01\u030101901234", "010190\u28001234"),
    *("010190\u22c51234", "010190\u20441234", "010190\uff0e1234", "010190\uff3f1234"),
    *("٠١٠١٩٠-١٢٣٤", "०१०१९०१२३४", "０１０１９０－１２３４", "⁰¹⁰¹⁹⁰¹²³⁴", "0\ufe0f\u20e3101901234", "𝟎𝟏𝟎𝟏𝟗𝟎-𝟏𝟐𝟑𝟒"),
)
SIGNS = ("-", " ", "", ".", "/", "_", "\u2013", "\u2011", "\u00a0", "\u2009", "\u200b", " - ", "--", ",", "·")
OTHERS = (
    *(
        "",
        "12345678",
        "Ring 96 12 34 56 eller +45 96 12 34 56",
        "004596123456",
        "+4521101234",
        "21 10 34 56 / 96 12 34 56",
    ),
    *("21 10 34 56 96 12 34 56", "+46 10 12 34 5678", "450.000 kr. i 2027 og 200.000 kr. i 2028", "12.101.990,25 kr."),
    *("16-03-27 1630", "16.03.27 1630", "16.03.2027 kl. 16.30", "16/03-2027 9000 Aalborg", "16.03.2027, 9000 Aalborg"),
    *(
        "10.-12.10.2026",
        "10-12/10-2026",
        "01.01.2027-31.12.2027",
        "0910-1030",
        "Fristen er 16.03.27. 1234 borgere venter",
    ),
    *(
        "2010 2011 2012",
        "2010-2011-2012",
        "skoleår 2010-11 2011-12",
        "24/123456",
        "2027-010123-1",
        "2012-012345",
        "12/23456",
    ),
    *("1-16-02-1234-24", "320190-1234", "300290-1234", "310490-1234", "011390-1234", "000190-1234", "920190-1234"),
    *("31.12.2019 (1250 borgere)", "31.12.19 10 12", "tlf. 10 10 25 12", "210190 12 34 56", "reg. 010190 (12345)"),
    *("01019012345", "10101901234", "010190-123", "EAN 5798000010123", "5 790512 345678", "CVR 29190941"),
    *(
        "https://x.dk/sag/010190123456789",
        "https://x.dk/12345678-0101-4234-8901-010112341234",
        "https://x.dk/2026/01/12/1234",
    ),
    *("Afstemning: 1 2 0 3 4 5", "01 02 03 04 05 06 07", "punkt 10, 11, 12 og 2027", "010190-1ABC4", "010190 1kg"),
)


@pytest.mark.parametrize("number", SPELLINGS)
def test_a_cpr_number_is_found_in_every_disguise(number: str) -> None:
    assert contains_cpr(number)
    assert contains_cpr(f"Borgeren (cpr:{number}), bosat i Hjørring")


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not contains_cpr(text)


def test_one_that_is_none_hides_no_other() -> None:
    assert contains_cpr("310290-1234 010190-1234")
    assert contains_cpr("2012-010190-1234")
    assert contains_cpr("16.03.27 1630, 010190 1234")


def test_any_of_several_texts_is_enough_to_refuse() -> None:
    check_confidential("Fælles model", "450.000 kr.")
    with pytest.raises(Refusal) as refused:
        check_confidential("Fælles model", "Vedr. 010190-1234")
    assert refused.value.key == "cpr"


@given(
    st.text(st.characters(exclude_categories=("Nd", "No"))),
    st.dates(date(1900, 1, 1), date(2019, 12, 31)),
    st.booleans(),
    st.tuples(*[st.sampled_from(SIGNS)] * 3),
    st.integers(0, 9999).map("{:04}".format) | st.from_regex(r"\A[01567][A-Z]{2}[0-9]\Z"),
    st.sampled_from((0, 60)),
    st.text(st.characters(exclude_categories=("Nd", "No", "L"))),
)
def test_every_birthday_with_four_digits_is_found_however_it_is_parted(
    before: str, born: date, is_long: bool, signs: tuple[str, str, str], last: str, more: int, after: str
) -> None:
    assume(not before.endswith("+"))
    day, month, year = f"{born.day + more:02}", f"{born.month:02}", f"{born.year:04}"[0 if is_long else 2 :]
    # What the module says that it leaves alone: a sentence's end, dates to come, years in a row, spans of days.
    assume(born.day not in (19, 20) and not 1920 <= born.year < 1940 and last[:2] not in ("19", "20"))
    assert contains_cpr(f"{before}{day}{signs[0]}{month}{signs[1]}{year}{signs[2]}{last}{after}")


@example(62_05_18_00, "{0}{1} {2}{3}")
@example(31_12_19_90, "{0}{1} {2}{3}")
@given(st.integers(20_000_000, 99_999_999), st.sampled_from(["{0}{1}{2}{3}", "{0} {1} {2} {3}", "{0}{1} {2}{3}"]))
def test_no_telephone_number_is_one(number: int, form: str) -> None:
    pairs = re.findall("..", str(number))
    for before in ("", "+45 ", "+45", "tlf. "):
        assert not contains_cpr(f"Ring {before}{form.format(*pairs)}, eller skriv.")
    assert not contains_cpr(f"{form.format(*pairs)} / {form.format(*reversed(pairs))}")


@given(st.integers(0, 10**9))
def test_no_ean_number_is_one(number: int) -> None:
    ean = f"5790{number:09}"
    assert not contains_cpr(f"EAN {ean}")
    assert not contains_cpr(f"EAN {ean[0]} {ean[1:7]} {ean[7:]}")


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_no_amount_is_one(kroner: int, part: int) -> None:
    written = f"{kroner:,}".replace(",", ".")
    assert not contains_cpr(f"{written} kr.")
    assert not contains_cpr(f"kr. {written},{part:02}")


@given(st.dates(date(2020, 1, 1), date(2039, 12, 31)), st.times())
def test_no_date_and_time_is_one(day: date, hour: time) -> None:
    moment = datetime.combine(day, hour)
    for form in ("%d.%m.%Y %H%M", "%d-%m-%y %H.%M", "%d/%m-%Y kl. %H:%M", "%Y-%m-%d %H:%M", "%d.%m.%y-%d.%m.%y"):
        assert not contains_cpr(f"Mødet er den {moment:{form}}, og referatet følger.")


@given(st.integers(2013, 2060), st.integers(0, 999_999), st.integers(1, 99))
def test_no_case_number_is_one(year: int, number: int, part: int) -> None:
    for written in (f"{year % 100}/{number}", f"{year}-{number:06}", f"{year}-{number:06}-{part}", f"{year}/{number}"):
        assert not contains_cpr(f"Sag {written} er åben.")


HOSTILE = ("01", "0 ", "01.", "010190-12345", "990190-1234 ", "310290-1234 ", "01 02 03 ", "0101 ", "2010 2011 2012 ")


@pytest.mark.parametrize("unit", [*HOSTILE, "\u0301", "\u2009", "0\u200b", "16.03.27 1630 ", "0 1 ", "-"])
def test_a_long_text_takes_a_time_that_grows_with_it(unit: str) -> None:
    def spent(length: int) -> float:
        text = unit * (length // len(unit))
        assert not contains_cpr(text)
        return quickest(lambda: contains_cpr(text))

    assert spent(40_000) < max(40 * spent(4_000), A_BLINK)


def test_spaces_without_end_part_no_number_and_take_no_time() -> None:
    assert not contains_cpr("010190" + " " * 200_000 + "x" + "01 " * 50_000)
