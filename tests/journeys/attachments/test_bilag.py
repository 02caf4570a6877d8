"""Bilag over the whole protocol: a file is sent in a chat, asked about, fetched, numbered, replaced and taken off."""

import asyncio
import json
import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import attachments, audit
from storage.proving import first_fault
from tests.harness.files import PDF, Store, png, sheet, storing
from tests.harness.forging import NORD, is_refused
from tests.harness.own_page import URL
from tests.harness.steps import (
    COORDINATOR,
    SECRETARIAT,
    accept,
    agenda_sent,
    in_channel,
    in_chat,
    propose,
    told,
)
from tests.journeys.conftest import OpenStage

MEMBER = "formand-laesoe"


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """Where the files are."""
    async with storing() as here:
        yield here


@pytest.fixture
async def reached(open_stage: OpenStage) -> AsyncIterator[Stage]:
    """A stage that people reach at an address."""
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL, KLYNGEBOT_FILE_MB="1") as nord:
        yield nord


async def sends(nord: Stage, person: str, files: dict[str, str], text: str = "") -> str:
    return words(await nord.says(person, text, PERSONAL, files=files))


async def fetched(nord: Stage, address: str) -> tuple[int, bytes, dict[str, str]]:
    async with ClientSession() as session:
        local = address.replace(URL, f"http://127.0.0.1:{nord.service.port}")
        async with session.get(local) as answer:
            return answer.status, await answer.read(), dict(answer.headers)


def address_on(card: object) -> str:
    [found] = re.findall(r'"url": "(https://klyngebot\.example\.org/hent/[^"]+)"', json.dumps(card))
    return str(found)


async def test_a_file_becomes_a_bilag_that_is_numbered_fetched_replaced_and_taken_off(
    reached: Stage, store: Store
) -> None:
    nord = reached
    await propose(nord)
    question = await nord.says(COORDINATOR, "", PERSONAL, files={"../../Regneark.xlsx": store.at("a", sheet("et"))})
    assert "Hvad hører filen til?" in words(question)
    assert "Forslag 1: Fælles model" in json.dumps(question.card, ensure_ascii=False)
    answer = await nord.clicks(COORDINATOR, question, "Vedhæft", {})
    assert "Jeg henter filen" in json.dumps(answer.card, ensure_ascii=False)
    done = await told(nord, COORDINATOR, "Filen er vedhæftet »Fælles model")
    assert "Bilag: Regneark (xlsx, 1 kB)" in words(done)
    assert not any("Authorization" in each.headers for each in store.asked)

    await accept(nord, 1)
    assert "Bilag 1: Regneark (xlsx, 1 kB)" in words(await nord.says(MEMBER, "dagsorden"))
    await sends(nord, SECRETARIAT, {"Kort.png": store.at("b", png())}, "bilag til punkt 2")
    await told(nord, SECRETARIAT, "Bilag 2: Kort (png, 1 kB)")
    await sends(nord, COORDINATOR, {"regneark.xlsx": store.at("c", sheet("to"))}, "bilag til forslag 1")
    await told(nord, COORDINATOR, "Den nye version er vedhæftet", "Bilag 1: regneark (xlsx, 1 kB), version 2")
    assert "version 2" in words(await nord.says(MEMBER, "bilag til punkt 2"))

    offer = await nord.says(MEMBER, "hent bilag 1", PERSONAL)
    assert "ti minutter" in words(offer)
    status, data, headers = await fetched(nord, address_on(offer.card))
    assert (status, data) == (200, sheet("to"))
    assert headers["Content-Disposition"].startswith("attachment;")
    assert (await fetched(nord, address_on(offer.card)[:-2] + "xx"))[0] == 404
    assert "/hent/" not in json.dumps((await nord.says(MEMBER, "hent bilag 1")).card)

    assert is_refused((await nord.says(MEMBER, "tag bilag 2 af", PERSONAL)).card)
    assert "taget af" in words(await nord.says(SECRETARIAT, "tag bilag 2 af", PERSONAL))
    assert "Bilag 2" not in words(await nord.says(MEMBER, "bilag"))
    async with nord.service.database.snapshot() as conn:
        assert await first_fault(conn) is None
        assert len(await attachments.versions(conn, NORD, 1)) == 2
        logged = [each async for each in audit.entries(conn, NORD) if each.what.startswith("attachment.")]
    assert [each.what.partition(".")[2] for each in logged] == ["attached", "attached", "new_version", "taken_off"]
    assert "Regneark" not in json.dumps([each.facts for each in logged])


async def test_after_dispatch_a_bilag_is_a_change_that_everybody_hears_of_once(reached: Stage, store: Store) -> None:
    nord = reached
    await agenda_sent(nord)
    files = {"Et.pdf": store.at("et", PDF), "To.pdf": store.at("to", PDF + b"\n")}
    assert "Dagsordenen til mødet" in await _refusal(
        nord, COORDINATOR, {"X.pdf": files["Et.pdf"]}, "bilag til forslag 1"
    )
    await sends(nord, SECRETARIAT, files, "bilag til punkt 2")
    await told(nord, SECRETARIAT, "To (pdf")
    await nord.sees("Ændring til dagsordenen", "Bilagene til punkt 2", "Et (pdf", "To (pdf")
    assert len(in_channel(nord, "Ændring til dagsordenen")) == 1


async def _refusal(nord: Stage, person: str, files: dict[str, str], text: str = "bilag til forslag 1") -> str:
    before = len(in_chat(nord, person))
    reply = await sends(nord, person, files, text)
    if "Jeg henter" not in reply:
        return reply
    await told_more(nord, person, before + 1)
    return words(in_chat(nord, person)[-1])


async def told_more(nord: Stage, person: str, count: int) -> None:
    await nord.teams.board.wait_for(lambda _: len(in_chat(nord, person)) > count)


async def test_what_is_no_bilag_is_refused_and_says_why(reached: Stage, store: Store) -> None:
    nord = reached
    await propose(nord)
    wrong = {
        "Budget.pdf": (b"MZ\x90\x00" + b"\0" * 600, "det ligner exe"),
        "Budget.exe": (b"MZ", "Den slags fil kan ikke være bilag"),
        "Tom.pdf": (b"", "Filen er tom"),
        "Side.pdf": (b"<!DOCTYPE html><html>", "en side om filen"),
        "Makro.xlsx": (sheet(more={"xl/vbaProject.bin": b"x"}), "makroer"),
        "Bombe.xlsx": (sheet("0" * 30_000_000), "fylder langt mere"),
        "Halv.xlsx": (sheet()[:-30], "ødelagt"),
        "Gammel.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "adgangskode"),
        "Brev\u202efdp.exe": (PDF, "Den slags fil kan ikke være bilag"),
    }
    for name, (data, why) in wrong.items():
        assert why in await _refusal(nord, COORDINATOR, {name: store.at("x", data)}), name
    away = {
        "andetsteds": "henter ikke derfra",
        "rundt": "henter ikke derfra",
        "vaek": "Teams vil ikke længere udlevere filen",
        "stor": "højst 1 MB",
    }
    for place, why in away.items():
        assert why in await _refusal(nord, COORDINATOR, {"A.pdf": f"{store.url}/{place}"}), place
    assert "Filen ligger et sted" in await _refusal(nord, COORDINATOR, {"A.pdf": "http://evil.example/a"})
    assert "CPR-nummer" in await _refusal(nord, COORDINATOR, {"010190-1234.pdf": store.at("x", PDF)})
    assert "egen chat" in words(await nord.says(COORDINATOR, "se", files={"A.pdf": store.at("x", PDF)}))
    assert "Filen er vedhæftet" in await _refusal(nord, COORDINATOR, {"CON.pdf": f"{store.url}/videre"})
    async with nord.service.database.reading() as conn:
        assert [each.name for each in await attachments.versions(conn, NORD, 1)] == ["bilag-CON.pdf"]


async def test_a_closed_bilag_is_for_the_few_and_never_in_the_channel(reached: Stage, store: Store) -> None:
    nord = reached
    await propose(nord)
    await accept(nord, 1)
    await sends(nord, SECRETARIAT, {"Hemmelig.pdf": store.at("x", PDF)}, "lukket bilag til punkt 2")
    await told(nord, SECRETARIAT, "Hemmelig (pdf", "lukket")
    for person, where in ((SECRETARIAT, None), (MEMBER, PERSONAL), (MEMBER, None)):
        for said in ("bilag", "dagsorden", "bilag 1", "hent bilag 1", "bilag til punkt 2"):
            assert "Hemmelig" not in words(await nord.says(person, said, where)), (person, said)
    assert not in_channel(nord, "Hemmelig")
    assert "Hemmelig" in words(await nord.says(SECRETARIAT, "bilag", PERSONAL))
    offer = await nord.says(SECRETARIAT, "hent bilag 1", PERSONAL)
    assert (await fetched(nord, address_on(offer.card)))[:2] == (200, PDF)


async def _stored(nord: Stage) -> None:
    """Returns once there is a bilag."""
    for _ in range(1_000):
        async with nord.service.database.reading() as conn:
            if await attachments.versions(conn, NORD, 1):
                return
        await asyncio.sleep(0.01)
    raise AssertionError("nothing was stored")


async def test_a_file_that_is_slow_holds_up_nobody_and_is_fetched_after_a_stop(
    open_stage: OpenStage, store: Store
) -> None:
    async with open_stage() as nord:
        await propose(nord)
        reply = await nord.says(COORDINATOR, "bilag til forslag 1", PERSONAL, files={"L.pdf": f"{store.url}/langsom"})
        assert "Jeg henter filen »L.pdf«" in words(reply)
        assert "Der er ingen bilag" in words(await nord.says(COORDINATOR, "bilag", PERSONAL))
    store.gate.set()
    async with open_stage(tied=False) as nord, asyncio.timeout(10):
        await _stored(nord)
