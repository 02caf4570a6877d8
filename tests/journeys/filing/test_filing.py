"""A secretariat files a meeting: the case by chat, the bundle on the command line, proved, and again when more left."""

import asyncio
import csv
import io
import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.config import Settings
from bot.domain.kernel.conversation import Place
from bot.filing import access, bundles, tables, verifying
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.operations import Failed, Lines
from bot.usecases.desk import open_desk
from bot.usecases.filing.bundling import case_file
from storage.database import Database
from tests.harness.desks import desk_of
from tests.harness.klynge_nord import local
from tests.harness.minute_steps import HIDDEN as SECRET
from tests.harness.minute_steps import held, said
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT

NORD, MARCH = "politisk-klynge-nord", "2027-1"
NOW = "2027-03-18T09:00+01:00"


async def lines(told: Lines) -> list[str]:
    return [each async for each in told]


async def faults(told: Lines) -> list[str]:
    """The lines of a command that fails."""
    found: list[str] = []
    try:
        async for each in told:
            found.append(each)  # noqa: PERF401 - what was told before it failed
    except Failed:
        return found
    raise AssertionError(found)


def tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.both_databases
async def test_a_meeting_is_filed_proved_and_filed_again(nord: Stage, database_url: str, tmp_path: Path) -> None:
    await held(nord, is_closed=True)
    desk = desk_of(database_url, KLYNGEBOT_NOW=NOW)
    card = await nord.says(SECRETARIAT, "journalisering 16/3", PERSONAL)
    assert "Ikke journaliseret: Dagsorden" in words(card)
    refused_number = await nord.clicks(SECRETARIAT, card, "Gem sagsnummer", {"Sagsnummer": "ingen"})
    assert "indeholde mindst ét tal" in said(refused_number)
    await nord.clicks(SECRETARIAT, card, "Gem sagsnummer", {"Sagsnummer": "24/1234", "KLE-emne": "12.34.56 A26"})
    assert "25/7" in words(await nord.says(SECRETARIAT, "sagsnummer 25/7 på punkt 2 til mødet den 16/3", PERSONAL))
    for other in (CHAIRS[0], COORDINATOR):
        assert "25/7" not in words(await nord.says(other, "journalisering 16/3", PERSONAL))

    out = tmp_path / "esdh"
    assert await lines(bundles.list_missing(desk, NORD))
    (told,) = await lines(bundles.file_away(desk, out, NORD, f"{NORD}/{MARCH}"))
    assert told.startswith(f"{NORD}/{MARCH}: udgave-1, ")
    first = tree(out)
    one = f"{NORD}/{MARCH}/udgave-1"
    manifest = json.loads(first[f"{one}/manifest.json"])
    assert (manifest["case_number"], manifest["kle"]) == ("24/1234", "12.34.56 A26")
    assert manifest["log"]
    rows = list(csv.reader(io.StringIO(first[f"{one}/index.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {row[8] for row in rows[1:]} >= {"aaben/dagsorden-1.pdf", "lukket/dagsorden-1.json"}
    assert all(row[5] == "24/1234" for row in rows[1:] if "dagsorden" in row[8])
    assert (out / one / "index.csv").stat().st_mode & 0o077 == 0
    assert await lines(bundles.file_away(desk, out, NORD, None)) == [f"{NORD}/{MARCH}: udgave-1, uændret."]
    again = tmp_path / "igen"
    await lines(bundles.file_away(desk, again, NORD, None))
    assert tree(again) == first
    assert "journaliseret og har et sagsnummer" in words(
        await nord.says(SECRETARIAT, "hvad mangler at blive journaliseret?", PERSONAL)
    )
    assert "Sagsmappe dannet" in words(await nord.says(SECRETARIAT, "journalisering 16/3", PERSONAL))

    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.", PERSONAL)
    await nord.says(SECRETARIAT, "send referat", PERSONAL)
    assert "Ikke journaliseret: Referat" in (await lines(bundles.list_missing(desk, None)))[0]
    both = await asyncio.gather(*(lines(bundles.file_away(desk, out, NORD, None)) for _ in range(2)))
    assert sorted(each.name for each in (out / NORD / MARCH).iterdir()) == ["udgave-1", "udgave-2"], both
    assert {path: data for path, data in tree(out).items() if path.startswith(one)} == first
    assert "2 sagsmapper er, som de blev dannet og som loggen siger." in await lines(
        verifying.verify_bundles(desk, out)
    )
    await _spoiled(desk_of(database_url), out, tmp_path / "spoilt")
    await _as_zip(database_url, tree(out / NORD / MARCH / "udgave-2"))
    await _for_a_citizen(desk, tmp_path / "aktindsigt")
    await _as_tables(desk, tmp_path / "arkiv")


async def _spoiled(desk: Settings, out: Path, folder: Path) -> None:
    """What was changed, taken away, put in or begun is found, a line each."""
    shutil.copytree(out, folder)
    two = folder / NORD / MARCH / "udgave-2"
    paper = two / "aaben/referat.pdf"
    paper.write_bytes(paper.read_bytes()[:-1] + b"!")
    (two / "lukket/referat.json").unlink()
    (two / "aaben/mere.pdf").write_bytes(b"%PDF")
    (folder / "fremmed.txt").write_text("x")
    (folder / ".klyngebot-abc").mkdir()
    name = f"{NORD}/{MARCH}/udgave-2"
    assert sorted(await faults(verifying.verify_bundles(None, folder))) == [
        "fremmed.txt hører ikke til.",
        f"{name}/aaben/mere.pdf hører ikke til.",
        f"{name}/aaben/referat.pdf er ændret.",
        f"{name}/lukket/referat.json mangler.",
    ]
    manifest = two / "manifest.json"
    manifest.write_text(manifest.read_text().replace("24/1234", "24/9999"))
    told = await faults(verifying.verify_bundles(desk, folder))
    assert f"{name}/manifest.json er ændret." in told
    assert f"{name}: Loggen kender ikke denne sagsmappe." in told
    shutil.rmtree(folder / NORD / MARCH / "udgave-1")
    assert f"{NORD}/{MARCH}/udgave-1 mangler." in await faults(verifying.verify_bundles(None, folder))


async def _as_zip(url: str, files: dict[str, bytes]) -> None:
    """»Hent sagsmappe« gives the same files to those who serve."""
    database = Database(url)
    async with database.reading() as conn:
        desk = await open_desk(conn, NORD, local("2027-03-18T09:00"), Place.PERSONAL)
        made = await case_file(desk, SECRETARIAT, MARCH, "")
        with pytest.raises(Exception, match="no_rights"):
            await case_file(desk, CHAIRS[0], MARCH, "")
    await database.close()
    with ZipFile(io.BytesIO(made.data)) as archive:
        inside = {each.partition("/")[2]: archive.read(each) for each in archive.namelist()}
    assert (made.name, inside) == (f"{NORD}-{MARCH}.zip", files)


async def _for_a_citizen(desk: Settings, out: Path) -> None:
    """Open documents alone, and a list that says no more than numbers, kinds and grounds."""
    await lines(access.give_access(desk, out, NORD, None))
    files = tree(out / f"aktindsigt-{NORD}")
    assert {"undtaget.csv", "undtaget.pdf", f"{MARCH}/aaben/dagsorden-1.pdf"} <= set(files)
    assert not [path for path in files if "lukket" in path]
    assert "Lukket punkt" in files["undtaget.csv"].decode("utf-8-sig")
    assert not [path for path, data in files.items() if SECRET.encode() in data]
    assert "findes allerede" in str(await refused(access.give_access(desk, out, NORD, None)))


async def _as_tables(desk: Settings, out: Path) -> None:
    told = await lines(tables.export_tables(desk, out))
    assert "også lukkede punkter" in told[-1]
    folder = out / "tabeller-2027-03-18"
    files = tree(folder)
    assert {"LAESMIG.txt", "minutes.csv", "filings.csv", "audit.csv", "case_numbers.csv"} <= set(files)
    assert "meeting" in files["LAESMIG.txt"].decode()
    assert SECRET in files["agendas.csv"].decode()
    assert all(each.stat().st_mode & 0o077 == 0 for each in folder.rglob("*"))


async def refused(told: Lines) -> Failed:
    with pytest.raises(Failed) as failed:
        await lines(told)
    return failed.value
