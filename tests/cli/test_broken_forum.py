"""The commands with a forum that cannot be read: each names it and goes on with the others, and applying mends it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.complaints import complaint
from bot.domain.kernel.unreadable import Part, Unreadable
from tests.cli.conftest import Klyngebot, change

NORD, SYD = "politisk-klynge-nord", "politisk-klynge-syd"
HOW = "Anvend forummets fil igen: klyngebot forum apply FIL."
LINE = f"{SYD} kan ikke læses: fejlen ligger i kommissoriet. {HOW}"

SHUT = """json_set(config, '$.choices.closure_periods.value', json('[{"from": "2026-01-01", "to": "2029-12-31"}]'))"""
"""What an earlier version took: closures that leave no working day for years."""

Damage = Callable[[str], None]
"""`damage("charter = '['")`: write past the program into Syd's row."""


@pytest.fixture
def syd_file(klyngebot: Klyngebot, forum_file: Path, tmp_path: Path) -> Path:
    """Nord and Syd are applied; Syd's file, to be applied again."""
    syd = tmp_path / "syd.yaml"
    syd.write_text(forum_file.read_text("utf-8"), "utf-8")
    change(syd, "forum: politisk-klynge-nord ", "forum: politisk-klynge-syd ")
    change(syd, "name: Politisk Klynge Nord\n", "name: Politisk Klynge Syd\n")
    for file in (forum_file, syd):
        assert klyngebot("forum", "apply", str(file)).code == 0
    return syd


@pytest.fixture
def damage(tmp_path: Path, syd_file: Path) -> Damage:
    """Damages Syd's row."""

    def write(what: str) -> None:
        file = sqlite3.connect(tmp_path / "data" / "klyngebot.db")
        with file:
            file.execute(f"UPDATE forums SET {what} WHERE id = '{SYD}'")  # noqa: S608 - the test's own words
        file.close()

    return write


@pytest.mark.parametrize(
    ("what", "where"),
    [
        ("charter = 'title: [HEMMELIGT'", "kommissoriet"),
        ("""layers = '{"earlier": ["HEMMELIGT"]}'""", "kommissoriet"),
        ("""layers = '{"local": "HEMMELIGT"}'""", "kommissoriet"),
        ("layers = 'HEMMELIGT'", "det, forumfilen satte op"),
        ('overlays = \'{"kosu-2022": "HEMMELIGT"}\'', "principperne over kommissoriet"),
        ('config = \'{"people": "HEMMELIGT"}\'', "det, forumfilen satte op"),
        ("config = 'HEMMELIGT'", "det, forumfilen satte op"),
        (f"config = {SHUT}", "det, forumfilen satte op"),
    ],
)
def test_a_check_reads_every_forum_and_names_the_broken_one(
    klyngebot: Klyngebot, damage: Damage, what: str, where: str
) -> None:
    assert "Fora: 2 i orden" in klyngebot("check").lines
    damage(what)
    said = klyngebot("check").complaint
    assert said == f"Fora: {SYD} kan ikke læses: fejlen ligger i {where}. {HOW}"


@pytest.mark.parametrize("what", [f"config = {SHUT}", "charter = '['"])
def test_the_list_goes_on_with_the_others(klyngebot: Klyngebot, damage: Damage, what: str) -> None:
    damage(what)
    listed = klyngebot("forum", "list")
    assert listed.code == 0
    assert listed.lines[0].startswith(f"{NORD}: Politisk Klynge Nord (")
    (line,) = listed.lines[1:]
    assert line.startswith(f"{SYD} kan ikke læses: fejlen ligger i ")


def test_what_is_due_goes_on_with_the_others(klyngebot: Klyngebot, damage: Damage) -> None:
    damage("charter = '['")
    listed = klyngebot("due", "--at", "2027-03-15T08:00")
    assert listed.code == 0
    assert [line for line in listed.lines if NORD in line and "Påmindelse om møde (2027-1)" in line]
    waiting = [line for line in listed.lines if f"  {SYD}  " in line]
    assert waiting
    assert all("Forummets opsætning kan ikke læses." in line for line in waiting)
    assert listed.lines[-1] == LINE
    assert klyngebot("due").lines == ["Der er intet at sende.", LINE]


@pytest.mark.parametrize(
    ("what", "where"), [(f"config = {SHUT}", "det, forumfilen satte op"), ("charter = '['", "kommissoriet")]
)
def test_the_outbox_says_why_its_notices_wait_and_names_it_at_the_end(
    klyngebot: Klyngebot, damage: Damage, what: str, where: str
) -> None:
    damage(what)
    ran = klyngebot("run-due", "--at", "2027-03-15T08:00")
    assert ran.code == 0
    assert "kunne ikke" not in ran.err
    said = klyngebot("outbox")
    assert said.code == 0
    assert said.lines[-1] == f"{SYD} kan ikke læses: fejlen ligger i {where}. {HOW}"
    due = [line for line in said.lines if f"  {SYD}  Påmindelse om møde (2027-1)" in line]
    assert due
    assert all("venter: Forummets opsætning kan ikke læses." in line for line in due)


@pytest.mark.parametrize(
    "what",
    [
        "charter = '['",
        "overlays = '{'",
        "config = '{'",
        "config = '[]'",
        f"config = {SHUT}",
        "channel = '{'",
        "channel = '[]'",
    ],
)
def test_applying_its_file_mends_it(klyngebot: Klyngebot, damage: Damage, syd_file: Path, what: str) -> None:
    damage(what)
    assert klyngebot("check").code == 1
    applied = klyngebot("forum", "apply", str(syd_file))
    assert applied.code == 0
    assert applied.lines[:2] == [
        "Politisk Klynge Syd er opdateret.",
        "Forummet kunne ikke læses før. Det kan det nu, og det, der ventede, bliver sendt.",
    ]
    assert "Fora: 2 i orden" in klyngebot("check").lines
    assert klyngebot("forum", "apply", str(syd_file)).lines[0] == "Politisk Klynge Syd er uændret."
    assert klyngebot("audit", "verify").code == 0


def test_a_broken_forum_does_not_keep_the_others_file_from_being_applied(
    klyngebot: Klyngebot, damage: Damage, forum_file: Path
) -> None:
    damage("charter = '['")
    assert klyngebot("forum", "apply", str(forum_file)).lines[0] == "Politisk Klynge Nord er uændret."


def test_a_command_that_needs_the_broken_forum_ends_with_that_line() -> None:
    assert complaint(Unreadable(SYD, 3, Part.CHARTER, "BrokenFile")) == LINE
