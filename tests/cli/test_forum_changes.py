"""What a forum file begins, changes and ends is told, also before; another forum's file by mistake is refused."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage import audit
from storage.database import Database
from storage.schema import metadata
from tests.cli.conftest import Klyngebot, change, drop

NORD = "politisk-klynge-nord"
AUTUMN = "{id: 2027-2, starts: 2027-10-05T16:30, ends: 2027-10-05T19:00"
PAST = "{id: 2027-2, starts: 2027-01-05T16:30, ends: 2027-01-05T19:00"
LATER = {"KLYNGEBOT_NOW": "2027-01-20T09:00:00+01:00"}


@pytest.fixture
def applied(klyngebot: Klyngebot, forum_file: Path) -> Klyngebot:
    """The command line once Klynge Nord's file is applied."""
    assert klyngebot("forum", "apply", str(forum_file)).code == 0
    return klyngebot


def everything(folder: Path) -> str:
    """Every row of every table."""

    async def read() -> str:
        database = Database(f"sqlite:///{folder}/data/klyngebot.db")
        async with database.reading() as conn:
            found = repr([list(await conn.execute(select(each))) for each in metadata.sorted_tables])
        await database.close()
        return found

    return asyncio.run(read())


def newest_entry(folder: Path) -> audit.Entry:
    async def read() -> audit.Entry:
        database = Database(f"sqlite:///{folder}/data/klyngebot.db")
        async with database.reading() as conn:
            found = [entry async for entry in audit.entries(conn, NORD)]
        await database.close()
        return found[-1]

    return asyncio.run(read())


def changes(entry: audit.Entry) -> dict[str, Mapping[str, Any]]:
    return {each["id"]: each for each in entry.facts["changes"]}


def changed(file: Path) -> None:
    """A file in which a choice, a meeting, a seat and an organisation are otherwise."""
    change(file, "agenda_approval: {value: approve, chosen_by: Politisk Klynge Nord, on: 2026-10-06}", OTHERWISE)
    change(file, AUTUMN, AUTUMN.replace("10-05", "10-12"))
    drop(file, "id: koordinator-region,", "person: koordinator-region,", "id: 2027-1,")


OTHERWISE = "agenda_approval: {value: consult, chosen_by: Fælles sekretariat, on: 2027-01-04}"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("name: Politisk Klynge Nord\n", "name: Politisk Klynge Syd\n", "»Politisk Klynge Syd« i stedet for »Politisk"),
        ("region: Nordjylland", "region: Fyn", "»Fyn« i stedet for »Nordjylland«"),
    ],
)
def test_a_file_that_bears_another_forums_id_is_refused_and_changes_nothing(
    applied: Klyngebot, forum_file: Path, tmp_path: Path, old: str, new: str, says: str
) -> None:
    before = everything(tmp_path)
    change(forum_file, old, new)
    for options in ((), ("--force",), ("--dry-run",)):
        said = applied("forum", "apply", str(forum_file), *options).complaint
        assert says in said
        assert said.startswith("»politisk-klynge-nord« er Politisk Klynge Nord")
        assert "--replace" in said
    assert everything(tmp_path) == before
    assert applied("forum", "apply", str(forum_file), "--replace").code == 0
    assert everything(tmp_path) != before


def test_another_charter_is_refused_unless_it_is_meant(applied: Klyngebot, forum_file: Path) -> None:
    drop(forum_file, "charter: kosu-2022", "overlays:")
    change(forum_file, "charter: nordjylland-politisk-klynge", "charter: hovedstaden-kommuneklynge")
    said = applied("forum", "apply", str(forum_file)).complaint
    assert "kommissoriet »hovedstaden-kommuneklynge« i stedet for »nordjylland-politisk-klynge«" in said
    meant = applied("forum", "apply", str(forum_file), "--replace")
    assert [line for line in meant.lines if "charter nordjylland-politisk-klynge → hovedstaden-kommuneklynge" in line]


def test_a_trial_tells_what_will_happen_and_keeps_nothing(applied: Klyngebot, forum_file: Path, tmp_path: Path) -> None:
    before = everything(tmp_path)
    changed(forum_file)
    trial = applied("forum", "apply", str(forum_file), "--dry-run")
    assert (trial.code, everything(tmp_path)) == (0, before)
    assert trial.lines[0] == "Intet er gemt. Uden --dry-run bliver Politisk Klynge Nord opdateret."
    told = "\n".join(trial.lines)
    for words in (
        "Slutter: møder: 2027-1 (16. marts 2027 kl. 16.30)",
        "Slutter: pladser: Klyngekoordinator (Region Nordjylland) i Region Nordjylland",
        "agenda_approval: approve (valgt af Politisk Klynge Nord den 6. oktober 2026) → "
        "consult (valgt af Fælles sekretariat den 4. januar 2027)",
        "Ændres: mødet 2027-2: starts 5. oktober 2027 kl. 16.30 → 12. oktober 2027 kl. 16.30",
        "Bortfalder: mandag den 15. marts 2027 kl. 8.00",
        "Planlægges: mandag den 11. oktober 2027 kl. 8.00",
        "Bemærk: Læsø Kommune: 1 politiker",
    ):
        assert words in told, words
    done = applied("forum", "apply", str(forum_file))
    assert done.lines[1:] == trial.lines[1:]
    assert everything(tmp_path) != before


@pytest.mark.parametrize("period", ["{from: 2026-01-01, to: 2029-12-31}", "{from: 2031-01-01, to: 2033-12-31}"])
@pytest.mark.parametrize("has_meetings", [True, False])
def test_closures_without_end_are_refused_in_one_line_whether_a_meeting_is_near_them_or_not(
    applied: Klyngebot, forum_file: Path, tmp_path: Path, period: str, has_meetings: bool
) -> None:
    before = everything(tmp_path)
    change(forum_file, "{from: 2027-07-12, to: 2027-08-06}", period)
    if not has_meetings:
        drop(forum_file, "id: 2027-1,", "id: 2027-2,")
    for options in ((), ("--dry-run",), ("--force",)):
        assert "levner ingen arbejdsdag" in applied("forum", "apply", str(forum_file), *options).complaint
    assert everything(tmp_path) == before


def test_a_trial_of_a_new_forum_makes_none(klyngebot: Klyngebot, forum_file: Path) -> None:
    trial = klyngebot("forum", "apply", str(forum_file), "--dry-run")
    assert "Begynder: møder: 2027-1 (16. marts 2027 kl. 16.30); 2027-2 (5. oktober 2027 kl. 16.30)" in trial.lines
    assert klyngebot("forum", "list").lines == ["Der er ingen fora endnu. Opret et med klyngebot forum apply FIL."]


def test_the_log_says_which_choice_changed_from_what_to_what_and_by_whom(
    applied: Klyngebot, forum_file: Path, tmp_path: Path
) -> None:
    changed(forum_file)
    change(forum_file, 'name: "Formand (Hjørring)"', 'name: "Ny formand"')
    applied("forum", "apply", str(forum_file))
    entry = newest_entry(tmp_path)
    found = changes(entry)
    choice = found["agenda_approval"]
    assert (choice["thing"], choice["fate"]) == ("choice", "changes")
    assert choice["from"] == {"value": "approve", "on": "2026-10-06"}
    assert choice["to"] == {"value": "consult", "on": "2027-01-04"}
    assert entry.words["choice/agenda_approval/chosen_by/to"] == "Fælles sekretariat"
    assert found["2027-2"]["from"]["starts"].startswith("2027-10-05")
    assert found["2027-2"]["to"]["starts"].startswith("2027-10-12")
    assert found["2027-1"]["fate"] == "ends"
    assert found["koordinator-region/region-nordjylland"]["fate"] == "ends"
    assert entry.words["person/formand-kommunal/name/to"] == "Ny formand"
    told = json.dumps(entry.facts, ensure_ascii=False)
    assert not [words for words in entry.words.values() if words in told]
    assert applied("audit", "verify").code == 0


def test_the_log_is_shown_with_what_changed_and_erased_texts_are_gone_from_it(
    applied: Klyngebot, forum_file: Path
) -> None:
    change(forum_file, "agenda_approval: {value: approve, chosen_by: Politisk Klynge Nord, on: 2026-10-06}", OTHERWISE)
    applied("forum", "apply", str(forum_file))
    shown = applied("audit", "show", NORD).lines
    assert [line.partition(" ")[0] for line in shown if line[0].isdigit()] == ["1", "2"]
    assert "   choice/agenda_approval/chosen_by/to: Fælles sekretariat" in shown
    assert shown[-4].strip() == newest_entry(forum_file.parent).hash
    assert "rows" not in "".join(shown)
    assert (
        '"from": {"value": "approve", "on": "2026-10-06"}, "to": {"value": "consult", "on": "2027-01-04"}' in shown[-3]
    )
    applied("audit", "erase", NORD, "2", "--ground", "Artikel 17")
    assert "Fælles sekretariat" not in "\n".join(applied("audit", "show", NORD).lines[-2:])
    said = "Jeg kender ikke forummet »findes-ikke«. Kontrollér navnet, og prøv igen."
    assert applied("audit", "show", "findes-ikke").complaint == said


def test_a_meeting_that_lay_in_the_past_when_it_was_first_named_owes_no_minutes(
    klyngebot: Klyngebot, forum_file: Path, tmp_path: Path
) -> None:
    change(forum_file, AUTUMN, PAST)
    klyngebot("forum", "apply", str(forum_file))
    once = everything(tmp_path)
    for moment in ({}, LATER):
        again = klyngebot("forum", "apply", str(forum_file), **moment)
        assert again.lines[0] == "Politisk Klynge Nord er uændret."
        assert not [line for line in again.lines if line.startswith(("Planlægges", "Bortfalder"))]
    assert not [line for line in klyngebot("outbox").lines if "2027-2" in line]
    assert once.count("'waiting'") == everything(tmp_path).count("'waiting'")


def test_a_meeting_that_was_named_ahead_still_owes_its_minutes_when_the_file_comes_again(
    klyngebot: Klyngebot, forum_file: Path
) -> None:
    change(forum_file, AUTUMN, PAST)
    klyngebot("forum", "apply", str(forum_file), KLYNGEBOT_NOW="2027-01-04T09:00:00+01:00")
    klyngebot("forum", "apply", str(forum_file))
    assert [line for line in klyngebot("outbox").lines if "Referatet" in line and "2027-2" in line and "venter" in line]


def test_a_forum_that_has_ended_says_so_wherever_it_is_listed(klyngebot: Klyngebot, forum_file: Path) -> None:
    change(forum_file, "until: null, succeeded_by: null", "until: 2026-12-31, succeeded_by: politisk-klynge-ny")
    said = "Forummet ophørte med udgangen af den 31. december 2026. Intet kan ændres i det, og det sender intet."
    told = f"{said} Det følges af politisk-klynge-ny."
    for options in (("--dry-run",), ()):
        assert f"Bemærk: {told}" in klyngebot("forum", "apply", str(forum_file), *options).lines
    (listed,) = klyngebot("forum", "list").lines
    assert listed.endswith(f"ingen kanal. {told}")
    assert f"Bemærk: Politisk Klynge Nord: {told}" in klyngebot("check").lines
    assert klyngebot("due", "--at", "2027-03-15T08:00").lines == ["Der er intet at sende."]


def test_what_becomes_of_meetings_is_told_before_and_after(applied: Klyngebot, forum_file: Path) -> None:
    change(forum_file, AUTUMN, AUTUMN.replace("10-05", "10-12"))
    drop(forum_file, "id: 2027-1,")
    unheard = "Ingen har hørt om mødet i kanalen, så der sendes ingen besked."
    for options in (("--dry-run",), ()):
        said = applied("forum", "apply", str(forum_file), *options).lines
        assert f"Mødet den 16. marts 2027 er aflyst. {unheard}" in said
        assert f"Mødet den 5. oktober 2027 er flyttet til den 12. oktober 2027. {unheard}" in said
    assert not [line for line in applied("forum", "apply", str(forum_file)).lines if "aflyst" in line]
