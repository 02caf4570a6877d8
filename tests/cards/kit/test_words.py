"""The Danish that people read: complete, in one place, and written as Danes write."""

import ast
import json
import re
import string
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.danish import LARGEST_AMOUNT, parse_amount, parse_date, parse_duration
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.refusal import Refusal, Term
from cards.kit import words
from tests.harness.program import ROOT, calls

MEETING = datetime(2027, 3, 16, 15, 30, tzinfo=UTC)
DAY = date(2027, 3, 16)
WRITTEN_OUT = {re.escape(key): key for key in words.COPY}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def placed(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of that name in the program, with the file and line it stands in."""
    for path, call in calls(name):
        yield f"{path.relative_to(ROOT)}:{call.lineno}", call


def patterns(key: ast.expr) -> list[str]:
    """What the key may be, as regular expressions; none where the source does not tell."""
    match key:
        case ast.Constant(value=str(written)):
            return [re.escape(written)]
        case ast.IfExp(body=one, orelse=other):
            return patterns(one) + patterns(other)
        case ast.JoinedStr(values=values):
            return ["".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in values)]
        case _:
            return []


def shortcomings(call: ast.Call, prefix: str) -> Iterator[str]:
    """What the copy lacks for a call: its key, or a fact that the words under the key need."""
    given = {keyword.arg for keyword in call.keywords}
    for pattern in patterns(call.args[0]) if call.args else []:
        keys = matched(re.escape(prefix) + pattern)
        if not keys:
            yield f"{prefix}{pattern} is missing"
        yield from (f"{key} needs {lack}" for key in keys if None not in given and (lack := needs(key) - given))


def matched(pattern: str) -> list[str]:
    """The keys that the pattern fits: one that is written out fits its own alone."""
    if pattern in WRITTEN_OUT:
        return [WRITTEN_OUT[pattern]]
    return [key for key in words.COPY if re.fullmatch(pattern, key)]


def needs(key: str) -> set[str]:
    return placeholders(words.COPY[key])


def test_every_refusal_in_the_program_has_danish_words_and_the_facts_they_need() -> None:
    found = list(placed("Refusal"))
    lacking = [f"{place}: {lack}" for place, call in found for lack in shortcomings(call, "error.")]
    assert found
    assert lacking == []


def test_every_refusal_in_the_program_tells_its_key() -> None:
    hidden = [place for place, call in placed("Refusal") if not (call.args and patterns(call.args[0]))]
    assert hidden == []


def test_everything_the_program_says_is_in_the_copy_with_the_facts_it_needs() -> None:
    found = list(placed("say"))
    lacking = [f"{place}: {lack}" for place, call in found for lack in shortcomings(call, "")]
    assert found
    assert lacking == []


def test_the_copy_is_grouped_by_topic_and_sorted_within_it_without_doubles() -> None:
    files = sorted((ROOT / "cards" / "da").glob("*.json"))
    every = [[key for key, _ in json.loads(file.read_text("utf-8"), object_pairs_hook=list)] for file in files]
    topics = [topic for keys in every for topic, _ in groupby(keys, lambda key: key.split(".")[0])]
    assert len(topics) == len(set(topics))
    for keys in every:
        assert len(keys) == len(set(keys))
        assert keys == sorted(keys, key=lambda key: (topics.index(key.split(".")[0]), key))


@pytest.mark.parametrize("key", sorted(words.COPY))
def test_every_placeholder_is_a_plain_name(key: str) -> None:
    assert words.COPY[key].strip() == words.COPY[key]
    assert all(name.isidentifier() and name.isascii() for name in needs(key))


def test_a_missing_key_or_fact_is_an_error_in_the_program() -> None:
    with pytest.raises(KeyError):
        words.say("no.such.key")
    with pytest.raises(KeyError):
        words.say("error.missing_field")


def test_braces_in_what_people_write_are_only_braces() -> None:
    assert words.say("error.missing_field", felt="{0} {felt.__class__}") == "Udfyld feltet »{0} {felt.__class__}«."


@pytest.mark.parametrize(
    ("refusal", "text"),
    [
        (
            Refusal("too_long", felt=Term("proposal.field.title"), over=12, max=200),
            "Teksten i »Overskrift« er 12 tegn for lang. Der kan højst være 200 tegn.",
        ),
        (Refusal("too_long_to_ask", max=10_000), "Teksten er for lang. Der kan højst være 10.000 tegn."),
        (Refusal("missing_field", felt=2027), "Udfyld feltet »2027«."),
        (Refusal("missing_field", felt=DAY), "Udfyld feltet »16. marts 2027«."),
        (Refusal("missing_field", felt=MEETING), "Udfyld feltet »16. marts 2027 kl. 16.30«."),
        (Refusal("missing_field", felt=Decimal(450_000)), "Udfyld feltet »450.000 kr.«."),
        (Refusal("missing_field", felt=timedelta(hours=1)), "Udfyld feltet »1 time«."),
        (Refusal("not_approver", godkendere=("A", "B", "C")), "Kun A, B og C kan besvare denne anmodning."),
    ],
)
def test_the_facts_of_a_refusal_are_written_in_danish(refusal: Refusal, text: str) -> None:
    assert words.refusal_text(refusal) == text


def test_a_moment_is_written_in_local_time() -> None:
    assert words.date_time(MEETING) == "tirsdag den 16. marts 2027 kl. 16.30"
    assert words.medium_date_time(MEETING) == "16. marts 2027 kl. 16.30"
    assert words.clock_time(MEETING) == "16.30"
    assert words.time_span(MEETING, MEETING + timedelta(hours=2, minutes=30)) == "16.30–19.00"
    assert words.clock_time(datetime(2027, 7, 1, 6, 0, tzinfo=UTC)) == "8.00"
    assert words.date_time(datetime(2027, 3, 16, 23, 30, tzinfo=UTC)) == "onsdag den 17. marts 2027 kl. 0.30"


def test_a_moment_without_a_time_zone_is_an_error_in_the_program() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        words.clock_time(MEETING.replace(tzinfo=None))


def test_days_are_written_long_medium_and_as_a_week() -> None:
    assert words.long_date(DAY) == "tirsdag den 16. marts 2027"
    assert words.medium_date(DAY) == "16. marts 2027"
    assert words.week(DAY) == "uge 11"
    assert words.week(date(2027, 1, 1)) == "uge 53"


@pytest.mark.parametrize(
    ("away", "text"), [(0, "i dag"), (1, "i morgen"), (-1, "i går"), (2, "om 2 dage"), (-3, "for 3 dage siden")]
)
def test_a_day_is_told_from_today(away: int, text: str) -> None:
    assert words.relative_day(DAY + timedelta(days=away), DAY) == text


def test_a_deadline_that_was_moved_shows_both_days() -> None:
    moved = Deadline(day=date(2027, 3, 5), source_day=date(2027, 3, 6), days_after_meeting=-7)
    unmoved = Deadline(day=DAY, source_day=DAY, days_after_meeting=1)
    assert words.deadline_words(moved) == (
        "fredag den 5. marts 2027 (fristen er flyttet fra lørdag den 6. marts 2027, som ikke er en arbejdsdag)"
    )
    assert words.deadline_words(unmoved) == "tirsdag den 16. marts 2027"


@pytest.mark.parametrize(("days", "rule"), [(-7, "7 dage før mødet"), (1, "1 dag efter mødet"), (0, "på mødedagen")])
def test_a_deadline_tells_its_rule(days: int, rule: str) -> None:
    assert words.deadline_rule(Deadline(day=DAY, source_day=DAY, days_after_meeting=days)) == rule


@pytest.mark.parametrize(
    ("kroner", "text"),
    [
        ("450000", "450.000 kr."),
        ("1250.50", "1.250,50 kr."),
        ("1250000", "1,25 mio. kr."),
        ("80000000.00", "80 mio. kr."),
        ("1234567", "1.234.567 kr."),
        ("999999.99", "999.999,99 kr."),
        ("0", "0 kr."),
    ],
)
def test_an_amount_is_written_in_kroner_and_never_rounded(kroner: str, text: str) -> None:
    assert words.money(Decimal(kroner)) == text


@given(st.decimals(0, LARGEST_AMOUNT, places=2))
def test_an_amount_that_is_written_can_be_read_again(kroner: Decimal) -> None:
    assert parse_amount(words.money(kroner)) == kroner


@given(st.integers(1, 480).map(lambda minutes: timedelta(minutes=minutes)))
def test_a_duration_that_is_written_can_be_read_again(length: timedelta) -> None:
    assert parse_duration(words.duration(length)) == length


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(("long_date", "medium_date")))
def test_a_day_that_is_written_can_be_read_again(day: date, style: str) -> None:
    assert parse_date(getattr(words, style)(day), DAY) == day


def test_numbers_of_things_and_lists_read_as_danish() -> None:
    assert [words.count(n, "punkt", "punkter") for n in (0, 1, 2)] == ["0 punkter", "1 punkt", "2 punkter"]
    assert [words.listing(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a og b",
        "a, b og c",
    ]
