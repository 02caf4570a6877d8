"""`klyngebot export`: every format and every set of options, with bilag that hold something."""

import asyncio
import csv
import io
import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import icalendar
import pikepdf
import pytest
from lxml import etree  # type: ignore[import-untyped]  # no types

from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.filing.state import Case
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.conversation import Place
from bot.usecases.desk import open_writing_desk
from storage import approval as approvals
from storage import filing
from storage.database import Database
from tests.cli.conftest import Klyngebot, Outcome, store_in
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import (
    CHAIR,
    CONFIDENTIAL,
    DAY_AFTER,
    FORUM,
    ITEMS,
    MARCH,
    attach,
    send_agenda,
    send_all,
)

MEETING = f"{FORUM}/{MARCH}"
ROOT = Path(__file__).parents[2]
OLD, NEW, SHUT = b"%PDF-1.7 gammel", b"%PDF-1.7 ny", b"%PDF-1.7 lukket"
PUBLIC = "https://klyngebot.example.org"

Export = Callable[..., Outcome]
"""`export("--format", "ics")`: after the meeting was held and its minutes have left."""


@pytest.fixture
def export(klyngebot: Klyngebot, forum_file: Path, tmp_path: Path) -> Export:
    """March's meeting has left: an agenda with three bilag, one of which was replaced since, and minutes."""
    klyngebot("forum", "apply", str(forum_file))

    store_in(tmp_path, _left)

    def run(*options: str) -> Outcome:
        now = "2027-03-18T09:00:00+01:00"
        return klyngebot("export", *options, KLYNGEBOT_NOW=now, KLYNGEBOT_PUBLIC_URL=PUBLIC)

    return run


async def _left(database: Database) -> None:
    await send_agenda(database)
    await attach(database, ITEMS[1], "Model", OLD, ident=1)
    await attach(database, ITEMS[2], "Opsigelsen", SHUT, ident=2)
    await attach(database, ITEMS[1], "Model", NEW, ident=1, version=2, at="2027-03-12T10:00")
    async with database.writing(FORUM) as conn:
        asked = _round()
        await approvals.put(conn, asked)
        await approvals.answer(conn, asked, asked.responses[0])
        await filing.put_case(conn, FORUM, MARCH, 0, Case(number="24/1234", subject="12.34.56", facet="A26"))
        await filing.put_case(conn, FORUM, MARCH, 4, Case(number="25/4"))
        await filing.put_case(conn, FORUM, MARCH, 5, Case(number="25/5"))
        await send_all(await open_writing_desk(conn, FORUM, local(DAY_AFTER), Place.PERSONAL))


def _round() -> ApprovalRound:
    """The round in which the agenda was approved, with words for the secretariat alone."""
    opened, answered = local("2027-03-02T10:00"), local("2027-03-03T10:00")
    words = Response(person=CHAIR, verdict=Verdict.REMARKS, version=1, at=answered, words="Kun til sekretariatet.")
    return ApprovalRound(
        forum=FORUM,
        meeting=MARCH,
        number=1,
        mode=Mode.CONSULT,
        first_version=1,
        version=1,
        opened_at=opened,
        deadline=None,
        approvers=(CHAIR,),
        responses=(words,),
        standpoint=Standpoint.APPROVED_WITH_REMARKS,
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_a_meeting_leaves_in_every_format_without_what_is_closed_unless_that_is_asked_for(
    export: Export, tmp_path: Path
) -> None:
    out = tmp_path / "ud"
    out.mkdir()
    made = {
        style: export("--meeting", MEETING, "--format", style, "--out", str(out / style)).lines
        for style in ("pdf", "docx", "json", "ics", "firstagenda")
    }
    assert all(Path(each).is_file() for lines in made.values() for each in lines)
    stems = [f"dagsorden-{FORUM}-2027-03-16-version-1", f"referat-{FORUM}-2027-03-16-version-3"]
    sheet = f"godkendelsesark-{FORUM}-2027-03-16"
    for style, names in (("pdf", [*stems, sheet]), ("docx", [*stems, sheet]), ("json", stems)):
        assert sorted(Path(each).name for each in made[style]) == sorted(f"{each}.{style}" for each in names)
    assert not [path for path, data in tree(out).items() if SHUT in data or CONFIDENTIAL.encode() in data]
    record = json.loads((out / "json" / f"{stems[1]}.json").read_bytes())
    assert (record["case_number"], record["kle"]) == ("24/1234", "12.34.56 A26")
    assert [each["case_number"] for each in record["items"]] == ["", "25/4", "", ""]
    with ZipFile(out / "docx" / f"{stems[0]}.docx") as parts:
        told = parts.read("word/document.xml").decode()
    assert all(each in told for each in ("24/1234", "12.34.56 A26", "25/4", "Bilag 1: Model"))
    with pikepdf.open(out / "pdf" / f"{stems[0]}.pdf") as pdf:
        assert "24/1234" in str(pdf.docinfo["/Keywords"])
    _calendar(Path(made["ics"][0]))
    _folder(out / "firstagenda", stems)
    whole = export("--meeting", MEETING, "--format", "json", "--out", str(out / "alt"), "--closed").lines
    assert all("lukkede-punkter" in each and CONFIDENTIAL in Path(each).read_text("utf-8") for each in whole)
    shut = export("--meeting", MEETING, "--format", "firstagenda", "--out", str(out / "alt"), "--closed").lines
    assert SHUT in [Path(each).read_bytes() for each in shut]
    assert json.loads(export("--schema").out)["$schema"]


def _calendar(file: Path) -> None:
    """The file says when and where, and who reads it knows it again."""
    event: Any
    (event,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert (event["UID"], event["SEQUENCE"]) == (f"{MEETING}@klyngebot", 0)
    assert event["DTSTART"].dt == local("2027-03-16T16:30")
    assert event["LOCATION"]


def _folder(out: Path, stems: list[str]) -> None:
    """XML with beside it HTML, PDF and what each open bilag held as the paper left."""
    files = tree(out)
    beside = ["Bilag/bilag-01-model.pdf", "Dagsorden.html", "Dagsorden.pdf", "Dagsorden.xml"]
    assert sorted(files) == [f"{stem}/{name}" for stem in sorted(stems) for name in beside]
    assert [files[f"{stem}/{beside[0]}"] for stem in stems] == [OLD, NEW]
    root = etree.fromstring(files[f"{stems[1]}/Dagsorden.xml"])
    assert [each.get("BilagUrl") for each in root.iter("Bilag")] == [beside[0]]
    assert [each.findtext("Sagsnummer") for each in root.iter("Dagsordenpunkt")] == ["24/1234", "25/4", None, "24/1234"]
    page = files[f"{stems[1]}/Dagsorden.html"].decode()
    assert '<html lang="da">' in page
    assert "Modellen godkendes." in page


def test_a_meeting_is_filed_with_its_bilag_and_approval_sheet_and_a_changed_byte_is_found(
    export: Export, tmp_path: Path
) -> None:
    assert "Ikke journaliseret: Dagsorden" in export("--filing", "--missing").out
    out = tmp_path / "esdh"
    assert export("--filing", "--out", str(out)).lines == [f"{MEETING}: udgave-1, 16 filer."]
    assert export("--filing", "--out", str(tmp_path / "igen"), "--meeting", MEETING).code == 0
    assert tree(out) == tree(tmp_path / "igen")
    assert "uændret" in export("--filing", "--out", str(out), "--forum", FORUM).out
    assert export("--filing", "--missing").lines == ["Alt, der er udsendt, er journaliseret og har et sagsnummer."]
    files = {path.removeprefix(f"{MEETING}/udgave-1/"): data for path, data in tree(out).items()}
    assert {"aaben/bilag-01-1-model.pdf", "aaben/bilag-01-2-model.pdf", "lukket/bilag-02-1-opsigelsen.pdf"} <= set(
        files
    )
    assert [files[f"aaben/bilag-01-{each}-model.pdf"] for each in (1, 2)] == [OLD, NEW]
    assert files["aaben/godkendelsesark.pdf"] != files["lukket/godkendelsesark.pdf"]
    assert not [path for path, data in files.items() if path.startswith("aaben/") and CONFIDENTIAL.encode() in data]
    with pikepdf.open(io.BytesIO(files["aaben/referat.pdf"])) as pdf:
        links = [str(each["/A"].URI) for page in pdf.pages for each in page.get("/Annots", []) if "/A" in each]
    assert [each for each in links if each.startswith(f"{PUBLIC}/offentlig/bevis/")]
    rows = list(csv.DictReader(io.StringIO(files["index.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {each["Sagsnummer"] for each in rows} == {"24/1234", "25/4", "25/5"}
    told = "1 sagsmappe er, som de blev dannet og som loggen siger."
    assert export("--verify", str(out)).lines[-1] == told
    bilag = out / MEETING / "udgave-1/aaben/bilag-01-1-model.pdf"
    bilag.write_bytes(OLD[:-1] + b"!")
    changed = export("--verify", str(out), "--offline")
    assert (changed.lines, changed.complaint) == (
        [f"{MEETING}/udgave-1/aaben/bilag-01-1-model.pdf er ændret."],
        "1 fejl i 1 sagsmappe.",
    )
    assert export("--access", "--forum", FORUM, "--out", str(tmp_path)).code == 0
    shown = tree(tmp_path / f"aktindsigt-{FORUM}")
    assert shown[f"{MARCH}/aaben/bilag-01-2-model.pdf"] == NEW
    assert not [path for path, data in shown.items() if SHUT in data or CONFIDENTIAL.encode() in data]
    assert export("--tables", "--out", str(tmp_path)).code == 0
    assert SHUT in tree(tmp_path / "tabeller-2027-03-18").values()


_DIES = """
import os, signal
real, files = os.open, []
def dying(path, *more, **named):
    if ".klyngebot-" in str(path):
        files.append(path)
    if len(files) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(path, *more, **named)
os.open = dying
from bot.cli import main
main()
"""


async def _killed(*options: str, folder: Path) -> int:
    """How a run ended that was killed as it opened the second file of a folder that it was making."""
    env = {"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_NOW": "2027-03-18T09:00:00+01:00", "PYTHONPATH": str(ROOT)}
    run = await asyncio.create_subprocess_exec(sys.executable, "-c", _DIES, "export", *options, cwd=folder, env=env)
    return await run.wait()


def test_a_run_that_is_killed_leaves_no_half_bundle(klyngebot: Klyngebot, forum_file: Path, tmp_path: Path) -> None:
    klyngebot("forum", "apply", str(forum_file))
    store_in(tmp_path, lambda database: send_agenda(database, items=ITEMS[:2]))
    out = tmp_path / "esdh"
    assert asyncio.run(_killed("--filing", "--out", str(out), folder=tmp_path)) == -signal.SIGKILL
    assert [each.name[:11] for each in (out / MEETING).iterdir()] == [".klyngebot-"]
    assert tree(out)
    assert "Ikke journaliseret" in klyngebot("export", "--filing", "--missing").out
    assert "ingen sagsmapper" in klyngebot("export", "--verify", str(out)).complaint
    assert "udgave-1" in klyngebot("export", "--filing", "--out", str(out)).out
    assert klyngebot("export", "--verify", str(out)).code == 0
