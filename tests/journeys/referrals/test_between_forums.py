"""A case goes from one forum to another and back: as a contribution there, as a letter elsewhere, and never twice."""

import asyncio

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.minute_steps import said
from tests.harness.seeds import OpenSeeds
from tests.harness.steps import VISITS, told

STEERING, POLITICAL = "klyngestyregruppe-nord", "politisk-klynge-nord"
SERVING, DIRECTOR = "sekretariat-kommuner", "direktoer-hjoerring"
TITLE = str(VISITS["Overskrift"])
FORWARD, SSF = "Videresend til andet forum", "Strategisk Sundhedsforum"
QUESTION = "Vil klyngen drøfte modellen?"
ASKED = {"Forum": "Politisk Klynge Nord", "Hvad ønskes besvaret?": QUESTION, "Ønsket svar senest": "1/6"}
PLAN = {"Grundlag": "Implementeringsplanen"}


async def proposed(stage: Stage, person: str, **fields: str | bool) -> None:
    """No. 1 of the forum."""
    form = await stage.says(person, "foreslå", PERSONAL)
    await stage.clicks(person, form, "Send forslag", VISITS | fields)


async def sent_on(stage: Stage, **fields: str) -> str:
    """No. 1, sent on by card to the political cluster; the answer."""
    card = await stage.says(SERVING, "behandl 1")
    await stage.clicks(SERVING, card, FORWARD)
    return said(await stage.clicks(SERVING, card, "Videresend", ASKED | PLAN | fields))


async def held(stage: Stage) -> None:
    """No. 1 was resolved at the steering group's meeting."""
    await stage.says(SERVING, "optag 1")
    await stage.at("2027-02-16T09:00")
    await stage.says(SERVING, "send dagsorden ud")
    await stage.at("2027-02-23T16:00")
    await stage.says(SERVING, "beslutning 2: Godkendt. Sagen sendes til Strategisk Sundhedsforum.")


@pytest.mark.both_databases
async def test_a_case_goes_to_a_body_that_gets_letters_and_its_answer_comes_home(
    open_seeds: OpenSeeds, database_url: str
) -> None:
    async with open_seeds(STEERING, POLITICAL, KLYNGEBOT_DATABASE_URL=database_url) as (steering, _):
        await steering.says(DIRECTOR, "hjælp", PERSONAL)
        await proposed(steering, DIRECTOR)
        refused = words(await steering.says(SERVING, f"videresend 1 til {SSF}"))
        assert "kun det sendes, som forummet har truffet beslutning om" in refused
        assert "At viderebringe generelle problemstillinger til Strategisk Sundhedsforum" in refused
        await held(steering)
        form = await steering.says(SERVING, f"videresend punkt 2 til {SSF}")
        typed = {"Hvad ønskes besvaret?": "Vil forummet bakke op?", "Ønsket svar senest": "1/4"}
        letter = said(await steering.clicks(SERVING, form, "Videresend", typed))
        assert "Brev til Strategisk Sundhedsforum" in letter
        assert "Vil forummet bakke op?" in letter
        assert "beslutning den 23. februar 2027: Godkendt. Sagen sendes til" in letter
        await told(steering, DIRECTOR, f"Forslaget »{TITLE}« er videresendt til {SSF}.")
        again = words(await steering.says(SERVING, f"videresend punkt 2 til {SSF}: Vil forummet bakke op?"))
        assert "Sagen blev videresendt til Strategisk Sundhedsforum den 23. februar 2027." in again
        await steering.at("2027-04-01T08:00")
        due = await steering.sees("Der er ikke kommet svar fra Strategisk Sundhedsforum")
        answer = said(await steering.clicks(SERVING, due, "Registrér svar", {"Svar": "Forummet bakker op."}))
        assert "Forslagsstilleren får besked." in answer
        await told(steering, DIRECTOR, f"Svar fra {SSF}: svar den 1. april 2027: Forummet bakker op.")
        await steering.says(SERVING, "registrér svar 1: Forummet bakker op med 1 mio. kr.")
        await told(steering, DIRECTOR, "Forummet bakker op med 1 mio. kr.")
        way = words(await steering.says(DIRECTOR, "sagens vej 1"))
        stations = ["foreslået den", "som punkt 2", "Godkendt.", "videresendt til", "Forummet bakker op med 1 mio."]
        assert sorted(stations, key=way.index) == stations
        assert "Besvaret" in words(await steering.says(DIRECTOR, "videresendte"))
        found = words(await steering.says(SERVING, "beslutninger sagen sendes", PERSONAL))
        assert f"Sagens vej: {steering.file.forum.name} → {SSF}" in found


@pytest.mark.both_databases
async def test_a_contribution_is_resolved_there_and_both_forums_see_the_whole_way(
    open_seeds: OpenSeeds, database_url: str
) -> None:
    async with open_seeds(STEERING, POLITICAL, KLYNGEBOT_DATABASE_URL=database_url) as (steering, political):
        await steering.says(DIRECTOR, "hjælp", PERSONAL)
        await proposed(steering, DIRECTOR)
        refused = await sent_on(steering, Grundlag="Andet")
        assert "skal bygge på Implementeringsplanen" in refused
        assert QUESTION in refused
        assert "Den er nu forslag nr. 1/2027 dér." in await sent_on(steering)
        await political.sees("Nyt forslag til dagsordenen", "Bidrag fra Klyngestyregruppe Nord", TITLE)
        assert "Sagen blev videresendt til Politisk Klynge Nord den 11. januar 2027." in await sent_on(steering)
        assert "2/2027" not in words(await political.says(SERVING, "forslag"))
        card = words(await political.says(SERVING, "behandl 1"))
        assert "Klyngestyregruppe Nord: foreslået den 11. januar 2027 af Direktør (Hjørring)" in card
        assert "Grundlag · Implementeringsplanen" in card
        await political.says(SERVING, "optag 1")
        await told(steering, DIRECTOR, "Politisk Klynge Nord: optaget på dagsordenen den 11. januar 2027 som punkt 2")
        await political.at("2027-03-16T20:00")
        await political.says(SERVING, "beslutning 2: Godkendt. Klyngen bakker op.")
        await political.says(SERVING, "send referat")
        await told(steering, DIRECTOR, "Svar fra Politisk Klynge Nord: beslutning", "Godkendt. Klyngen bakker op.")
        for stage, person in ((steering, DIRECTOR), (political, "formand-laesoe")):
            way = words(await stage.says(person, "sagens vej 1"))
            assert "Klyngestyregruppe Nord: foreslået den 11. januar 2027" in way
            assert "Klyngen bakker op." in way
        assert "Videresendt" in words(await steering.says(DIRECTOR, "mine forslag"))


async def test_a_refusal_there_is_told_with_its_reason_here(open_seeds: OpenSeeds) -> None:
    async with open_seeds(STEERING, POLITICAL) as (steering, political):
        await steering.says(DIRECTOR, "hjælp", PERSONAL)
        await proposed(steering, DIRECTOR)
        await sent_on(steering)
        asked = words(await political.says(SERVING, "bed om uddybning 1: Hvad koster det?"))
        assert "så får Klyngestyregruppe Nord det at vide" in asked
        await political.says(SERVING, "udskyd 1: Hvad koster det?")
        await told(steering, DIRECTOR, "udskudt den 11. januar 2027: Hvad koster det?")
        await political.says(SERVING, "sæt ikke på dagsordenen 1: Det er et driftsspørgsmål.")
        heard = await told(
            steering, DIRECTOR, "ikke sat på dagsordenen den 11. januar 2027: Det er et driftsspørgsmål."
        )
        assert "Sagens vej" in words(heard)
        await steering.sees("Nyt om", "Det er et driftsspørgsmål.", "Sekretariat, regional side")
        assert "Ikke taget op" in words(await steering.says(SERVING, "videresendte"))
        assert "Det er et driftsspørgsmål." in words(await steering.says(SERVING, "behandl 1"))


@pytest.mark.both_databases
async def test_two_forums_that_send_to_each_other_at_once_do_not_hang(open_seeds: OpenSeeds, database_url: str) -> None:
    async with open_seeds(STEERING, POLITICAL, KLYNGEBOT_DATABASE_URL=database_url) as (steering, political):
        await proposed(steering, DIRECTOR)
        await sent_on(steering)
        card = await steering.says(SERVING, "videresendelse 1")
        await asyncio.wait_for(
            asyncio.gather(
                steering.clicks(SERVING, card, "Træk tilbage"), political.says("sekretariat-region", "optag 1")
            ),
            30,
        )
        state = words(await steering.says(SERVING, "videresendte"))
        there = words(await political.says(SERVING, "behandl 1"))
        assert ("Trukket tilbage" in state) is ("Trukket tilbage" in there)


async def test_an_item_that_nobody_proposed_goes_on_from_the_draft_and_from_the_minutes(open_seeds: OpenSeeds) -> None:
    async with open_seeds(STEERING) as (steering,):
        await steering.says(SERVING, "tilføj punkt: Ventetider på genoptræning")
        editor = await steering.says(SERVING, "ret dagsorden", PERSONAL)
        await steering.clicks(SERVING, editor, FORWARD)
        asked = {"Hvad ønskes besvaret?": "Hvad gør de andre?", "Punkt": "2. Ventetider på genoptræning"}
        refused = said(await steering.clicks(SERVING, editor, "Videresend", asked | {"Forum": SSF}))
        assert "truffet beslutning om" in refused
        await steering.at("2027-02-23T16:00")
        await steering.says(SERVING, "beslutning 2: Taget til efterretning.", PERSONAL)
        minutes = await steering.says(SERVING, "referat", PERSONAL)
        await steering.clicks(SERVING, minutes, FORWARD)
        sent = said(await steering.clicks(SERVING, minutes, "Videresend", asked | {"Forum": SSF}))
        assert "Brev til Strategisk Sundhedsforum" in sent
        assert "Punkt 2, mødet den 23. februar 2027" in sent
        way = words(await steering.says(DIRECTOR, "sagens vej punkt 2"))
        assert "videresendt til Strategisk Sundhedsforum den 23. februar 2027: Hvad gør de andre?" in way
