"""The command line in a folder and with an environment of the test's own."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from storage.database import Database
from tests.harness.klynge_nord import FILE


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on standard output."""
        return self.out.splitlines()

    @property
    def complaint(self) -> str:
        """The one line of a command that failed."""
        assert self.code == 1, self
        assert self.err.count("\n") == 1, self.err
        return self.err.rstrip("\n")


NO_ANCHOR = "Der er intet anker, som loggen kan holdes op imod (data/anchor.jsonl)."
"""What `audit verify` says where no service has been."""

Klyngebot = Callable[..., Outcome]
"""`klyngebot("forum", "list", KLYNGEBOT_NOW="…")`: run a command."""


@pytest.fixture
def klyngebot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Klyngebot:
    """Runs a command in an empty folder, with authentication off in January 2027 unless said otherwise."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(("KLYNGEBOT_", "Microsoft")) or name == "PORT":
            monkeypatch.delenv(name)

    def run(*arguments: str, **settings: str) -> Outcome:
        chosen = {"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_NOW": "2027-01-11T09:00:00+01:00"} | settings
        with monkeypatch.context() as patch:
            for name, value in chosen.items():
                patch.setenv(name, value)
            try:
                main(arguments)
                code = 0
            except SystemExit as ended:
                code = int(ended.code or 0)
        return Outcome(code, *capsys.readouterr())

    return run


def store_in(folder: Path, store: Callable[[Database], Coroutine[Any, Any, None]]) -> None:
    """Store something in the database that the commands use."""

    async def stored() -> None:
        database = Database(f"sqlite:///{folder}/data/klyngebot.db")
        try:
            await store(database)
        finally:
            await database.close()

    asyncio.run(stored())


@pytest.fixture
def forum_file(tmp_path: Path) -> Path:
    """Klynge Nord's file, to be changed at will."""
    file = tmp_path / "nord.yaml"
    file.write_text(FILE.read_text("utf-8"), "utf-8")
    return file


def change(file: Path, old: str, new: str) -> None:
    """Replace something that stands in the file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def drop(file: Path, *marks: str) -> int:
    """Take every line away that has one of the marks; the number of the first (from 1)."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    gone = [number for number, line in enumerate(lines, 1) if any(mark in line for mark in marks)]
    assert gone
    kept = (line for number, line in enumerate(lines, 1) if number not in gone)
    file.write_text("".join(kept), "utf-8")
    return gone[0]
