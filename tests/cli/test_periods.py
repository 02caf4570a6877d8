"""`forum apply` of a file with another `from` ends the old period and keeps it."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Klyngebot, change
from tests.cli.test_forum_apply import stored

SEAT = "{person: formand-laesoe, organisation: laesoe, roles: [politician], level: political"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The database that the command line uses when nothing else is said."""
    return f"sqlite:///{tmp_path}/data/klyngebot.db"


def periods(url: str) -> set[tuple[date | None, date | None]]:
    return {(seat.since, seat.until) for seat in stored(url).seats if seat.person == "formand-laesoe"}


def test_a_seat_that_begins_anew_leaves_the_period_before_it(klyngebot: Klyngebot, forum_file: Path, url: str) -> None:
    klyngebot("forum", "apply", str(forum_file))
    change(forum_file, SEAT, f"{SEAT}, from: 2027-01-01")
    assert klyngebot("forum", "apply", str(forum_file)).lines[0] == "Politisk Klynge Nord er opdateret."
    assert periods(url) == {(None, date(2026, 12, 31)), (date(2027, 1, 1), None)}
    assert klyngebot("forum", "apply", str(forum_file)).lines[0] == "Politisk Klynge Nord er uændret."


def test_a_file_may_name_both_periods(klyngebot: Klyngebot, forum_file: Path, url: str) -> None:
    klyngebot("forum", "apply", str(forum_file))
    change(forum_file, f"  - {SEAT}", f"  - {SEAT}, until: 2026-12-31}}\n  - {SEAT}, from: 2027-01-01")
    assert klyngebot("forum", "apply", str(forum_file)).lines[0] == "Politisk Klynge Nord er opdateret."
    assert periods(url) == {(None, date(2026, 12, 31)), (date(2027, 1, 1), None)}
