"""A command that fails says why in one Danish line, and exits with 1."""

import socket
import sqlite3
from pathlib import Path

import pytest

from bot.cli.running import demo
from tests.cli.conftest import Klyngebot, change

PLACES = "se KLYNGEBOT_DATABASE_URL og KLYNGEBOT_DATA"


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"KLYNGEBOT_AUTH": "on", "KLYNGEBOT_NOW": ""}, "Der mangler MicrosoftAppId"),
        ({"KLYNGEBOT_AUTH": "måske"}, "KLYNGEBOT_AUTH skal være on eller off."),
        ({"KLYNGEBOT_NOW": "i morgen"}, "KLYNGEBOT_NOW skal være et tidspunkt som"),
        ({"KLYNGEBOT_HOST": "0.0.0.0"}, "KLYNGEBOT_HOST er denne maskine"),  # noqa: S104 - it is to be refused
        ({"PORT": "nogen"}, "PORT skal være et portnummer"),
        ({"KLYNGEBOT_LOG": "alt"}, "KLYNGEBOT_LOG skal være error eller warning eller info eller debug."),
        ({"KLYNGEBOT_DATABASE_URL": "mysql://x/y"}, "KLYNGEBOT_DATABASE_URL skal begynde med"),
        ({"KLYNGEBOT_DATABASE_URL": "postgresql://127.0.0.1:fem/x"}, "skal have et portnummer"),
        ({"KLYNGEBOT_DATABASE_URL": "postgresql://127.0.0.1:1/x"}, f"{PLACES}): serveren svarer ikke ["),
        ({"KLYNGEBOT_DATABASE_URL": "postgresql://[::1/x"}, "KLYNGEBOT_DATABASE_URL"),
    ],
)
@pytest.mark.parametrize("command", [("serve",), ("check",), ("forum", "list")])
def test_bad_settings_and_a_database_out_of_reach(
    klyngebot: Klyngebot, command: tuple[str, ...], settings: dict[str, str], line: str
) -> None:
    assert line in klyngebot(*command, **settings).complaint


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("hest",), "»hest« er ikke en kommando. Hjælp: klyngebot --help"),
        (("forum", "slet"), "»slet« er ikke en kommando."),
        (("serve", "--hurtigt"), "»--hurtigt« er ikke et tilvalg."),
        (("forum", "apply"), "Der mangler FILE."),
        (("forum", "list", "alle"), "Kommandoen kan ikke bruges sådan. Hjælp: klyngebot forum list --help"),
        (("due", "--at", "i morgen"), "»i morgen« er ikke et tidspunkt. Skriv fx 2027-03-09T08:00+01:00."),
        (("due", "--at"), "»--at« mangler en værdi."),
        (("demo", "--port", "x"), "--port skal være et tal mellem 0 og 65535."),
        (("demo", "--port", "70000"), "--port skal være et tal mellem 0 og 65535."),
        (("forum", "apply", "findes-ikke.yaml"), "findes-ikke.yaml:1: filen kan ikke læses"),
        (("charter", "check", "findes-ikke"), "»findes-ikke« er hverken en fil"),
        (("manifest",), "Der mangler et app-id"),
        (("manifest", "--app-id", "x"), "App-id'et skal være et id"),
        (
            ("manifest", "--app-id", "00000000-0000-4000-8000-000000000001", "--out", "findes/ikke.zip"),
            "»findes/ikke.zip«: findes ikke.",
        ),
        (
            ("manifest", "--app-id", "00000000-0000-4000-8000-000000000001", "--out", "."),
            "».«: er en mappe og ikke en fil.",
        ),
    ],
)
def test_a_command_that_is_misused(klyngebot: Klyngebot, arguments: tuple[str, ...], line: str) -> None:
    assert line in klyngebot(*arguments).complaint


def test_a_time_to_come_needs_authentication_off(klyngebot: Klyngebot) -> None:
    real = {
        "KLYNGEBOT_AUTH": "on",
        "KLYNGEBOT_NOW": "",
        "MicrosoftAppId": "00000000-0000-4000-8000-000000000001",
        "MicrosoftAppPassword": "hemmeligt",
        "MicrosoftAppTenantId": "11111111-1111-1111-1111-111111111111",
        "KLYNGEBOT_TENANTS": "11111111-1111-1111-1111-111111111111",
    }
    refused = klyngebot("run-due", "--at", "2099-01-01T08:00", **real)
    assert refused.complaint == "Et tidspunkt i fremtiden kræver KLYNGEBOT_AUTH=off."
    assert klyngebot("run-due", "--at", "2099-01-01T08:00").code == 0


def test_a_secret_that_is_none(klyngebot: Klyngebot, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "secret").write_text("kort")
    complaint = klyngebot("check").complaint
    assert complaint == "Filen data/secret er ingen hemmelighed: slet den, eller sæt KLYNGEBOT_SECRET."


def test_a_data_folder_that_is_a_file(klyngebot: Klyngebot, tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.touch()
    assert klyngebot("check", KLYNGEBOT_DATA=str(file)).complaint == f"»{file}«: er en fil og ikke en mappe."
    below = file / "under"
    assert klyngebot("check", KLYNGEBOT_DATA=str(below)).complaint == f"»{below}«: er en fil og ikke en mappe."


def test_a_database_file_that_is_something_else(klyngebot: Klyngebot, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "klyngebot.db").write_text("dette er ikke en database " * 100)
    said = klyngebot("serve").complaint
    assert said == f"Databasen kan ikke bruges ({PLACES}): der er ingen database [SQLITE_NOTADB]."


def test_a_database_of_a_newer_klyngebot(klyngebot: Klyngebot, tmp_path: Path) -> None:
    assert klyngebot("migrate").code == 0
    file = sqlite3.connect(tmp_path / "data" / "klyngebot.db")
    with file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    assert "nyere udgave af Klyngebot" in klyngebot("check").complaint


def test_a_port_that_is_taken(klyngebot: Klyngebot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        for command in ("serve", "demo"):
            assert "Porten er optaget" in klyngebot(command, PORT=str(taken.getsockname()[1])).complaint


def test_the_demos_port_is_the_flags_else_the_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "4100")
    for arguments, port in (([], 4100), (["--port", "4200"], 4200)):
        assert demo.make_context("demo", arguments).params["port"] == port
    monkeypatch.delenv("PORT")
    assert demo.make_context("demo", []).params["port"] == 3978


@pytest.mark.parametrize(
    ("written", "line"),
    [(b"\xff\xfe\x00", "Filen .env kan ikke læses."), (b"\xef\xbb\xbfPORT=nogen\n", "PORT skal være et portnummer")],
    ids=["no text", "as Notepad writes it"],
)
def test_an_env_file_is_read(klyngebot: Klyngebot, tmp_path: Path, written: bytes, line: str) -> None:
    (tmp_path / ".env").write_bytes(written)
    assert line in klyngebot("check").complaint


def test_a_broken_forum_file_is_refused_with_file_line_and_reason_and_changes_nothing(
    klyngebot: Klyngebot, forum_file: Path
) -> None:
    assert klyngebot("forum", "apply", str(forum_file)).code == 0
    before = [klyngebot(*command) for command in (("forum", "list"), ("outbox",), ("audit", "verify"))]
    change(forum_file, "name: Politisk Klynge Nord", "name: Noget andet")
    change(forum_file, "host: frederikshavn}", "host: findes-ikke}")
    line = len(forum_file.read_text("utf-8").splitlines())
    said = klyngebot("forum", "apply", str(forum_file)).complaint
    assert said == f"{forum_file}:{line}: ukendt organisation »findes-ikke«, fx broenderslev, frederikshavn, hjoerring"
    assert before == [klyngebot(*command) for command in (("forum", "list"), ("outbox",), ("audit", "verify"))]


def test_a_broken_charter_is_refused_with_file_line_and_reason(klyngebot: Klyngebot, tmp_path: Path) -> None:
    file = tmp_path / "kommissorium.yaml"
    file.write_text("format: 1\nid: &her x\n", "utf-8")
    assert klyngebot("charter", "check", str(file)).complaint.startswith(f"{file}:2: ")


def test_no_command_at_all_shows_the_commands(klyngebot: Klyngebot) -> None:
    shown = klyngebot()
    assert shown.code == 1
    assert "run-due" in shown.err
