"""What people write is understood where it has one meaning, and refused where it has none or two."""

import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.kernel import danish
from bot.domain.kernel.refusal import Refusal

TODAY = date(2026, 11, 22)  # a Sunday


def key_of(parse: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused:
        parse()
    return refused.value.key


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("1.250,50", "1250.50"),
        ("1.250,5", "1250.50"),
        ("450.000", "450000"),
        ("450.000 kr.", "450000"),
        ("450.000,- kr.", "450000"),
        ("kr. 450 000", "450000"),
        ("450\u00a0000 kroner", "450000"),
        ("1250", "1250"),
        ("0", "0"),
        ("1,25 mio.", "1250000"),
        ("80 mio. kr.", "80000000"),
        ("1,5 Millioner", "1500000"),
        ("2 mia. kr.", "2000000000"),
        ("450 t.kr.", "450000"),
        ("1.000.000.000.000", "1000000000000"),
    ],
)
def test_an_amount_is_read(text: str, kroner: str) -> None:
    assert danish.parse_amount(text) == Decimal(kroner)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kr.",
        "-5",
        "−5",
        "1,250.50",
        "1,250",
        "1.25",
        "1.2500",
        "0.450",
        "12.34.567",
        "1.000 000",
        "1,2345678 t.kr.",
        "1.000.000.000.000,01",
        "1001 mia.",
        "9" * 60,
        "9" * 10_000,
        "1e9",
        "NaN",
        "٤٥٠",
        "cirka 500",
        "500 euro",
    ],
)
def test_an_amount_that_has_no_meaning_or_two_is_refused(text: str) -> None:
    assert key_of(lambda: danish.parse_amount(text)) == "bad_amount"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16/3", date(2027, 3, 16)),
        ("16/3-2027", date(2027, 3, 16)),
        ("16/3/27", date(2027, 3, 16)),
        ("16/3 2027", date(2027, 3, 16)),
        ("16.3.", date(2027, 3, 16)),
        ("16.3.2027", date(2027, 3, 16)),
        ("16. 3. 2027", date(2027, 3, 16)),
        ("16-03-2027", date(2027, 3, 16)),
        ("2027-03-16", date(2027, 3, 16)),
        ("16. marts", date(2027, 3, 16)),
        ("16 mar. 2028", date(2028, 3, 16)),
        ("d. 16. marts 2027", date(2027, 3, 16)),
        ("Tirsdag den 16. MARTS", date(2027, 3, 16)),
        ("lørdag d. 20. marts 2027", date(2027, 3, 20)),
        ("loerdag den 20. marts", date(2027, 3, 20)),
        ("lordag den 20. marts", date(2027, 3, 20)),
        ("i dag", TODAY),
        ("i morgen", date(2026, 11, 23)),
        ("i overmorgen", date(2026, 11, 24)),
        ("på tirsdag", date(2026, 11, 24)),
        ("paa tirsdag", date(2026, 11, 24)),
        ("på søndag", date(2026, 11, 29)),
        ("22/11", TODAY),
        ("21/11", date(2027, 11, 21)),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_a_date_is_read(text: str, day: date) -> None:
    assert danish.parse_date(text, TODAY) == day


def test_the_leap_day_is_found_eight_years_away() -> None:
    assert danish.parse_date("29/2", date(2096, 3, 1)) == date(2104, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "16",
        "16.30",
        "31/4",
        "0/1",
        "29/2-2027",
        "16/3-1927",
        "16/3-20270",
        "3/16/2027",
        "onsdag den 16. marts 2027",
        "onsdag den 16. marts",
        "16. m",
        "16. marzo",
        "2027-3",
        "tirsdag i næste uge",
        "16/3 kl. 8",
        "1" * 10_000,
    ],
)
def test_a_date_that_does_not_exist_or_contradicts_itself_is_refused(text: str) -> None:
    assert key_of(lambda: danish.parse_date(text, TODAY)) == "bad_date"


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 28), st.integers(1, 12))
def test_a_date_without_year_is_the_next_such_day(today: date, day: int, month: int) -> None:
    found = danish.parse_date(f"{day}/{month}", today)
    assert (found.day, found.month) == (day, month)
    assert today <= found <= today + timedelta(days=366)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("15", 15),
        ("15 min", 15),
        ("15 min.", 15),
        ("15 minutter", 15),
        ("15m", 15),
        ("1 time", 60),
        ("2 timer", 120),
        ("1,5 time", 90),
        ("1½ time", 90),
        ("½ time", 30),
        ("1 t 30 min", 90),
        ("1 time og 15 minutter", 75),
        ("1:30", 90),
        ("480", 480),
        ("8 timer", 480),
    ],
)
def test_a_duration_is_read(text: str, minutes: int) -> None:
    assert danish.parse_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    ["", "0", "481", "8 timer 1 min", "9 timer", "-5", "1.30", "1:75", "1,33 time", "en time", "½", "9" * 10_000],
)
def test_a_duration_that_is_none_or_out_of_bounds_is_refused(text: str) -> None:
    assert key_of(lambda: danish.parse_duration(text)) == "bad_duration"


def test_links_are_read_from_lines_spaces_and_commas_each_once() -> None:
    text = "https://a.dk/x,https://b.dk\nhttps://c.dk/1,2 , https://sundhedsråd.dk:8443/?q=a(b)#c; https://a.dk/x"
    assert danish.parse_links(text) == (
        "https://a.dk/x",
        "https://b.dk",
        "https://c.dk/1,2",
        "https://sundhedsråd.dk:8443/?q=a(b)#c",
    )
    assert danish.parse_links(" \n ") == ()


@pytest.mark.parametrize(
    "text",
    [
        "http://a.dk",
        "a.dk",
        "javascript:alert(1)",
        "https:/a.dk",
        "https://",
        "https:///x",
        "https://u:p@a.dk",
        "https://a.dk@evil.example/",
        "https://a.dk:99999",
        "https://a.dk:x",
        "https://[::1",
        "https://a.dk/\u202egpj.exe",
        "https://a.dk/\x00",
        'https://a.dk/"onclick',
        "https://a.dk/<script>",
        "https://a.dk\\@b.dk",
        "https://a.dk/" + "x" * 2_000,
        " ".join(f"https://a.dk/{number}" for number in range(11)),
        "https://a.dk og http://b.dk",
    ],
)
def test_a_link_that_is_unsafe_or_one_too_many_is_refused(text: str) -> None:
    assert key_of(lambda: danish.parse_links(text)) == "bad_url"


def test_the_longest_link_and_ten_of_them_are_allowed() -> None:
    links = tuple(f"https://a.dk/{number}".ljust(2_000, "x") for number in range(10))
    assert danish.parse_links("\n".join(links)) == links


def test_a_line_loses_breaks_and_invisible_marks_and_keeps_the_rest() -> None:
    assert (
        danish.clean_line("  Fælles\r\n\tmodel\u202e \x00👩\u200d⚕️ <b>*  ", "Overskrift", 50)
        == "Fælles model 👩\u200d⚕️ <b>*"
    )
    assert danish.clean_line("a\u030a", "Overskrift", 1) == "å"


def test_a_text_keeps_its_lines_but_no_heap_of_empty_ones() -> None:
    assert danish.clean_text("\n a \r\n\r\n\r\n\u2028\r\nb\x1fc\ud800 \n", "Resumé", 50) == "a\n\nb c"


@pytest.mark.parametrize("clean", [danish.clean_line, danish.clean_text])
@pytest.mark.parametrize("empty", ["", " \n\t", "\u200b\u200d\u202e\u00ad"])
def test_an_empty_text_is_refused_by_its_label_unless_it_is_optional(clean: Callable[..., str], empty: str) -> None:
    with pytest.raises(Refusal) as refused:
        clean(empty, "Overskrift", 50)
    assert (refused.value.key, refused.value.facts) == ("missing_field", {"felt": "Overskrift"})
    assert clean(empty, "Overskrift", 50, required=False) == ""


@pytest.mark.parametrize("clean", [danish.clean_line, danish.clean_text])
def test_a_text_may_be_as_long_as_allowed_and_no_longer(clean: Callable[..., str]) -> None:
    assert clean(" " + "å" * 50 + " ", "Overskrift", 50) == "å" * 50
    with pytest.raises(Refusal) as refused:
        clean("x" * 10_000, "Overskrift", 50)
    assert (refused.value.key, refused.value.facts) == ("too_long", {"felt": "Overskrift", "over": 9_950, "max": 50})


@given(st.text())
@example("\ud800")
def test_a_cleaned_line_can_be_stored_and_stays_as_it_is(text: str) -> None:
    line = danish.clean_line(text, "Overskrift", 10_000, required=False)
    assert line.encode("utf-8").decode("utf-8") == line
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(sign) for sign in line}
    assert danish.clean_line(line, "Overskrift", 10_000, required=False) == line


@given(st.text())
def test_a_cleaned_text_holds_no_control_marks_but_line_breaks_and_stays_as_it_is(text: str) -> None:
    cleaned = danish.clean_text(text, "Resumé", 10_000, required=False)
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(sign) for sign in cleaned.replace("\n", "")}
    assert danish.clean_text(cleaned, "Resumé", 10_000, required=False) == cleaned


@given(st.text() | st.text("0123456789.,:/-½ timrkoagjdl", max_size=30))
def test_any_text_is_a_value_or_a_refusal_and_nothing_else(text: str) -> None:
    assert refusal_of(danish.parse_amount, text) in (None, "bad_amount")
    assert refusal_of(danish.parse_duration, text) in (None, "bad_duration")
    assert refusal_of(danish.parse_links, text) in (None, "bad_url")
    assert refusal_of(lambda words: danish.parse_date(words, TODAY), text) in (None, "bad_date")


def refusal_of(parse: Callable[[str], object], text: str) -> str | None:
    try:
        parse(text)
    except Refusal as refused:
        return refused.key
    return None


@pytest.mark.parametrize("typed", ["Foreslå", "FORESLAA", "foresla\u030a"])
def test_danish_letters_fold_to_ascii(typed: str) -> None:
    assert danish.fold(typed) == "foreslaa"


@pytest.mark.parametrize(("typed", "meant"), [("moder", "møder"), ("hjalp", "hjælp"), ("foresla", "foreslå")])
def test_a_letter_typed_without_its_ring_or_stroke_is_the_same_when_bare(typed: str, meant: str) -> None:
    assert danish.bare(typed) == danish.bare(meant)
