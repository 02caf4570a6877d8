"""What is due, what became of it, and whether the log is whole: the commands for cron and for doubt."""

import sqlite3
from pathlib import Path

from tests.cli.conftest import NO_ANCHOR, Klyngebot


def test_what_is_due_where_no_channel_is_tied_says_what_it_lacks(klyngebot: Klyngebot, forum_file: Path) -> None:
    assert klyngebot("due").lines == ["Der er intet at sende."]
    klyngebot("forum", "apply", str(forum_file))
    *_, meeting = klyngebot("due", "--at", "2027-03-15T08:00").lines
    assert "Påmindelse om møde (2027-1)  til kanalen: Forummet har ingen kanal endnu" in meeting
    ran = klyngebot("run-due", "--at", "2027-03-15T08:00+01:00")
    assert ran.code == 0
    assert ran.lines[0] == "0 dagsordener udsendt, 0 beskeder sendt."
    assert "Påmindelse om møde (2027-1)  til kanalen: venter: Forummet har ingen kanal endnu" in ran.out


def test_the_outbox_tells_in_danish_what_waits(klyngebot: Klyngebot, forum_file: Path) -> None:
    assert klyngebot("outbox").lines == ["0 beskeder. Forsøg med ukendt udfald hos Teams: 0."]
    klyngebot("forum", "apply", str(forum_file))
    lines = klyngebot("outbox").lines
    meeting = "politisk-klynge-nord  Påmindelse om møde (2027-1)  til kanalen: venter"
    assert f"mandag den 15. marts 2027 kl. 8.00  {meeting}" in lines
    assert lines[-1] == f"{len(lines) - 1} beskeder. Forsøg med ukendt udfald hos Teams: 0."


def test_a_log_that_was_tampered_with_is_found_out(klyngebot: Klyngebot, forum_file: Path, tmp_path: Path) -> None:
    klyngebot("forum", "apply", str(forum_file))
    assert klyngebot("audit", "verify").lines == ["Loggen er hel: 1 post.", NO_ANCHOR]
    file = sqlite3.connect(tmp_path / "data" / "klyngebot.db")
    with file:
        file.execute("UPDATE audit SET actor = 'en-anden'")
    file.close()
    assert "Loggen er brudt ved politisk-klynge-nord nr. 1" in klyngebot("audit", "verify").complaint


def test_a_check_has_one_line_for_each_thing(klyngebot: Klyngebot) -> None:
    assert klyngebot("check").lines == [
        "Indstillinger: i orden",
        "Hemmelighed: i orden (data/secret)",
        "Database: i orden",
        "Anker: begynder, når tjenesten starter (data/anchor.jsonl)",
        "Fora: 0 i orden",
        "Kommissorier: 5 i orden",
        "Adgang til Teams: slået fra (KLYNGEBOT_AUTH=off)",
    ]


def test_a_charter_that_ships_is_checked_by_name_and_tells_what_is_not_enforced(klyngebot: Klyngebot) -> None:
    lines = klyngebot("charter", "check", "nordjylland-politisk-klynge").lines
    assert lines[0].endswith(": i orden")
    later = lines.index("Håndhæves endnu ikke")
    assert lines[later + 1 :] == ["  Ingen"]
    assert [line for line in lines[:later] if line.startswith("  »Sundhedsaftalens hjemmeside« (publication.where)")]


def test_each_of_the_four_headings_stands_there_also_where_there_is_nothing_under_it(klyngebot: Klyngebot) -> None:
    headings = ["Handles der efter", "Vises", "Kræver intet af Klyngebot", "Håndhæves endnu ikke"]
    lines = klyngebot("charter", "check", "sundhedsraad").lines
    assert [line for line in lines[1:] if not line.startswith("  ")] == headings
    assert lines[lines.index(headings[3]) :] == [headings[3], "  Ingen"]


def test_a_data_folder_with_danish_letters_and_spaces_will_do(klyngebot: Klyngebot, tmp_path: Path) -> None:
    folder = tmp_path / "Møder og æbler 100%"
    assert klyngebot("migrate", KLYNGEBOT_DATA=str(folder)).lines == ["Databasen er opdateret."]
    assert (folder / "klyngebot.db").is_file()


def test_the_settings_may_stand_in_an_env_file(klyngebot: Klyngebot, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("KLYNGEBOT_DATA=andetsteds\n", "utf-8-sig")
    klyngebot("migrate")
    assert (tmp_path / "andetsteds" / "klyngebot.db").is_file()
