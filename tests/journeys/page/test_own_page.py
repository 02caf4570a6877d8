"""Somebody of another tenant, to whom no chat can be opened, sees a closed item and answers on a page of their own."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.domain.approval.actions import ShowVersion
from bot.domain.page.actions import OpenOwnPage
from bot.domain.proposals.actions import Accept
from bot.journal.formatter import Formatter
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from cards.kit.buttons import pack
from storage.answered import answered
from storage.chats import chats
from tests.harness.forging import NORD, SYD, dump, is_refused, posted, press, quiet, said, send_value
from tests.harness.minute_steps import held, minutes_sent
from tests.harness.own_page import OPEN, URL, address_on, browsing, pressed
from tests.harness.passing_time import reapplied
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, circulate, in_channel, propose
from tests.harness.teams import Teams
from tests.journeys.conftest import OpenStage

REGION = "sekretariat-region"  # the regional secretariat: of another tenant
CHAIR = CHAIRS[1]  # likewise
MEMBER = "formand-laesoe"
SECRET: dict[str, Value] = {
    "Overskrift": "Hemmelig overskrift",
    "Resumé": "Hemmeligt resumé",
    "Forslag til indstilling": "Hemmelig indstilling",
    "Punktet bør være lukket": True,
}
SEAT = (
    "{person: formand-regional, organisation: region-nordjylland, roles: [politician], level: political, mandate: true"
)
WHOLE = ShowVersion(forum=NORD, meeting="2027-1", version=1)


@pytest.fixture
async def asked(open_stage: OpenStage) -> AsyncIterator[Stage]:
    """An agenda with a closed item awaits the chairs' approval, and people reach the service at an address."""
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord:
        await propose(nord, fields=SECRET)
        await accept(nord, 1)
        await nord.at("2027-03-02T09:00")
        await circulate(nord)
        yield nord


async def address_of(nord: Stage, person: str) -> str:
    """What the click on »Se hele dagsordenen« in the channel gives that person."""
    [request] = in_channel(nord, "Godkendelse af dagsorden")
    return address_on((await nord.clicks(person, request, "Se hele dagsordenen")).card)


async def test_a_chair_of_another_tenant_reads_the_closed_item_and_approves_it_on_their_own_page(asked: Stage) -> None:
    address = await address_of(asked, CHAIR)
    async with browsing(asked) as browser:
        for _ in range(2):
            door = await browser.looks(address)
            assert (door.status, "Åbn siden" in door.words, "emmelig" in door.words) == (200, True, False)
        page = await browser.enters(address)
        assert (page.status, "Hemmelig overskrift" in page.words) == (200, True)
        answer = await browser.presses(page, "Godkend")
        assert "Du har godkendt dagsordenen" in answer.words
    await quiet(asked)
    overview = words(await asked.says(SECRETARIAT, "godkendelser", PERSONAL))
    assert "Formand (Region Nordjylland): godkendt" in overview
    assert "emmelig" not in posted(asked)


async def test_an_address_opens_once(asked: Stage) -> None:
    address = await address_of(asked, CHAIR)
    async with browsing(asked) as browser, browsing(asked) as later:
        door = await later.looks(address)
        assert (await browser.enters(address)).status == 200
        for seen in (
            await later.posts(door.fields),
            await later.looks(address),
            await later.looks(address, method="HEAD"),
        ):
            assert seen.status == 404
        assert "Bed om en ny adresse i Teams" in (await later.looks(address)).words


async def test_an_address_holds_for_ten_minutes_and_a_visit_for_thirty(asked: Stage) -> None:
    address, late = await address_of(asked, CHAIR), await address_of(asked, CHAIR)
    async with browsing(asked) as browser, browsing(asked) as later:
        await asked.at("2027-03-02T09:09:59")
        page = await browser.enters(address)
        door = await later.looks(late)
        await asked.at("2027-03-02T09:10")
        assert (await later.posts(door.fields)).status == 404
        await asked.at("2027-03-02T09:39:58")
        assert (await browser.looks()).status == 200
        await asked.at("2027-03-02T09:40")
        assert (await browser.looks()).status == 404
        closed = await browser.presses(page, "Send retur", {"Bemærkninger": "Skrevet <længe>"})
        assert (closed.status, "Skrevet &lt;længe&gt;" in closed.words) == (403, True)
    assert "sendt retur" not in posted(asked)


@pytest.mark.both_databases
async def test_of_two_who_open_it_at_once_one_gets_in(asked: Stage) -> None:
    address = await address_of(asked, CHAIR)
    async with browsing(asked) as one, browsing(asked) as other:
        door = await one.looks(address)
        opened = await asyncio.gather(*(each.posts(door.fields) for each in (one, other, one, other)))
    assert sorted(each.status for each in opened) == [200, 404, 404, 404]


async def test_what_nobody_issued_opens_nothing(asked: Stage) -> None:
    address = await address_of(asked, CHAIR)
    head, _, tail = address.rpartition(".")
    foreign = head[:-2] + ("A" if head[-2] != "A" else "B") + head[-1]
    async with browsing(asked) as browser:
        for forged in (f"{head}.{tail[::-1]}", f"{foreign}.{tail}", head, f"{URL}/svar/?adgang=", f"{URL}/svar/etwas"):
            seen = await browser.looks(forged)
            assert (seen.status, "Bed om en ny adresse i Teams" in seen.words) == (404, True), forged
            token = forged.partition("adgang=")[2]
            assert (await browser.posts({"adgang": token})).status == 404
        assert (await browser.looks("/svar/")).status == 404


async def test_a_form_is_taken_from_its_own_visit_alone(asked: Stage) -> None:
    mine, theirs = await address_of(asked, CHAIR), await address_of(asked, CHAIRS[0])
    async with browsing(asked) as browser, browsing(asked) as other, browsing(asked) as nobody:
        page = await browser.enters(mine)
        await other.enters(theirs)
        sent = pressed(page, "Godkend")
        assert (await other.posts(sent)).status == 403
        assert (await nobody.posts(sent)).status == 403
        assert (await browser.posts({**sent, "segl": ""})).status == 403
        assert (await browser.posts({**sent, "kort": sent["kort"].replace("approved", "returned")})).status == 403
        assert (await browser.posts({**sent, "press": "body.0"})).status == 400
        assert (await browser.posts(sent, Sec_Fetch_Site="cross-site")).status == 403
        other.cookie = str(other.cookie)[:-3]
        assert (await other.looks()).status == 404
    assert "0 af 2 har svaret" in posted(asked)


async def test_a_form_sent_twice_is_answered_once(asked: Stage) -> None:
    async with browsing(asked) as browser:
        sent = pressed(await browser.enters(await address_of(asked, CHAIR)), "Godkend")
        first, second = await browser.posts(sent), await browser.posts(sent)
    assert first.card == second.card


async def test_somebody_whose_seat_ended_is_told_so(asked: Stage) -> None:
    async with browsing(asked) as browser:
        page = await browser.enters(await address_of(asked, CHAIR))
        await reapplied(asked, (SEAT, SEAT.replace("mandate: true", "mandate: true, until: 2027-03-01")))
        for seen in (await browser.presses(page, "Godkend"), await browser.looks()):
            assert (seen.status, "ikke registreret" in seen.words, "emmelig" in seen.words) == (200, True, False)
    assert "0 af 2 har svaret" in posted(asked)


async def test_a_page_begins_with_something_to_see_in_the_same_forum(asked: Stage) -> None:
    forged = (pack(WHOLE) | {"forum": SYD}, pack(OpenOwnPage(forum=NORD)), pack(Accept(forum=NORD, number=1)), None)
    for about in forged:
        card = (await press(asked, CHAIR, pack(OpenOwnPage(forum=NORD, about=json.dumps(about))))).card
        assert is_refused(card)
        assert "/svar/" not in said(card)


async def test_only_a_click_is_answered_with_an_address(asked: Stage) -> None:
    for sentence in ("min side", "vis version 1", "behandl 1"):
        reply = await asked.says(REGION, sentence)
        assert "/svar/" not in json.dumps(reply.activity)
        assert "/svar/?adgang=" in said((await asked.clicks(REGION, reply, OPEN)).card)
    submitted = said(await send_value(asked, REGION, pack(OpenOwnPage(forum=NORD))))
    assert (OPEN in submitted, "/svar/" in submitted) == (True, False)
    assert "/svar/" not in posted(asked)
    assert "/svar/" not in await dump(asked)


async def test_what_everybody_reads_has_no_way_in_where_all_is_said(asked: Stage) -> None:
    await propose(asked, fields=SECRET)
    assert OPEN not in words(await asked.says(REGION, "optag 2"))
    assert OPEN not in words(await asked.says(MEMBER, "dagsorden"))
    assert OPEN in words(await asked.says(REGION, "dagsorden"))


async def test_nobody_gets_a_way_to_what_they_may_not_see(asked: Stage) -> None:
    [request] = in_channel(asked, "Godkendelse af dagsorden")
    assert "/svar/" not in said((await asked.clicks(MEMBER, request, "Se hele dagsordenen")).card)
    async with browsing(asked) as browser:
        card = (await press(asked, MEMBER, pack(OpenOwnPage(forum=NORD, about=json.dumps(pack(WHOLE)))))).card
        page = await browser.enters(address_on(card))
        assert ("Lukket punkt" in page.words, "emmelig" in page.words) == (True, False)


async def test_a_closed_items_resolution_is_written_there(asked: Stage) -> None:
    await asked.at("2027-03-16T20:00")
    await asked.says(SECRETARIAT, "send uden godkendelse")
    refused = await asked.says(REGION, "beslutning 2: Godkendt. Hemmelig aftale")
    assert "lukket" in words(refused)
    card = (await asked.clicks(REGION, refused, OPEN)).card
    async with browsing(asked) as browser:
        form = await browser.enters(address_on(card))
        written = await browser.presses(form, "Gem beslutning", {"words": "Hemmelig aftale"})
        assert (written.status, "Hemmelig aftale" in written.words) == (200, True), written.words
    assert "Hemmelig aftale" not in posted(asked)


async def test_a_page_is_no_place_to_write_to(asked: Stage) -> None:
    async with browsing(asked) as browser:
        await browser.presses(await browser.enters(await address_of(asked, CHAIR)), "Godkend")
        await quiet(asked)
    async with asked.service.database.reading() as conn:
        known = [row.object_id for row in await conn.execute(chats.select())]
        assert [row.conversation for row in await conn.execute(answered.select()) if "svar:" in row.conversation]
    assert asked.account(CHAIR).object_id not in known
    assert isinstance(asked.teams, Teams)
    assert not [each for each in asked.teams.arrivals if "svar:" in each.path]


async def test_neither_address_nor_content_is_in_the_log(asked: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    address = await address_of(asked, CHAIR)
    async with browsing(asked) as browser:
        page = await browser.enters(address)
        await browser.presses(page, "Godkend med bemærkninger", {"Bemærkninger": "Hemmelig bemærkning"})
        await browser.looks(address)
        await browser.posts({"adgang": "x.y"})
        async with asked.service.database.writing() as conn:
            await conn.execute(text('UPDATE agenda_versions SET items = \'[{"title": "Hemmelig"}]\''))
        assert (await browser.looks()).status == 500
    told = "\n".join(Formatter().format(each) for each in caplog.records if each.levelno > logging.DEBUG)
    assert "A page failed" in told
    token = address.partition("adgang=")[2]
    assert not [part for part in (token, token.partition(".")[0], "emmelig", str(browser.cookie)) if part in told]


async def test_every_answer_keeps_to_itself(asked: Stage) -> None:
    address = await address_of(asked, CHAIR)
    async with browsing(asked) as browser:
        for seen in (await browser.looks(address), await browser.enters(address), await browser.looks(f"{URL}/svar/x")):
            assert seen.headers["Cache-Control"] == "no-store"
            assert seen.headers["Referrer-Policy"] == "no-referrer"
            assert seen.headers["X-Frame-Options"] == "DENY"
            assert seen.headers["X-Content-Type-Options"] == "nosniff"
            assert "noindex" in seen.headers["X-Robots-Tag"]
            assert "script-src" not in seen.headers["Content-Security-Policy"]
            assert seen.headers["Content-Security-Policy"].startswith("default-src 'none'")


async def test_without_an_address_of_the_service_the_card_says_whom_to_ask(open_stage: OpenStage) -> None:
    async with open_stage() as nord:
        card = await propose(nord, fields=SECRET)
        region = said((await nord.clicks(REGION, card, "Behandl forslag")).card)
        assert "Spørg sekretariatet: Sekretariat, kommunal side" in region
        home = said((await nord.clicks(COORDINATOR, card, "Behandl forslag")).card)
        assert "i din egen chat med mig" in home
        assert "egen chat" not in words(await nord.says(COORDINATOR, "mine forslag"))
        assert "Spørg sekretariatet" in words(await nord.says(CHAIR, "min side"))
        async with browsing(nord) as browser:
            assert (await browser.looks("/svar/")).status == 404


async def test_remarks_on_minutes_are_read_there_by_the_secretariat_of_another_tenant(open_stage: OpenStage) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord, browsing(nord) as browser:
        await held(nord)
        await minutes_sent(nord)
        await nord.says(MEMBER, "bemærkning til referat: Kørslen mangler.", PERSONAL)
        listed = await nord.says(REGION, "referat")
        assert "Kørslen mangler." not in words(listed)
        page = await browser.enters(address_on((await nord.clicks(REGION, listed, OPEN)).card))
        assert "Kørslen mangler." in page.words
        assert OPEN not in words(await nord.says(MEMBER, "referat"))


async def test_another_wording_of_a_closed_item_is_suggested_and_taken_there(open_stage: OpenStage) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord:
        await held(nord, is_closed=True)
        await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Aftalen opsiges.", PERSONAL)
        await nord.says(SECRETARIAT, "send referat")
        refused = await nord.says(CHAIR, "foreslå rettelse til punkt 2")
        async with browsing(nord) as browser:
            form = await browser.enters(address_on((await nord.clicks(CHAIR, refused, OPEN)).card))
            assert "Der står nu: " in form.words
            assert "Aftalen opsiges." in form.words
            wanted = {"Foreslået ordlyd eller bemærkning": "Aftalen fornys hemmeligt."}
            assert "er sendt til sekretariatet" in (await browser.presses(form, "Send rettelsen", wanted)).words
        listed = await nord.says(REGION, "rettelser")
        assert "1 rettelse afventer. Punkt 2: 1." in words(listed)
        async with browsing(nord) as browser:
            page = await browser.enters(address_on((await nord.clicks(REGION, listed, OPEN)).card))
            assert "hemmeligt" in page.words
            assert "som en tilføjelse til referatet" in (await browser.presses(page, "Indarbejd")).words
        await nord.sees("Tilføjelse til referatet", "Tilføjelsen gælder et lukket punkt og vises ikke her.")
        assert "hemmeligt" in words(await nord.says(SECRETARIAT, "beslutning 2", PERSONAL))
        assert "hemmeligt" not in posted(nord)
