"""Papers as files: from cards and in words, by an address of one's own, open and whole, and on the command line."""

import io
import json
import logging
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from aiohttp import ClientSession
from docx import Document

from bot import exporting
from bot.journal.formatter import Formatter
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from bot.operations import Failed
from tests.harness.desks import desk_of
from tests.harness.forging import said
from tests.harness.own_page import URL
from tests.harness.steps import SECRETARIAT, accept, approve, circulate, propose
from tests.journeys.conftest import OpenStage

MEMBER = "formand-laesoe"
REGION = "sekretariat-region"  # of another tenant
_SECRET: dict[str, Value] = {
    "Overskrift": "Nordklinikken opsiges",
    "Resumé": "Hemmeligt om Nordklinikken.",
    "Forslag til indstilling": "Det indstilles, at Nordklinikken opsiges.",
    "Punktet bør være lukket": True,
}


async def _sent(nord: Stage) -> None:
    """The agenda with an open and a closed item was sent."""
    await propose(nord)
    await propose(nord, fields=_SECRET)
    await accept(nord, 1)
    await accept(nord, 2)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")


async def test_a_paper_is_fetched_by_an_address_that_is_ones_own(
    open_stage: OpenStage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord:
        await propose(nord)
        draft = await nord.says(SECRETARIAT, "dagsorden", PERSONAL)
        status, headers, data = await _get(nord, await _clicked(nord, SECRETARIAT, draft, "Hent som PDF"))
        assert (status, headers["Content-Type"]) == (200, "application/pdf")
        assert "udkast" in headers["Content-Disposition"]
        assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert "Udkast" in str(pdf.docinfo["/Title"])
        await propose(nord, fields=_SECRET)
        await accept(nord, 1)
        await accept(nord, 2)
        request = await circulate(nord)
        await approve(nord, request)
        await nord.at("2027-03-09T08:00")
        card = await nord.sees("Dagsorden til mødet den")
        await _open_in_the_channel(nord, card)
        await _whole_in_ones_own_chat(nord)
        await _typed(nord)
        await _refused(nord)
    told = "\n".join(Formatter(is_frank=True).format(each) for each in caplog.records)
    assert "adgang=" not in told


async def _open_in_the_channel(nord: Stage, card: Any) -> None:
    """Whoever clicks there gets the open version, the secretariat too; what is inside is the same."""
    for person in (SECRETARIAT, MEMBER, REGION):
        _, _, data = await _get(nord, await _clicked(nord, person, card, "Hent som Word"))
        told = _text(data)
        assert "Lukket punkt" in told
        assert "Nordklinik" not in told
        _, _, data = await _get(nord, await _clicked(nord, person, card, "Hent som PDF"))
        with pikepdf.open(io.BytesIO(data)) as pdf:
            (inside,) = [each.get_file().read_bytes() for each in pdf.attachments.values()]
        record = json.loads(inside)
        assert not record["is_whole"]
        assert "Nordklinik" not in inside.decode()
        assert [each["is_closed"] for each in record["items"]].count(True) == 1


async def _whole_in_ones_own_chat(nord: Stage) -> None:
    for person, is_whole in ((SECRETARIAT, True), ("formand-kommunal", True), (MEMBER, False)):
        card = await nord.says(person, "dagsorden", PERSONAL)
        _, headers, data = await _get(nord, await _clicked(nord, person, card, "Hent som Word"))
        assert ("Nordklinik" in _text(data)) is is_whole
        assert ("lukkede-punkter" in headers["Content-Disposition"]) is is_whole


async def _typed(nord: Stage) -> None:
    """What is typed where others read along is answered with a button, whose answer has the address."""
    for sentence, button in (
        ("hent dagsorden som pdf", "Hent som PDF"),
        ("hent dagsorden som word", "Hent som Word"),
        ("hent godkendelsesark", "Hent som PDF"),
        ("hent punkt 2 som word", "Hent som Word"),
        ("hent årsstatus 2027", "Hent som Word"),
        ("dokumenter", "Hent som Word"),
    ):
        reply = await nord.says(MEMBER, sentence)
        assert "/hent/" not in json.dumps(reply.card), sentence
        status, _, data = await _get(nord, await _clicked(nord, MEMBER, reply, button))
        assert status == 200, sentence
        assert data[:4] in (b"%PDF", b"PK\x03\x04")
    sheet = await nord.says(SECRETARIAT, "hent godkendelsesark som word", PERSONAL)
    _, _, data = await _get(nord, _address(sheet))
    assert "Godkendt" in _text(data)
    early = await nord.says(MEMBER, "hent referat som word")
    assert "referat" in words(early).lower()
    assert "Hent som Word" not in words(early)


async def _refused(nord: Stage) -> None:
    """Forged, old, or nobody's any more: a page in Danish that tells nothing."""
    reply = await nord.says(MEMBER, "hent dagsorden som pdf")
    address = await _clicked(nord, MEMBER, reply, "Hent som PDF")
    for wrong in ("", "x", address.rpartition("=")[2][:-2] + "AA", "a" * 5_000):
        status, headers, data = await _get(nord, f"{URL}/hent/?adgang={wrong}")
        assert status == 404
        assert headers["Content-Type"].startswith("text/html")
        assert "Filen kan ikke hentes" in data.decode()
    assert (await _get(nord, address))[0] == 200
    await nord.at("2027-03-09T08:11")
    assert (await _get(nord, address))[0] == 404


async def test_where_nobody_reaches_the_service_the_card_says_whom_to_ask(nord: Stage) -> None:
    await propose(nord)
    card = await nord.says(MEMBER, "dagsorden", PERSONAL)
    answer = await nord.clicks(MEMBER, card, "Hent som PDF")
    assert "Spørg" in said(answer.card)
    assert "/hent/" not in json.dumps(answer.card)
    async with ClientSession(f"http://127.0.0.1:{nord.service.port}") as session, session.get("/hent/") as got:
        assert got.status == 404


async def test_a_meetings_papers_are_exported_open_unless_the_whole_is_asked_for(
    nord: Stage, database_url: str, tmp_path: Path
) -> None:
    await _sent(nord)
    settings = desk_of(database_url, KLYNGEBOT_NOW="2027-03-16T20:00:00+01:00")
    await nord.at("2027-03-16T20:00")
    for sentence in ("beslutning 2: Godkendt.",):
        await nord.says(SECRETARIAT, sentence)
    meeting = "politisk-klynge-nord/2027-1"
    for style in ("pdf", "docx", "json"):
        first = await _exported(settings, meeting, style, tmp_path / "ud")
        assert [each.suffix for each in first] == [f".{style}"] * len(first)
        assert len(first) >= 2
        again = await _exported(settings, meeting, style, tmp_path / "ud")
        assert again == first
        assert not [each for each in first if b"Nordklinik" in each.read_bytes()]
    whole = await _exported(settings, meeting, "json", tmp_path / "ud", closed=True, paper="dagsorden")
    assert "Nordklinikken opsiges" in whole[0].read_text("utf-8")
    whole[0].write_bytes(b"noget andet")
    (beside,) = await _exported(settings, meeting, "json", tmp_path / "ud", closed=True, paper="dagsorden")
    assert beside != whole[0]
    assert whole[0].read_bytes() == b"noget andet"
    for named, out, why in (
        ("nord", tmp_path, "FORUM/MØDE"),
        (meeting, tmp_path / "a" / "b", "findes ikke"),
        (meeting, whole[0], "ikke en mappe"),
    ):
        with pytest.raises(Failed, match=why):
            await _exported(settings, named, "pdf", out)
    with pytest.raises(Failed, match="ikke noget at eksportere"):
        await _exported(settings, "politisk-klynge-nord/2027-2", "pdf", tmp_path, paper="referat")


async def _exported(
    settings: Any, meeting: str, style: str, out: Path, *, paper: str | None = None, closed: bool = False
) -> list[Path]:
    lines = exporting.export_meeting(settings, meeting, style, out, paper=paper, closed=closed)
    return [Path(each) async for each in lines]


async def _clicked(nord: Stage, person: str, message: Any, title: str) -> str:
    """The address in the answer to a click."""
    return _address(await nord.clicks(person, message, title))


def _address(answer: Any) -> str:
    found = re.findall(rf'"({URL}/hent/[^"]+)"', json.dumps(answer.card))
    assert found, said(answer.card)
    return str(found[0])


async def _get(nord: Stage, address: str) -> tuple[int, dict[str, str], bytes]:
    root = f"http://127.0.0.1:{nord.service.port}"
    async with ClientSession() as session, session.get(address.replace(URL, root)) as answer:
        return answer.status, dict(answer.headers), await answer.read()


def _text(data: bytes) -> str:
    """All that a Word file says."""
    read = Document(io.BytesIO(data))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in read.paragraphs), *cells])
