"""The clock, real and pinned."""

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import bot
from bot.clock import COPENHAGEN, PinnedClock, SystemClock, elapsed_now

NOON = datetime(2027, 3, 16, 12, tzinfo=COPENHAGEN)
ROOT = Path(bot.__file__ or "").parents[1]


def test_the_system_clock_tells_the_real_time_in_utc() -> None:
    earlier = elapsed_now()
    assert earlier <= SystemClock().now() <= elapsed_now()
    assert SystemClock().now().tzinfo is UTC


def test_a_pinned_clock_stands_still_until_it_is_moved() -> None:
    clock = PinnedClock(NOON)
    assert clock.now() == clock.now() == NOON
    clock.move_to(NOON + timedelta(days=1))
    assert clock.now() == NOON + timedelta(days=1)
    assert clock.now().tzinfo is UTC


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(ValueError, match="no time zone"):
        PinnedClock(naive)
    with pytest.raises(ValueError, match="no time zone"):
        PinnedClock(NOON).move_to(naive)


def test_only_the_clock_reads_time_and_what_a_servers_own_is_measured_by() -> None:
    sources = [path for room in ("bot", "cards", "storage") for path in (ROOT / room).rglob("*.py")]
    assert ROOT / "bot" / "clock.py" in sources
    assert [path.relative_to(ROOT).as_posix() for path in sources if _reads_time(path)] == [
        "bot/clock.py",
        "storage/engine/elapsed.py",
    ]


def _reads_time(path: Path) -> bool:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    return any(ast.unparse(call) in _CLOCK_CALLS for call in calls)


_CLOCK_CALLS = {
    f"{module}{call}"
    for module in ("", "datetime.")
    for call in ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")
} | {"time.time", "time.time_ns"}
