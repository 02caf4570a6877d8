"""A meeting's bundle: open and closed apart, listed for a records system, provable, and the same for the same state."""

import csv
import io
import json
from dataclasses import replace
from hashlib import sha256
from zipfile import ZipFile

import pytest

from bot.documents.bundle import Paper, Sheet, Source, bundle, has_closed, state_of
from bot.documents.manifest import MANIFEST, SUMS, How, checksum, held_up, read
from bot.documents.names import file_name, plain
from bot.documents.zipped import zipped
from bot.domain.documents.state import Attachment, Kind, MeetingRecord
from bot.domain.filing.state import Case
from tests.documents.records import AT, BILAG, SECRET, item, record

CASE = Case(number="24/1234", subject="12.34.56", facet="A26")
DIGEST = sha256(BILAG).hexdigest()


def bilag(number: int, title: str, **more: object) -> Attachment:
    facts = {"media_type": "application/pdf", "size": len(BILAG), "digest": DIGEST} | more
    return Attachment(number=number, title=title, **facts)  # type: ignore[arg-type]


ITEMS = (
    item(1, "Godkendelse af dagsorden"),
    item(2, "Økonomi", bilag(1, "Ålborg/Budget ½"), bilag(2, f"{SECRET} notat", is_closed=True), case="25/7"),
    item(3, SECRET, bilag(3, SECRET, version=2), is_closed=True),
    item(4, "Nyt", bilag(4, "", digest=None, link="https://example.org/a"), bilag(5, "Væk", digest="0" * 64)),
)


def papers(*records: MeetingRecord) -> list[Paper]:
    return [Paper(record=each, pdf=f"%PDF {each.kind} {each.version} {each.is_whole}".encode()) for each in records]


def source(*items: object, **more: object) -> Source:
    shown = items or ITEMS
    whole = [record(*shown), record(*shown, kind=Kind.MINUTES, version=4)]  # type: ignore[arg-type]
    opened = [record(*shown, is_whole=False), record(*shown, kind=Kind.MINUTES, version=4, is_whole=False)]  # type: ignore[arg-type]
    every = papers(*(opened + whole if any(map(has_closed, whole)) else whole))
    facts = {"papers": every, "bilag": {DIGEST: BILAG}, "case": CASE, "program": "1.0"} | more
    return Source(**facts)  # type: ignore[arg-type]


def rows(files: dict[str, bytes]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(files["index.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))


def test_open_and_closed_documents_lie_apart_and_the_open_ones_say_nothing_of_the_closed() -> None:
    files = dict(bundle(source(sheets=[Sheet(kind=Kind.APPROVAL_SHEET, at=AT, pdf=b"%PDF a", is_closed=False)])))
    assert sorted(files) == [
        "aaben/bilag-01-1-aalborg-budget-12.pdf",
        "aaben/dagsorden-1.json",
        "aaben/dagsorden-1.pdf",
        "aaben/godkendelsesark.pdf",
        "aaben/referat.json",
        "aaben/referat.pdf",
        "index.csv",
        "lukket/bilag-02-1-hemmeligt-notat.pdf",
        "lukket/bilag-03-2-hemmeligt.pdf",
        "lukket/dagsorden-1.json",
        "lukket/dagsorden-1.pdf",
        "lukket/referat.json",
        "lukket/referat.pdf",
        "manifest.json",
        "manifest.sha256",
    ]
    told = {path: data for path, data in files.items() if path.startswith("aaben/")}
    assert not [path for path, data in told.items() if SECRET.encode() in data or SECRET.lower() in path]
    assert SECRET.encode() in files["lukket/referat.json"]
    assert not [path for path in bundle(source(ITEMS[0])) if path.startswith("lukket/")]


def test_the_list_names_each_file_with_its_case_and_what_is_no_file_too() -> None:
    files = dict(bundle(source()))
    header, *every = rows(files)
    assert header[:4] == ["Dato", "Titel", "Dokumenttype", "Adgang"]
    assert every[0] == [
        "2027-03-09",
        "Dagsorden 1 til mødet den 16. marts 2027",
        "Dagsorden",
        "Åben",
        "",
        "24/1234",
        "12.34.56",
        "A26",
        "aaben/dagsorden-1.pdf",
        sha256(files["aaben/dagsorden-1.pdf"]).hexdigest(),
        str(len(files["aaben/dagsorden-1.pdf"])),
    ]
    of_bilag = {each[1]: each for each in every if each[2].startswith("Bilag")}
    assert of_bilag["Bilag 1: Ålborg/Budget ½"][3:6] == ["Åben", "2", "25/7"]
    assert of_bilag[f"Bilag 3, version 2: {SECRET}"][3:6] == ["Lukket", "3", "24/1234"]
    assert of_bilag["Bilag 4: https://example.org/a"][2] == "Bilag (link)"
    assert of_bilag["Bilag 5: Væk"][2] == "Bilag (slettet)"
    assert {each[8] for each in every if each[8]} == set(files) - {"index.csv", MANIFEST, SUMS}


@pytest.mark.parametrize(
    "title",
    [
        '=cmd|"/c calc"!A1',
        "+1",
        "-2+3",
        "@SUM(A1)",
        "  =1+1",
        "'=1",
        "＝1",
        "../../etc/passwd",
        "a;b\r\nc;d",
        "👩‍👩‍👧 \u202egnp.exe",
        "x" * 100_000,
    ],
)
def test_whatever_is_written_stays_in_its_cell_and_in_its_folder(title: str) -> None:
    attached = bilag(1, title)
    files = dict(bundle(source(item(1, title, attached), item(2, title, is_closed=True))))
    assert all(len(row) == 11 for row in rows(files))
    assert not [cell for row in rows(files) for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))]
    assert all(path.isascii() and ".." not in path and path.count("/") <= 1 and len(path) < 100 for path in files)
    assert not list(held_up(files[MANIFEST], files[SUMS], hashes(files)))


def hashes(files: dict[str, bytes]) -> dict[str, str]:
    return {path: sha256(data).hexdigest() for path, data in files.items()}


def test_five_hundred_items_are_one_bundle_twice_the_same() -> None:
    many = [item(number, f"Punkt {number}", bilag(number, f"Bilag {number}")) for number in range(1, 501)]
    files = dict(bundle(source(*many)))
    assert len(files) == 507 - 2 + 2
    assert dict(bundle(source(*many))) == files


def test_a_change_is_another_state_and_the_same_is_not() -> None:
    records = [record(*ITEMS)]
    assert state_of(records, CASE) == state_of([record(*ITEMS)], CASE)
    assert state_of(records, CASE) != state_of(records, replace(CASE, number="24/1235"))
    assert state_of(records, CASE) != state_of([record(*ITEMS[:3])], CASE)


def test_the_manifest_proves_every_file_and_itself() -> None:
    files = dict(bundle(source()))
    told = read(files[MANIFEST])
    assert told is not None
    assert (told.forum, told.meeting, told.program, told.case_number) == ("klynge-nord", "2027-1", "1.0", "24/1234")
    assert told.log is not None
    assert told.log.seq == max(each.seq for each in told.entries) == 11
    assert files[SUMS] == checksum(files[MANIFEST])

    def faults(changed: dict[str, bytes | None]) -> list[tuple[str, How]]:
        now = {path: data for path, data in (files | changed).items() if data is not None}
        found = held_up(now.get(MANIFEST), now.get(SUMS), hashes(now))
        return [(each.path, each.how) for each in found]

    assert faults({}) == []
    one = "aaben/referat.pdf"
    assert faults({one: files[one][:-1] + b"!"}) == [(one, How.CHANGED)]
    assert faults({one: None}) == [(one, How.MISSING)]
    assert faults({"lukket/mere.pdf": b"%PDF"}) == [("lukket/mere.pdf", How.UNKNOWN)]
    assert faults({MANIFEST: files[MANIFEST].replace(b"24/1234", b"24/1235")}) == [(MANIFEST, How.CHANGED)]
    assert faults({MANIFEST: None})[0] == (MANIFEST, How.MISSING)
    assert faults({SUMS: None}) == [(SUMS, How.MISSING)]
    for broken in (b"", b"[]", b"{", b"[" * 100_000, b"\xff", _with_path(files[MANIFEST], "../../etc/passwd")):
        assert faults({MANIFEST: broken}) == [(MANIFEST, How.UNREADABLE)]


def _with_path(manifest: bytes, path: str) -> bytes:
    told = json.loads(manifest)
    told["files"][0]["path"] = path
    return json.dumps(told).encode()


def test_a_zip_is_the_same_for_the_same_files() -> None:
    files = dict(bundle(source()))
    packed = zipped(files, AT, folder="klynge-nord-2027-1")
    assert packed == zipped(files, AT, folder="klynge-nord-2027-1")
    with ZipFile(io.BytesIO(packed)) as archive:
        assert archive.read("klynge-nord-2027-1/index.csv") == files["index.csv"]


def test_names_of_files_are_small_letters_and_never_end_as_a_program_does() -> None:
    assert plain("Ærø å Øst — 2. udgave!") == "aeroe-aa-oest-2-udgave"
    assert plain("🎉\u202e../..") == ""
    assert file_name("bilag", "01-1", "virus.exe", media_type="application/x-dosexec") == "bilag-01-1-virus-exe.bin"


def test_nothing_is_made_of_a_meeting_of_which_nothing_has_left() -> None:
    with pytest.raises(ValueError, match="nothing has left"):
        bundle(Source(papers=[], bilag={}, case=CASE, program="1.0"))
