"""What is clear of a title as somebody typed it in one breath."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.danish import parse_duration
from bot.domain.proposals.typed import title_and_time


@pytest.mark.parametrize(
    ("typed", "title", "time"),
    [
        ("lægedækning, 20 minutter", "lægedækning", "20 minutter"),
        ("Lægedækning - ca. 15 min.", "Lægedækning", "15 min"),
        ("Lægedækning, 1 time", "Lægedækning", "1 time"),
        ("Responstid under 20 minutter", "Responstid under 20 minutter", ""),
        (", 20 minutter", ", 20 minutter", ""),
        ("", "", ""),
    ],
)
def test_a_time_that_stands_last_is_no_part_of_the_title(typed: str, title: str, time: str) -> None:
    assert title_and_time(typed) == (title, time)


@given(st.text())
def test_nothing_that_was_typed_is_lost(typed: str) -> None:
    title, time = title_and_time(typed)
    assert typed.strip().startswith(title)
    assert time in typed
    if time:
        assert parse_duration(time)
