"""A closed proposal is written, completed and treated on a page of one's own by somebody of another tenant."""

from collections.abc import AsyncIterator

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.forging import posted, said
from tests.harness.own_page import OPEN, URL, address_on, browsing
from tests.harness.steps import SECRETARIAT, accept, propose
from tests.journeys.conftest import OpenStage

REGION = "sekretariat-region"  # of another tenant
PROPOSER = "koordinator-region"  # likewise
SECRET: dict[str, Value] = {
    "Overskrift": "Hemmelig overskrift",
    "Resumé": "Hemmeligt resumé",
    "Forslag til indstilling": "Hemmelig indstilling",
    "Punktet bør være lukket": True,
}


@pytest.fixture
async def nord(open_stage: OpenStage) -> AsyncIterator[Stage]:
    """People reach the service at an address."""
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as stage:
        yield stage


async def test_ones_own_closed_proposal_is_shown_and_treated_there(nord: Stage) -> None:
    await propose(nord, PROPOSER, SECRET)
    listed = await nord.says(PROPOSER, "mine forslag")
    card = (await nord.clicks(PROPOSER, listed, OPEN)).card
    async with browsing(nord) as browser:
        page = await browser.enters(address_on(card))
        assert "Hemmelig overskrift" in page.words
        triage = await browser.presses(page, "Se forslaget")
        assert "Hemmeligt resumé" in triage.words
        assert "trukket tilbage" in (await browser.presses(triage, "Træk forslaget tilbage")).words
    assert "emmelig" not in posted(nord)


async def test_a_closed_proposal_is_written_there_from_the_first_word(nord: Stage) -> None:
    card = (await nord.clicks(REGION, await nord.says(REGION, "min side"), OPEN)).card
    async with browsing(nord) as browser:
        form = await browser.presses(await browser.enters(address_on(card)), "Foreslå et punkt")
        sent = await browser.presses(form, "Send forslag", SECRET)
        assert "Forslaget »Hemmelig overskrift« er modtaget som nr. 1." in sent.words
    await nord.sees("Nyt forslag til dagsordenen", "1/2027", "Lukket punkt")
    assert "emmelig" not in posted(nord)


async def test_a_closed_proposal_begun_in_the_channel_is_completed_there(nord: Stage) -> None:
    form = await nord.says(PROPOSER, "foreslå")
    typed: dict[str, Value] = {"Overskrift": "Sag B", "Punktet bør være lukket": True}
    received = (await nord.clicks(PROPOSER, form, "Send forslag", typed)).card
    assert "mangler resumé og indstilling" in said(received)
    assert "på din egen side" in said(received)
    refused = await nord.says(PROPOSER, "ret forslag 1")
    assert "på din egen side" in words(refused)
    async with browsing(nord) as browser:
        page = await browser.enters(address_on(received))
        content: dict[str, Value] = {"Resumé": "Hemmeligt.", "Forslag til indstilling": "Hemmeligt, at …"}
        wrong = await browser.presses(page, "Gem ændringerne", content | {"Beløb i kr.": "mange"})
        assert ("Skriv beløbet i kroner" in wrong.words, "Hemmeligt." in wrong.words) == (True, True)
        saved = await browser.presses(wrong, "Gem ændringerne", {"Beløb i kr.": "7"})
        assert "Forslaget er rettet." in saved.words
    assert "Hemmeligt." in words(await nord.says(SECRETARIAT, "forslag 1", PERSONAL))
    await accept(nord, 1)
    assert "emmelig" not in posted(nord)


async def test_what_is_typed_too_long_there_stands_there_again(nord: Stage) -> None:
    card = (await nord.clicks(REGION, await nord.says(REGION, "min side"), OPEN)).card
    long = "ord " * 12_000
    async with browsing(nord) as browser:
        form = await browser.presses(await browser.enters(address_on(card)), "Foreslå et punkt")
        refused = await browser.presses(form, "Send forslag", SECRET | {"Sagsfremstilling": long})
        assert ("37.999 tegn for lang" in refused.words, long in refused.words) == (True, True)
        too_much = await browser.presses(form, "Send forslag", SECRET | {"Sagsfremstilling": "ord " * 13_000})
        assert (too_much.status, "end jeg kan læse på én gang" in too_much.words) == (200, True)
        sent = await browser.presses(refused, "Send forslag", {"Sagsfremstilling": "Kort."})
        assert "Forslaget »Hemmelig overskrift« er modtaget som nr. 1." in sent.words


async def test_words_beside_the_card_in_hand_tell_the_way_there_too(nord: Stage) -> None:
    form = await nord.says(REGION, "foreslå")
    answer = await nord.clicks(REGION, form, "Send forslag", SECRET | {"Beløb i kr.": "mange"})
    assert answer.text is not None
    assert "Skriv »min side« i kanalen" in answer.text
    assert "/svar/" not in answer.text
