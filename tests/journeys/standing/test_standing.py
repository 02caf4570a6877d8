"""Somebody asks how things stand, of all their forums, and goes on from there by one click."""

from dataclasses import replace

from bot.charters.forum_file import ForumFile
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from tests.harness.breaking import damage
from tests.harness.cases.case import circulated, held, proposed
from tests.harness.forging import said
from tests.harness.seeds import OpenSeeds
from tests.harness.steps import COORDINATOR, SECRETARIAT

CHAIR, MEMBER, REGION = "formand-kommunal", "formand-laesoe", "koordinator-region"
POLITICAL, STEERING = "politisk-klynge-nord", "klyngestyregruppe-nord"


def third() -> ForumFile:
    """Another forum of the same people."""
    file = shipped(STEERING)
    meetings = tuple(replace(each, forum="gruppe-tre") for each in file.forum.meetings)
    return replace(file, forum=replace(file.forum, id="gruppe-tre", name="Gruppe Tre", meetings=meetings))


async def test_the_secretariat_goes_from_step_to_step_by_what_status_offers(nord: Stage) -> None:
    await proposed(nord)
    await nord.at("2027-03-01T09:00")
    shown = await nord.says(SECRETARIAT, "hvad mangler vi?", PERSONAL)
    assert "2 forslag venter på at blive behandlet." in words(shown)
    assert "Senest den 2. marts 2027 (i morgen)." in words(shown)
    assert "Lægedækning" in said((await nord.clicks(SECRETARIAT, shown, "Se forslagene")).card)
    for number in (1, 2):
        await nord.says(SECRETARIAT, f"optag {number}")
    shown = await nord.says(SECRETARIAT, "status", PERSONAL)
    assert "er ikke sendt rundt til svar" in words(shown)
    await nord.clicks(SECRETARIAT, shown, "Send dagsorden til godkendelse")
    await nord.sees("Godkendelse af dagsorden", "0 af 2")
    shown = await nord.says(SECRETARIAT, "status", PERSONAL)
    assert "0 af 2 har svaret." in words(shown)
    assert "Formand (Hjørring) og Formand (Region Nordjylland)" in words(shown)
    assert "Ryk" in said((await nord.clicks(SECRETARIAT, shown, "Ryk")).card)


async def test_a_chair_reads_the_request_and_answers_it_from_there(nord: Stage) -> None:
    await circulated(nord)
    shown = await nord.says(CHAIR, "hvad skal jeg gøre?", PERSONAL)
    assert "Dagsordenen til mødet den 16. marts 2027 (version 1) afventer dit svar." in words(shown)
    assert "Senest den 5. marts 2027 (om 3 dage)." in words(shown)
    assert "Godkend" not in [each.title for each in buttons(shown.card or {})]
    await nord.clicks(CHAIR, shown, "Se og svar")
    await nord.clicks(CHAIR, shown, "Godkend")
    assert "Intet afventer dig." in words(await nord.says(CHAIR, "status", PERSONAL))


async def test_a_coordinator_answers_what_the_secretariat_asked_and_a_member_hears_what_comes(nord: Stage) -> None:
    await proposed(nord)
    await nord.says(SECRETARIAT, "bed om uddybning af 1: Hvad koster det?")
    shown = await nord.says(COORDINATOR, "status", PERSONAL)
    assert "Dit forslag »Fælles model for opfølgende hjemmebesøg« skal uddybes." in words(shown)
    assert "Hvad koster det?" in said((await nord.clicks(COORDINATOR, shown, "Uddyb forslaget")).card)
    told = words(await nord.says(MEMBER, "status", PERSONAL))
    assert "Intet afventer dig." in told
    assert "fristen for forslag til mødet i Politisk Klynge Nord: den 16. februar 2027" in told
    assert "venter på at blive behandlet" not in told


async def test_in_the_channel_one_reads_of_that_forum_alone(nord: Stage) -> None:
    await circulated(nord)
    shown = words(await nord.says(REGION, "status"))
    assert "Region Nordjylland har ikke afklaret dagsordenen til mødet den 16. marts 2027." in shown
    assert "Sådan står det i" not in shown
    assert "Sådan står det i Politisk Klynge Nord" in words(await nord.says(SECRETARIAT, "status"))


async def test_after_the_meeting_its_minutes_are_the_next_step(nord: Stage) -> None:
    await held(nord)
    shown = await nord.says(SECRETARIAT, "status", PERSONAL)
    assert "Referatet fra mødet den 16. marts 2027 er ikke sendt." in words(shown)
    assert "Referat" in said((await nord.clicks(SECRETARIAT, shown, "Skriv referat")).card)


async def test_somebody_of_three_forums_asks_once_and_the_one_that_cannot_be_read_is_said(
    open_seeds: OpenSeeds,
) -> None:
    async with open_seeds(POLITICAL, STEERING, third()) as (political, steering, other):
        form = await political.says(MEMBER, "foreslå")
        typed = {"Overskrift": "Lægedækning", "Resumé": "Kort.", "Forslag til indstilling": "Ja."}
        await political.clicks(MEMBER, form, "Send forslag", typed)
        every = words(await political.says(SECRETARIAT, "status", PERSONAL))
        for name in ("Politisk Klynge Nord", "Klyngestyregruppe Nord", "Gruppe Tre"):
            assert f"Sådan står det i {name}" in every
        assert every.startswith("Det afventer dig")
        assert "Gruppe Tre" not in words(await steering.says(SECRETARIAT, "status"))
        await damage(other.service.database, "gruppe-tre")
        shown = words(await political.says(SECRETARIAT, "hvad mangler vi", PERSONAL))
        assert "Det, der afventer dig i Gruppe Tre, kan jeg ikke læse lige nu." in shown
        assert "1 forslag venter på at blive behandlet." in shown
        assert "Sådan står det i Klyngestyregruppe Nord" in shown
