"""Where one forum cannot be worked on, cron is told which, after everything else was done."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Klyngebot

AT = "2027-01-12T09:00:00+01:00"


def _break(file: Path) -> None:
    """The forum has an agenda to come and a charter that no longer parses."""
    database = sqlite3.connect(file)
    with database:
        agenda = "('politisk-klynge-nord', '2027-1', 1, '[]')"
        database.execute(f"INSERT INTO agendas (forum, meeting, revision, items) VALUES {agenda}")  # noqa: S608
        database.execute("UPDATE forums SET charter = 'id: [', revision = revision + 1")
    database.close()


@pytest.mark.parametrize("command", ["due", "run-due"])
def test_a_forum_that_cannot_be_worked_on_is_named(
    klyngebot: Klyngebot, forum_file: Path, tmp_path: Path, command: str
) -> None:
    klyngebot("forum", "apply", str(forum_file))
    _break(tmp_path / "data" / "klyngebot.db")
    ended = klyngebot(command, "--at", AT, KLYNGEBOT_NOW=AT)
    assert ended.code == 1
    assert ended.lines[0] in ("Der er intet at sende.", "0 dagsordener udsendt, 0 beskeder sendt.")
    assert "Dagsordenerne kunne ikke behandles i politisk-klynge-nord" in ended.err
