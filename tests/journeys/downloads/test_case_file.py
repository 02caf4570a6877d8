"""»Hent sagsmappe«: all that left of a meeting in one file, for those who serve, by an address of their own."""

import io
import json
import re
from typing import Any
from zipfile import ZipFile

from aiohttp import ClientSession

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import is_refused, said
from tests.harness.minute_steps import held
from tests.harness.own_page import OPEN, URL, address_on, browsing
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT
from tests.journeys.conftest import OpenStage

REGION = "sekretariat-region"  # of another tenant, who has no chat with the bot
BUTTON = "Hent sagsmappe"


async def test_who_serves_gets_a_meetings_case_file_and_nobody_else_does(open_stage: OpenStage) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord:
        early = await nord.says(SECRETARIAT, "hent sagsmappe", PERSONAL)
        assert "ikke udsendt noget til mødet" in said(early.card)
        await held(nord, is_closed=True)
        agenda = await nord.says(SECRETARIAT, "dagsorden 16/3", PERSONAL)
        address = _address((await nord.clicks(SECRETARIAT, agenda, BUTTON)).card)
        inside = await _unpacked(nord, address)
        assert {"aaben/dagsorden-1.pdf", "lukket/dagsorden-1.pdf", "manifest.json"} <= inside
        filing = await nord.says(SECRETARIAT, "journalisering 16/3", PERSONAL)
        assert await _unpacked(nord, _address((await nord.clicks(SECRETARIAT, filing, BUTTON)).card)) == inside

        await nord.says(SECRETARIAT, "beslutning 2: Godkendt.", PERSONAL)
        await nord.says(SECRETARIAT, "send referat", PERSONAL)
        minutes = await nord.says(SECRETARIAT, "referat", PERSONAL)
        assert BUTTON in words(minutes)
        for sentence in ("hent sagsmappe", "hent sagsmappe til mødet den 16/3", "hent sagsmappen fra 16/3"):
            typed = await nord.says(SECRETARIAT, sentence, PERSONAL)
            assert "Dagsorden" in said(typed.card)
            assert "Referat" in said(typed.card)
            assert "aaben/referat.pdf" in await _unpacked(nord, _address(typed.card)), sentence
        await _refused_to_others(nord)
        await _where_others_read_along(nord)
        await nord.at("2027-03-16T20:11")
        assert (await _get(nord, address))[0] == 404


async def _refused_to_others(nord: Stage) -> None:
    for other in (CHAIRS[0], COORDINATOR):
        for where in (PERSONAL, None):
            answer = await nord.says(other, "hent sagsmappe", *([where] if where else []))
            assert is_refused(answer.card)
            assert "/hent/" not in json.dumps(answer.card)
        assert BUTTON not in words(await nord.says(other, "dagsorden 16/3", PERSONAL))
        assert BUTTON not in words(await nord.says(other, "referat", PERSONAL))


async def _where_others_read_along(nord: Stage) -> None:
    """It is not for the channel: whoever has no chat gets it on a page of their own."""
    for sentence in ("dagsorden 16/3", "referat"):
        assert BUTTON not in words(await nord.says(REGION, sentence))
    refused = await nord.says(REGION, "hent sagsmappe til mødet den 16/3")
    assert "lukkede punkter" in said(refused.card)
    way = await nord.clicks(REGION, refused, OPEN)
    async with browsing(nord) as browser:
        page = await browser.enters(address_on(way.card))
        assert "aaben/referat.pdf" in await _unpacked(nord, _address(page.card))


def _address(card: Any) -> str:
    found = re.findall(rf'"({URL}/hent/[^"]+)"', json.dumps(card))
    assert found, said(card)
    return str(found[0])


async def _unpacked(nord: Stage, address: str) -> set[str]:
    """The names of all files in it."""
    status, headers, data = await _get(nord, address)
    assert (status, headers["Content-Type"]) == (200, "application/zip"), data[:2000]
    assert 'filename="politisk-klynge-nord-2027-1.zip"' in headers["Content-Disposition"]
    assert headers["Cache-Control"] == "no-store"
    with ZipFile(io.BytesIO(data)) as archive:
        return {each.partition("/")[2] for each in archive.namelist()}


async def _get(nord: Stage, address: str) -> tuple[int, dict[str, str], bytes]:
    root = f"http://127.0.0.1:{nord.service.port}"
    async with ClientSession() as session, session.get(address.replace(URL, root)) as answer:
        return answer.status, dict(answer.headers), await answer.read()
