"""What was resolved is found by its words, on either database, by whoever may see it, and by nobody else."""

import re
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.domain.minutes.actions import RecordResolution, SendMinutes
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from bot.main import open_database
from bot.operations import index_anew
from bot.usecases.erasing import erase_texts
from cards.html.walk import buttons
from cards.kit.buttons import pack
from storage import audit
from storage.database import Database
from storage.resolutions import search_words
from storage.stems import stems_of
from tests.harness.cases.case import of_meeting
from tests.harness.desks import desk_of
from tests.harness.forging import NORD, SYD, apply_variant, press, quiet
from tests.harness.minute_steps import TITLE, said
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, approve, circulate, propose

pytestmark = pytest.mark.both_databases

NONE = "Ingen beslutninger nævner"
CLOSED: dict[str, Value] = {
    "Overskrift": "Ravnegrå sag",
    "Resumé": "Kvistgården lukkes.",
    "Forslag til indstilling": "Det indstilles.",
    "Punktet bør være lukket": True,
}
FOUND_BY = (
    *("beslutninger hjemmebesøg", "Beslutninger om HJEMMEBESOEGET", "hvad besluttede vi om hjemmebesøgene?"),
    *("beslutninger model", "beslutninger ni måneder", "beslutninger kommuner afprøver", "beslutninger Hjørring"),
    *("beslutninger hjemme", "vis beslutninger om modellerne"),
)
FOUND_BY_NONE = ("beslutninger psykiatri", "beslutninger besøg", "beslutninger model psykiatri")
NO_WORD = (
    *("beslutninger %", "beslutninger _", "beslutninger 🙂🙂", "beslutninger om det", "beslutninger ***"),
    "beslutninger ';--",
)
SAME_AS_WORDS = ("beslutninger hjemme%", "beslutninger **model** <b>", "beslutninger ' OR 1=1", "beslutninger #model")


async def test_what_was_resolved_is_found_by_those_who_may_see_it(
    nord: Stage, database_url: str, tmp_path: Path
) -> None:
    assert "Der er endnu ikke sendt et referat" in await asked(nord, "beslutninger")
    await propose(nord)
    await propose(nord, COORDINATOR, CLOSED)
    await accept(nord, 1)
    await accept(nord, 2)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Modellen afprøves i ni måneder.", PERSONAL)
    secret = of_meeting(RecordResolution, position=3, words="Sølvblik tiltrådt.")
    await press(nord, SECRETARIAT, pack(secret), PERSONAL)

    await _drafts_are_the_secretariats(nord)
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees(TITLE, "Sendt den")
    await _open_ones_are_found_by_everybody(nord)
    await _closed_ones_are_found_by_the_few(nord)
    await _odd_words_are_answered(nord)
    await nord.says(SECRETARIAT, "tilføj til referat: Tidsplanen genbesøges til jul.")
    assert "Tilføjelse til referatet" in await asked(nord, "beslutninger tidsplaner")
    await quiet(nord)
    await _erased_words_find_nothing(nord, database_url)
    await _many_come_a_page_at_a_time(nord)
    await _all_of_ones_forums_are_searched(nord, tmp_path)


async def asked(nord: Stage, sentence: str, person: str = COORDINATOR, where: str = PERSONAL) -> str:
    return words(await nord.says(person, sentence, where))


async def _drafts_are_the_secretariats(nord: Stage) -> None:
    assert NONE in await asked(nord, "beslutninger model")
    assert "Kladde, som ikke er sendt" in await asked(nord, "beslutninger model", SECRETARIAT)
    assert NONE in await asked(nord, "beslutninger model", SECRETARIAT, nord.channel.id)


async def _open_ones_are_found_by_everybody(nord: Stage) -> None:
    for sentence in FOUND_BY:
        for where in (PERSONAL, nord.channel.id):
            card = await asked(nord, sentence, where=where)
            assert "Fælles model for opfølgende hjemmebesøg" in card, (sentence, card)
            assert "Mødet den 16. marts 2027 · punkt 2 · Godkendt" in card, card
            assert "Kladde" not in card
    for sentence in FOUND_BY_NONE:
        assert NONE in await asked(nord, sentence), sentence
    message = await nord.says(COORDINATOR, "beslutninger modeller", PERSONAL)
    assert message.card is not None
    bold = re.findall(r"'text': '(\w+)', 'weight': 'Bolder'", str(message.card))
    assert bold == ["Modellen"]
    assert "Modellen afprøves i ni måneder." in said(await nord.clicks(COORDINATOR, message, "Se punktet"))
    message = await nord.says(COORDINATOR, "beslutninger modeller", PERSONAL)
    assert "Sagens vej" in said(await nord.clicks(COORDINATOR, message, "Sagens vej"))
    newest = await nord.says(COORDINATOR, "beslutninger")
    assert newest.card is not None
    assert "De nyeste beslutninger" in words(newest)
    assert [each.title for each in buttons(newest.card)].count("Se punktet") == 1


async def _closed_ones_are_found_by_the_few(nord: Stage) -> None:
    for sentence in ("beslutninger ravnegrå", "beslutninger kvistgård", "beslutninger sølvblik"):
        for person in (SECRETARIAT, CHAIRS[0], COORDINATOR):
            shown = await asked(nord, sentence, person)
            assert "Ravnegrå sag" in shown, (sentence, person)
            assert "Lukket punkt" in shown
            assert NONE in await asked(nord, sentence, person, nord.channel.id)
        assert NONE in await asked(nord, sentence, "koordinator-region", nord.channel.id)
        assert NONE in await asked(nord, sentence, "formand-laesoe", nord.channel.id)
    assert "Ravnegrå" not in await asked(nord, "beslutninger", SECRETARIAT, nord.channel.id)


async def _odd_words_are_answered(nord: Stage) -> None:
    for sentence in NO_WORD:
        assert "er for lidt at søge på" in await asked(nord, sentence), sentence
    for sentence in SAME_AS_WORDS:
        assert "Jeg forstod" not in await asked(nord, sentence), sentence
    assert "tegn for lang" in await asked(nord, f"beslutninger {'model ' * 330}")
    assert "CPR-nummer" in await asked(nord, "beslutninger 010190-1234")


async def _erased_words_find_nothing(nord: Stage, database_url: str) -> None:
    database = Database(database_url)
    try:
        async with database.reading() as conn:
            every = (await conn.execute(sa.select(audit.audit).where(audit.audit.c.forum == NORD))).all()
        for row in every:
            if row.texts and row.what in ("minutes.resolved", "proposal.received", "minutes.added"):
                await erase_texts(database, nord.clock.now(), NORD, row.seq, by="drift", ground="Bedt om det.")
        async with database.reading() as conn:
            left = set(await conn.scalars(sa.select(search_words.c.word)))
    finally:
        await database.close()
    assert left.isdisjoint(stems_of("sølvblik tiltrådt tidsplanen genbesøges"))
    await _made_anew_it_says_the_same(database_url, left)
    assert NONE in await asked(nord, "beslutninger sølvblik", SECRETARIAT)
    assert NONE in await asked(nord, "beslutninger tidsplan")


async def _made_anew_it_says_the_same(database_url: str, before: set[bytes]) -> None:
    settings = desk_of(database_url)
    async with open_database(settings) as database:
        async with database.writing() as conn:
            await conn.execute(sa.delete(search_words))
        assert [line async for line in index_anew(settings)] == [f"{NORD}: beslutningerne fra 1 møde kan findes."]
        async with database.reading() as conn:
            assert set(await conn.scalars(sa.select(search_words.c.word))) == before


async def _many_come_a_page_at_a_time(nord: Stage) -> None:
    for number in range(1, 7):
        await nord.says(SECRETARIAT, f"tilføj til referat: Bilag {number} er vedlagt.")
    card = await nord.says(COORDINATOR, "beslutninger bilag")
    assert words(card).count("Tilføjelse til referatet") == 5
    answer = await nord.clicks(COORDINATOR, card, "Vis flere")
    assert said(answer).count("Tilføjelse til referatet") == 1
    assert "Vis flere" not in said(answer)
    forged = {"verb": "ShowResolutions", "forum": NORD, "words": "bilag"}
    assert "Der er ikke flere beslutninger" in said(await press(nord, COORDINATOR, forged | {"skip": 90}))
    assert "kunne ikke læse" in said(await press(nord, COORDINATOR, forged | {"skip": -1}))


async def _all_of_ones_forums_are_searched(nord: Stage, tmp_path: Path) -> None:
    names = {
        "forum: politisk-klynge-nord ": f"forum: {SYD} ",
        "name: Politisk Klynge Nord\n": "name: Politisk Klynge Syd\n",
    }
    await apply_variant(nord, tmp_path, names)
    written = RecordResolution(forum=SYD, meeting="2027-1", position=1, words="Hjemmebesøg udgår i Syd.")
    await press(nord, SECRETARIAT, pack(written), PERSONAL)
    await press(nord, SECRETARIAT, pack(SendMinutes(forum=SYD, meeting="2027-1")), PERSONAL)
    both = await asked(nord, "beslutninger hjemmebesøg")
    assert "I Politisk Klynge Nord og Politisk Klynge Syd" in both
    assert "Politisk Klynge Nord · Mødet den 16. marts 2027 · punkt 2" in both
    assert "Politisk Klynge Syd · Mødet den 16. marts 2027 · punkt 1" in both
    here = await asked(nord, "beslutninger hjemmebesøg", where=nord.channel.id)
    assert "Syd" not in here
    assert "punkt 2" in here
