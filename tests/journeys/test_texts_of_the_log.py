"""Nothing that people write goes into the log's chain: all of it can be erased, and the chain stays whole."""

import json

from sqlalchemy import select

from bot.local.demo.stage import Stage
from bot.local.filling import Value
from bot.usecases.erasing import erase_texts
from storage import audit
from storage.proving import first_fault
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, approve, circulate, propose

MARK = "Fortælling"
FORUM = "politisk-klynge-nord"
WITH_WORDS = {
    "proposal.asked",
    "proposal.declined",
    "proposal.postponed",
    "agenda.item_added",
    "agenda.answered",
    "agenda.cleared",
    "proposal.elaborated",
    "minutes.resolved",
    "minutes.dissented",
    "minutes.remarked",
    "minutes.added",
    "appointment.created",
    "appointment.answered",
    "appointment.appointed",
    "group.created",
    "duty.created",
    "duty.updated",
    "choice.changed",
    "external.registered",
    "external.changed",
    "external.answered",
    "external.edited",
    "funds.granted",
    "funds.disposed",
    "funds.spent",
    "funds.countered",
    "funds.council_answered",
    "meeting.moved",
    "wording.suggested",
    "wording.commented",
    "wording.taken",
    "wording.declined",
    "supplement.item_added",
    "supplement.answered",
    "supplement.sent",
    "agenda.item_withdrawn",
    "filing.case",
    "filing.marked",
}


async def a_whole_cycle(nord: Stage) -> None:
    """Whoever can write something writes it."""
    on_funds: dict[str, Value] = {"Beløb i kr.": "450.000", "Anvendelse af fælles klyngemidler": True}
    for number in (1, 2, 3):
        title: dict[str, Value] = {"Overskrift": f"{MARK} nr. {number}"}
        await propose(nord, fields=title | on_funds if number == 1 else title)
    await nord.says(SECRETARIAT, f"bed om uddybning 1: {MARK} om hvad?")
    await nord.says(COORDINATOR, f"uddyb 1: {MARK} om huset.")
    await nord.says(SECRETARIAT, f"sæt ikke på 2: {MARK} for kort.")
    await nord.says(SECRETARIAT, f"udskyd 3 til 5/10: {MARK} for lang.")
    await accept(nord, 1)
    await nord.says(SECRETARIAT, f"tilføj punkt: {MARK} og samtale")
    request = await circulate(nord)
    await nord.says(CHAIRS[0], f"godkend med bemærkninger: {MARK} er god.")
    await approve(nord, request, CHAIRS[1])
    await nord.says("koordinator-region", f"ikke afklaret: {MARK} mangler bilag.")
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")
    await nord.says(SECRETARIAT, f"tillægsdagsorden: {MARK} og vagt, begrundelse: {MARK} er ny.")
    await nord.says(SECRETARIAT, "send tillægsdagsorden til godkendelse")
    await nord.says(CHAIRS[0], f"godkend tillægsdagsorden med bemærkninger: {MARK} haster.")
    await nord.says(CHAIRS[1], "godkend tillægsdagsorden")
    await nord.says(SECRETARIAT, "send tillægsdagsorden")
    await nord.says(SECRETARIAT, f"lad punkt 5 udgå: {MARK} er væk.")
    await nord.at("2027-03-16T20:00")
    for item in (2, 3):
        await nord.says(SECRETARIAT, f"beslutning {item}: Godkendt. {MARK} godkendt.")
    await nord.says(SECRETARIAT, f"ny opgave til punkt 2: {MARK} skal skrives, ansvarlig Læsø, frist 1/6")
    await nord.says(SECRETARIAT, f"opdatér opgave 1: i gang. {MARK} venter.")
    await nord.says(SECRETARIAT, f"ny plads: {MARK}, medlem")
    await nord.says(SECRETARIAT, "bed om kandidater til plads 1")
    await nord.says(COORDINATOR, f"indstil {MARK} A til plads 1")
    await nord.says(SECRETARIAT, f"udpeg {MARK} A til plads 1 til 31/12/2027, beslutning 2")
    await nord.says(SECRETARIAT, f"ny arbejdsgruppe: {MARK} ordnes, beslutning 3")
    await nord.says("formand-laesoe", f"afvigende mening til punkt 2: {MARK} er ikke nok.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.says(CHAIRS[0], f"bemærkning til referat: {MARK} manglede.")
    await nord.says(SECRETARIAT, f"tilføj til referatet punkt 2: {MARK} er nu med.")
    for item in (2, 3):
        await nord.says("formand-laesoe", f"foreslå rettelse til punkt {item}: {MARK} godkendes med ændringer.")
    await nord.says("formand-laesoe", f"bemærkning til referatets punkt 2: {MARK} var længere.")
    await nord.says(SECRETARIAT, "indarbejd rettelse 1")
    await nord.says(SECRETARIAT, f"indarbejd ikke rettelse 2: {MARK} blev ikke ændret.")
    await nord.says(SECRETARIAT, f"eksternt møde {MARK}ens Råd 20/5, punkter: Økonomi; {MARK} og penge")
    await nord.says(SECRETARIAT, f"punkter til eksternt møde 1: {MARK} og penge; {MARK} om byen")
    await nord.says(COORDINATOR, f"bemærkning til eksternt møde 1: {MARK} er for kort.")
    await nord.says(SECRETARIAT, f"fælles tekst 1 punkt 1: {MARK} er lang nok.")
    await nord.says(SECRETARIAT, f"registrér bevilling 2 mio.: {MARK} er på budgettet.")
    await nord.says(CHAIRS[0], f"disponér 1.000: {MARK} haster.")
    await nord.says(SECRETARIAT, f"registrér forbrug 10 af post 2: {MARK} har fået en regning.")
    await nord.says(SECRETARIAT, f"tilbagefør post 3: {MARK} skulle ikke betale.")
    await nord.says("formand-laesoe", f"ikke godkendt i byrådet: {MARK} er for dyrt.")
    for case in ("27/1", "27/1 på punkt 2"):
        await nord.says(SECRETARIAT, f"sagsnummer {MARK}-{case} til mødet den 16/3")
    for number in (1, 2):
        await nord.says(SECRETARIAT, f"marker som journaliseret mødet den 16/3: {MARK} {number}")
    await nord.says(SECRETARIAT, f"ret valg bemærkninger: 4 dage, besluttet af {MARK} 3. marts 2027")


async def a_meeting_moved(nord: Stage) -> None:
    """The next meeting is held in another place, and why."""
    form = await nord.says(SECRETARIAT, f"flyt møde til {MARK}hallen: {MARK} er udsolgt.")
    await nord.clicks(SECRETARIAT, form, "Flyt mødet")


async def logged(nord: Stage) -> list[audit.Entry]:
    async with nord.service.database.reading() as conn:
        assert await first_fault(conn) is None
        return [entry async for entry in audit.entries(conn, FORUM)]


async def test_what_people_write_stands_beside_the_chain_and_can_be_erased_whole(nord: Stage) -> None:
    await a_whole_cycle(nord)
    await a_meeting_moved(nord)
    entries = await logged(nord)
    assert {entry.what for entry in entries if MARK in "".join(entry.words.values())} == WITH_WORDS
    assert not [entry.what for entry in entries if MARK in json.dumps(entry.facts, ensure_ascii=False)]
    for entry in entries:
        if entry.texts:
            await erase_texts(nord.service.database, nord.clock.now(), FORUM, entry.seq, by="drift", ground="Prøve")
    assert not [entry for entry in await logged(nord) if entry.texts]
    async with nord.service.database.reading() as conn:
        assert MARK not in str((await conn.execute(select(audit.audit))).all())
