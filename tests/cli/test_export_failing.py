"""`klyngebot export` where it cannot be done: one Danish line, exit code 1, and nothing that is half written."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.documents.limit import LONGEST
from bot.domain.agenda.state import AgendaItem
from tests.cli.conftest import Klyngebot, store_in
from tests.usecases.minutes.setting import FORUM, ITEMS, MARCH, OCTOBER, send_agenda

MEETING = f"{FORUM}/{MARCH}"
ROOT = Path(__file__).parents[2]
TITLE = "Dagsorden til mødet den 16. marts 2027"
TOO_LONG = f"»{TITLE}« er for langt til at blive en fil. Det kan skrives som data med --format json."
TOO_HEAVY = f"»{TITLE}« tager for lang tid at lave som PDF. Det kan skrives med --format docx eller --format json."
SHORT = ITEMS[:2]


@pytest.fixture
def folder(klyngebot: Klyngebot, forum_file: Path, tmp_path: Path) -> Path:
    """Where a forum is, of which nothing has left yet."""
    klyngebot("forum", "apply", str(forum_file))
    return tmp_path


def send(folder: Path, items: tuple[AgendaItem, ...], meeting: str = MARCH) -> None:
    """March's agenda, or that of the other meeting, leaves."""
    store_in(folder, lambda database: send_agenda(database, meeting, items))


def saying(words: str) -> tuple[AgendaItem, ...]:
    """An agenda with one item that says it."""
    return (replace(ITEMS[1], content=replace(ITEMS[1].content, summary=words)),)


def begun(folder: Path) -> list[str]:
    """What stands anywhere below that was begun and not done."""
    return [each.name for each in folder.rglob(".klyngebot-*")]


def test_what_cannot_be_done_is_one_line(klyngebot: Klyngebot, folder: Path) -> None:
    file = folder / "fil"
    file.write_text("x")
    for options, why in (
        (
            ("--meeting", MEETING, "--format", "odt"),
            "--format skal være én af disse: pdf, docx, ics, json, firstagenda.",
        ),
        (("--meeting", MEETING, "--out", str(file)), "er en fil og ikke en mappe"),
        (("--meeting", MEETING, "--out", str(file / "ud")), "er en fil og ikke en mappe"),
        (("--meeting", MEETING, "--out", str(folder / "a/b")), "findes ikke"),
        (("--filing", "--tables"), "--filing og --tables kan ikke bruges sammen."),
        (("--schema", "--meeting", MEETING), "--meeting kan ikke bruges sammen med --schema."),
        (("--filing", "--closed"), "--closed kan ikke bruges sammen med --filing."),
        (("--missing",), "--missing kan ikke bruges alene."),
        (("--filing", "--meeting", MEETING, "--out", str(folder)), "ikke udsendt noget"),
        (("--filing", "--forum", "findes-ikke"), "findes-ikke"),
        (("--access", "--forum", "et-andet", "--meeting", MEETING), "hører ikke til et-andet"),
        (("--access",), "--forum FORUM"),
        (("--access", "--forum", FORUM), "ikke udsendt noget"),
        (("--tables", "--out", str(file)), "er en fil og ikke en mappe"),
        (("--verify", str(folder / "væk")), "findes ikke"),
        (("--verify", str(folder)), "ingen sagsmapper"),
        (("--meeting", "findes-ikke/1"), "Jeg kender ikke forummet »findes-ikke«."),
        (("--meeting", f"{FORUM}/findes-ikke"), f"{FORUM} har intet møde »findes-ikke«. Forummets møder: {MARCH} ("),
        (("--meeting", f"{FORUM}/31. februar 2027"), "har intet møde »31. februar 2027«"),
        (("--meeting", FORUM), f"»{FORUM}« er ikke et møde. Skriv det som FORUM/MØDE"),
        (
            ("--meeting", MEETING, "--document", "referat"),
            "Der er ikke noget at eksportere fra mødet den 16. marts 2027.",
        ),
        (("--meeting", "\udcff/1"), "Der er tegn i kommandoen, som ikke kan læses."),
        (("--tables", "--out", "n" * 300), "navnet er for langt"),
    ):
        assert why in klyngebot("export", *options).complaint, options
    assert file.read_text() == "x"


@pytest.mark.parametrize("style", ["pdf", "docx", "firstagenda"])
def test_a_paper_that_is_too_long_is_named_and_its_data_can_be_had(
    klyngebot: Klyngebot, folder: Path, style: str
) -> None:
    send(folder, saying("x" * LONGEST))
    assert klyngebot("export", "--meeting", MEETING, "--format", style, "--out", "ud").complaint == TOO_LONG
    assert not (folder / "ud").exists()
    assert klyngebot("export", "--meeting", MEETING, "--format", "json").code == 0


def test_an_agenda_of_too_many_items_is_named(klyngebot: Klyngebot, folder: Path) -> None:
    send(folder, tuple(replace(ITEMS[1], id=number) for number in range(1, 20_000)))
    assert klyngebot("export", "--meeting", MEETING).complaint == TOO_LONG


def test_one_paper_that_is_too_long_holds_up_the_filing_of_no_other_meeting(klyngebot: Klyngebot, folder: Path) -> None:
    send(folder, saying("x" * LONGEST))
    send(folder, SHORT, OCTOBER)
    filed = klyngebot("export", "--filing", "--out", "esdh")
    assert filed.complaint == "1 sagsmappe kunne ikke dannes."
    assert sorted(filed.lines)[0] == f"{MEETING}: {TOO_LONG}"
    assert sorted(filed.lines)[1].startswith(f"{FORUM}/{OCTOBER}: udgave-1, ")
    assert [each.name for each in (folder / "esdh" / FORUM).iterdir()] == [OCTOBER]
    assert klyngebot("export", "--access", "--forum", FORUM, "--out", "ud").complaint == TOO_LONG
    assert not (folder / "ud").exists()


_LIMITED = """
import resource, sys
name, most = sys.argv[1], int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(getattr(resource, name), (most, most))
from bot.cli import main
main(sys.argv[3:])
"""


def _allowed(folder: Path, limit: str, most: int, *options: str) -> "subprocess.CompletedProcess[str]":
    """How the command ends where the system lets it have no more than that."""
    env = os.environ | {
        "KLYNGEBOT_AUTH": "off",
        "KLYNGEBOT_NOW": "2027-03-18T09:00:00+01:00",
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
    }
    command: Sequence[str] = (sys.executable, "-c", _LIMITED, limit, str(most), "export", *options)
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )


def test_a_paper_for_which_the_machine_is_too_small_is_named(folder: Path) -> None:
    send(folder, saying("ord " * (LONGEST // 5)))
    ended = _allowed(folder, "RLIMIT_AS", 700 * 2**20, "--meeting", MEETING)
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (1, TOO_HEAVY)
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("options", [("--meeting", MEETING, "--format", "json"), ("--filing",), ("--tables",)])
def test_where_there_is_no_room_left_nothing_stands_half_written(folder: Path, options: tuple[str, ...]) -> None:
    send(folder, saying("ord " * 100_000))
    most = 300_000  # bytes of a file
    ended = _allowed(folder, "RLIMIT_FSIZE", most, *options, "--out", "ud")
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("»ud/")
    assert ended.stderr.endswith("«: filen er for stor til disken.\n")
    assert not begun(folder)
    assert not [each for each in (folder / "ud").rglob("*") if each.is_file()]
