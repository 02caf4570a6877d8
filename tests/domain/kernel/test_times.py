"""A time of the day as Danes type it."""

from datetime import time

import pytest

from bot.domain.kernel import danish
from bot.domain.kernel.refusal import Refusal


@pytest.mark.parametrize(
    ("text", "clock"),
    [("17.10", time(17, 10)), ("17:10", time(17, 10)), ("kl. 18", time(18)), (" kl 8.05 ", time(8, 5)), ("0", time(0))],
)
def test_a_time_of_the_day(text: str, clock: time) -> None:
    assert danish.parse_time(text) == clock


@pytest.mark.parametrize("text", ["", "24", "17.60", "17.1", "kvart i syv", "17.10.30", "-1", "1" * 100])
def test_what_is_no_time_of_the_day(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        danish.parse_time(text)
    assert refusal.value.key == "bad_time"
