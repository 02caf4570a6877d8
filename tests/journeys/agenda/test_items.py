"""The secretariat edits all of an item, closes and opens it, and leaves what is set by right to the meeting leader."""

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.cases.case import POLITICIAN
from tests.harness.forging import said
from tests.harness.steps import SECRETARIAT, accept, propose, told


async def _accepted(nord: Stage, person: str = "koordinator-hjoerring") -> None:
    await propose(nord, person)
    await accept(nord, 1)


async def test_every_field_of_an_item_can_be_typed(nord: Stage) -> None:
    await _accepted(nord)
    for text in (
        "punkt 2 titel: Ny titel",
        "punkt 2 sagstype: orientering",
        "punkt 2 resumé: Nyt resumé",
        "punkt 2 sagsfremstilling: Hele sagen\n\ni flere afsnit",
        "punkt 2 indstilling: Det indstilles, at sagen tages til efterretning.",
        "punkt 2 økonomi: Ingen udgifter",
        "punkt 2 beløb: 1,25 mio.",
        "punkt 2 1 time",
        "punkt 2 bilag: https://example.org/a https://example.org/b",
    ):
        assert "Punkt 2 er gemt." in words(await nord.says(SECRETARIAT, text, PERSONAL)), text
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    request = await nord.sees("Godkendelse af dagsorden")
    await nord.clicks(SECRETARIAT, request, "Se hele dagsordenen")
    view = nord.teams.board.view(request, nord.account(SECRETARIAT))
    shown = str(view.card if view else "")
    for part in ("Ny titel", "Orientering", "Nyt resumé", "i flere afsnit", "efterretning", "Ingen udgifter"):
        assert part in shown, part
    assert "1,25 mio. kr." in shown
    assert "https://example.org/b" in shown


async def test_a_text_that_is_too_long_is_refused_by_so_many_characters(nord: Stage) -> None:
    await _accepted(nord)
    reply = await nord.says(SECRETARIAT, f"punkt 2 sagsfremstilling: {'x' * 10_007}", PERSONAL)
    assert "Teksten i »Sagsfremstilling« er 7 tegn for lang. Der kan højst være 10.000 tegn." in words(reply)
    assert "x" * 10_007 in str(reply.card)


async def test_an_item_is_closed_and_opened_until_the_agenda_leaves(nord: Stage) -> None:
    await _accepted(nord)
    assert "Punkt 2 er gemt. Punktet er nu lukket." in words(await nord.says(SECRETARIAT, "punkt 2 lukket"))
    assert "hjemmebesøg" not in words(await nord.says(SECRETARIAT, "dagsorden"))
    assert "hjemmebesøg" in words(await nord.says(SECRETARIAT, "dagsorden", PERSONAL))
    for text in ("punkt 2 åben", "punkt 2 resumé: Noget"):
        assert "kan rettes i din chat med mig eller på din egen side" in words(await nord.says(SECRETARIAT, text)), text
    editing = words(await nord.says(SECRETARIAT, "ret dagsorden", PERSONAL))
    assert "hjemmebesøg (15 min.) · Lukket punkt" in editing
    opened = await nord.says(SECRETARIAT, "punkt 2 åben", PERSONAL)
    assert "Punktet er nu åbent, og alle kan læse teksterne." in words(opened)
    assert "hjemmebesøg" in words(await nord.says(SECRETARIAT, "dagsorden"))
    assert "Et fast punkt kan ikke være lukket" in words(await nord.says(SECRETARIAT, "punkt 1 lukket", PERSONAL))


async def test_the_secretariat_alone_cannot_take_off_what_was_set_by_right(nord: Stage) -> None:
    await _accepted(nord, POLITICIAN)
    reply = await nord.says(SECRETARIAT, "fjern punkt 2", PERSONAL)
    assert "Kun mødelederen (" in words(reply)
    await told(nord, "formand-kommunal", "kan udskydes", "Sekretariatet ønsker at tage punktet af dagsordenen.")
    assert "hjemmebesøg" in words(await nord.says(SECRETARIAT, "dagsorden", PERSONAL))


async def test_taking_it_off_from_its_form_saves_what_was_typed_and_leads_to_asking_the_leader(nord: Stage) -> None:
    await _accepted(nord, POLITICIAN)
    form = await nord.says(SECRETARIAT, "punkt 2 tid", PERSONAL)
    answer = await nord.clicks(SECRETARIAT, form, "Fjern fra dagsordenen", {"Forventet tid i minutter": "25"})
    for part in ("Punkt 2 er gemt.", "Kun mødelederen (", "Mødelederen er spurgt"):
        assert part in said(answer.card), part
    draft = words(await nord.says(SECRETARIAT, "dagsorden", PERSONAL))
    assert all(part in draft for part in ("hjemmebesøg", "25 min."))


async def test_whoever_set_an_item_by_right_hears_what_the_secretariat_made_of_it(nord: Stage) -> None:
    await _accepted(nord, POLITICIAN)
    await nord.says(POLITICIAN, "hjælp", PERSONAL)
    await nord.says(SECRETARIAT, "punkt 2 45 min")
    await nord.says(SECRETARIAT, "punkt 2 titel: Nedlæggelse af ordningen")
    await nord.says(SECRETARIAT, "punkt 2 resumé: Kort")
    await nord.service.delivery.deliver_due()
    heard = words(await told(nord, POLITICIAN, "Sekretariatet har rettet dit punkt"))
    assert "Overskrift var: Fælles model for opfølgende hjemmebesøg" in heard
    assert "Overskrift er nu: Nedlæggelse af ordningen" in heard
    assert "Også rettet: Resumé." in heard


async def test_what_they_heard_names_their_item_by_the_number_that_it_has_now(nord: Stage) -> None:
    await _accepted(nord, POLITICIAN)
    await nord.says(POLITICIAN, "hjælp", PERSONAL)
    await nord.says(SECRETARIAT, "tilføj punkt: Lægedækning")
    await nord.says(SECRETARIAT, "punkt 2 titel: Nedlæggelse af ordningen")
    await told(nord, POLITICIAN, "Punkt 2 på dagsordenen til mødet den 16. marts 2027 er dit forslag nr. 1/2027.")
    await nord.says(SECRETARIAT, "flyt punkt 3 til 2")
    await told(nord, POLITICIAN, "Punkt 3 på dagsordenen til mødet den 16. marts 2027 er dit forslag nr. 1/2027.")


async def test_nobody_hears_that_a_proposal_without_a_right_was_edited(nord: Stage) -> None:
    await _accepted(nord)
    await nord.says("koordinator-hjoerring", "hjælp", PERSONAL)
    await nord.says(SECRETARIAT, "punkt 2 titel: Noget andet")
    await nord.service.delivery.deliver_due()
    chat = nord.teams.directory.personal(nord.account("koordinator-hjoerring"))
    assert not any("har rettet dit punkt" in words(each) for each in nord.teams.board.messages(chat))


async def test_how_long_an_item_takes_is_no_part_of_its_title(nord: Stage) -> None:
    await nord.says(SECRETARIAT, "tilføj punkt: Lægedækning, 20 minutter")
    shown = words(await nord.says(SECRETARIAT, "dagsorden"))
    assert "Lægedækning · 16.35 · 20 min." in shown
    assert "Lægedækning," not in shown


@pytest.mark.parametrize("typed", ["dagsorden til 16/3", "dagsorden 16. marts 2027"])
async def test_a_day_without_a_year_is_the_one_that_has_a_meeting(nord: Stage, typed: str) -> None:
    await nord.at("2027-03-20T10:00")
    assert "16. marts 2027" in words(await nord.says(SECRETARIAT, typed))
