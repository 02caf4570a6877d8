"""A charter's own layer and its new version: what each adds or changes, what is refused, and what stays as it was."""

import sqlite3
from pathlib import Path

import pytest

from bot.charters.loader import charter_text
from tests.cli.conftest import Klyngebot, Outcome, change

POLITICAL = "nordjylland-politisk-klynge"
LOCAL = """\
format: 1
id: lokalt-nord
kind: local
title: Lokalt kommissorium for Klynge Nord
source: lokalt.pdf
dated: {value: 2027-01-05, words: 5. januar 2027}
bodies:
  - {id: tvaergruppen, name: Tværgruppen, words: Tværgruppen}
composition:
  mandate: {value: required, words: Alle skal have mandat.}
tasks:
  optional:
    - {id: faelles-kursus, name: Fælles kursus, words: Vi holder et fælles kursus.}
relations:
  - {id: taler-med, name: Taler med, from: politisk-klynge, to: tvaergruppen, kind: consults, words: Vi taler.}
"""
OWN = "charter: nordjylland-politisk-klynge"


@pytest.fixture
def folder(forum_file: Path) -> Path:
    """Where the forum's file lies, beside a local charter."""
    (forum_file.parent / "lokalt.yaml").write_text(LOCAL, "utf-8")
    return forum_file.parent


def apply(klyngebot: Klyngebot, folder: Path, *more: str, **settings: str) -> Outcome:
    return klyngebot("forum", "apply", str(folder / "nord.yaml"), *more, **settings)


def new_version(folder: Path, *changes: tuple[str, str]) -> None:
    """The charter's new text beside the forum's file, which says that it holds from 1 July 2027."""
    found = charter_text(POLITICAL, Path())
    assert found is not None
    text = found[0].replace(f"id: {POLITICAL}", "id: politisk-klynge-2027")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "ny.yaml").write_text(text, "utf-8")
    change(folder / "nord.yaml", OWN, "charter_from: 2027-07-01\ncharter: ny.yaml")


TEN_DAYS = ('    value: 7\n    words: "Der udarb', '    value: 10\n    words: "Der udarb')


def test_a_local_charter_is_added_and_told_where_the_common_one_speaks_of_none(
    klyngebot: Klyngebot, folder: Path
) -> None:
    change(folder / "nord.yaml", OWN, f"local_charter: lokalt.yaml\n{OWN}")
    told = apply(klyngebot, folder)
    assert told.code == 0
    assert any("»Lokalt kommissorium for Klynge Nord« er lagt til" in line for line in told.lines)
    assert "Begynder: lokalt kommissorium: lokalt-nord" in told.lines
    assert "uændret" in apply(klyngebot, folder).lines[0]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            "tasks:\n",
            "agenda:\n  dispatch_days_before: {value: 10, words: ti dage før}\ntasks:\n",
            "12: »agenda.dispatch_days_before« er 10: »ti dage før«, men det fælles kommissorium siger 7: "
            "»Der udarbejdes dagsorden til møderne, som fremsendes én uge før mødet.«",
        ),
        ("to: tvaergruppen", "to: raadet", "15: »raadet« står hverken blandt bodies"),
        ("kind: local", "kind: charter", "»binding« mangler"),
    ],
)
def test_a_local_charter_that_contradicts_is_refused_with_both_quotations(
    klyngebot: Klyngebot, folder: Path, old: str, new: str, reason: str
) -> None:
    change(folder / "nord.yaml", OWN, f"local_charter: lokalt.yaml\n{OWN}")
    change(folder / "lokalt.yaml", old, new)
    told = apply(klyngebot, folder)
    assert told.code == 1
    assert reason in told.err


def test_a_common_charter_is_no_local_one(klyngebot: Klyngebot, folder: Path) -> None:
    change(folder / "nord.yaml", OWN, f"local_charter: nordjylland-klyngestyregruppe\n{OWN}")
    assert "er et kommissorium og kan ikke lægges over et andet" in apply(klyngebot, folder).err


def test_a_new_version_moves_the_deadlines_of_meetings_from_its_day_on_and_no_others(
    klyngebot: Klyngebot, folder: Path
) -> None:
    assert apply(klyngebot, folder).code == 0
    new_version(folder, TEN_DAYS)
    told = apply(klyngebot, folder)
    assert "Begynder: kommissorium fra den: 1. juli 2027 (politisk-klynge-2027)" in told.lines
    planned = [line for line in told.lines if line.startswith(("Planlægges", "Bortfalder"))]
    assert planned
    assert [line for line in planned if "(2027-2)" not in line] == []
    assert "Planlægges: fredag den 24. september 2027 kl. 8.00" in planned[0]  # a Friday: the tenth day is none to work
    again = apply(klyngebot, folder)
    assert again.lines[0].endswith("er uændret.")


def test_a_version_that_settles_what_the_forum_chose_is_told_and_the_choice_is_kept(
    klyngebot: Klyngebot, folder: Path
) -> None:
    assert apply(klyngebot, folder).code == 0
    settled = "agenda_approval: {mode: {value: consult, words: Dagsordenen forelægges.}}"
    new_version(folder, ("agenda_approval: null", settled))
    told = apply(klyngebot, folder)
    assert told.code == 1
    assert "»choices.agenda_approval« er approve, men kommissoriet siger consult: »Dagsordenen forelægges.«" in told.err
    lines = (folder / "nord.yaml").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.strip().startswith("agenda_approval:")]
    (folder / "nord.yaml").write_text("".join(kept), "utf-8")
    told = apply(klyngebot, folder)
    assert told.code == 0
    assert any("Fra den 1. juli 2027 fastsætter kommissoriet selv consult" in line for line in told.lines)
    assert any("har valgt agenda_approval: approve" in line for line in told.lines)


def test_the_old_charter_named_from_that_day_takes_the_new_one_back(klyngebot: Klyngebot, folder: Path) -> None:
    assert apply(klyngebot, folder).code == 0
    new_version(folder, TEN_DAYS)
    assert apply(klyngebot, folder).code == 0
    change(folder / "nord.yaml", "charter: ny.yaml", f"charter: {POLITICAL}")
    told = apply(klyngebot, folder)
    assert "Slutter: kommissorium fra den: 1. juli 2027 (politisk-klynge-2027)" in told.lines


@pytest.mark.parametrize("what", ["charter = '['", "layers = json_set(layers, '$.local', 'x')"])
def test_where_a_version_cannot_be_read_the_others_are_kept_when_the_file_mends_it(
    klyngebot: Klyngebot, folder: Path, what: str
) -> None:
    assert apply(klyngebot, folder).code == 0
    new_version(folder, TEN_DAYS)
    assert apply(klyngebot, folder).code == 0
    file = sqlite3.connect(folder / "data" / "klyngebot.db")
    with file:
        file.execute(f"UPDATE forums SET {what}")  # noqa: S608 - the test's own words
    file.close()
    assert klyngebot("check").code == 1
    assert "Forummet kunne ikke læses før." in apply(klyngebot, folder).out
    change(folder / "nord.yaml", "charter: ny.yaml", f"charter: {POLITICAL}")
    told = apply(klyngebot, folder)
    assert "Slutter: kommissorium fra den: 1. juli 2027 (politisk-klynge-2027)" in told.lines
