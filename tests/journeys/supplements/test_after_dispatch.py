"""After dispatch: a late item with its reason and its own approval, one that lapses, and a corrected attachment."""

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import is_refused, quiet, said
from tests.harness.steps import (
    CHAIRS,
    COORDINATOR,
    SECRETARIAT,
    agenda_sent,
    in_channel,
    propose,
)

LOCAL, REGIONAL = CHAIRS
POLITICIAN = "formand-laesoe"
REASON = "Regionen svarede først i går"
LATE = {"Overskrift til et nyt punkt": "Vagtplan i julen", "Begrundelse": REASON}


async def says(nord: Stage, sentence: str, person: str = SECRETARIAT) -> str:
    """What somebody is answered in their own chat."""
    return words(await nord.says(person, sentence, PERSONAL)).replace("\\", "")


@pytest.mark.both_databases
async def test_a_late_item_is_approved_by_itself_and_merges_with_stable_numbers(nord: Stage) -> None:
    await propose(nord, fields={"Overskrift": "Akut lukning af sengeafsnit"})
    assert "er ikke udsendt endnu" in await says(nord, "tillægsdagsorden")
    await nord.at("2027-03-01T09:00")
    await propose(nord)
    await nord.says(SECRETARIAT, "optag 2")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    for chair in CHAIRS:
        await nord.says(chair, "godkend")
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")
    before = await says(nord, "dagsorden", POLITICIAN)
    assert "Vagtplan" not in before

    await nord.at("2027-03-10T10:00")
    form = await nord.says(SECRETARIAT, "tillægsdagsorden", PERSONAL)
    assert "Tillægsdagsorden" in words(form)
    answer = await nord.clicks(SECRETARIAT, form, "Tilføj punkt", {"Begrundelse": REASON})
    assert is_refused(answer.card), said(answer.card)
    assert "Der er ingen punkter på tillægsdagsordenen" in await says(nord, "send tillægsdagsorden til godkendelse")
    form = await nord.says(SECRETARIAT, "tillægsdagsorden", PERSONAL)
    other = await nord.says(SECRETARIAT, "tillægsdagsorden", PERSONAL)
    answer = await nord.clicks(SECRETARIAT, form, "Tilføj punkt", LATE)
    assert "»Vagtplan i julen« er føjet til" in said(answer.card)
    again = await nord.clicks(SECRETARIAT, other, "Tilføj punkt", LATE)  # somebody else was there first
    assert "er ændret, siden" in said(again.card)
    assert "Skriv en begrundelse" in await says(nord, "tillægsdagsorden forslag 1")
    assert "er føjet til" in await says(nord, "tillægsdagsorden forslag 1: Afsnittet lukker før mødet")
    assert "er ikke sendt til godkendelse" in await says(nord, "send tillægsdagsorden")

    asked = await says(nord, "send tillægsdagsorden til godkendelse")
    assert "Svar senest torsdag den 11. marts 2027" in asked, asked
    await nord.sees("Tillægsdagsorden", "Vagtplan i julen", REASON, "Der mangler svar fra")
    assert "Der mangler svar fra" in await says(nord, "send tillægsdagsorden")
    shared = await nord.sees("Tillægsdagsorden", "Vagtplan i julen", "Svar senest")
    answer = await nord.clicks(LOCAL, shared, "Godkend")
    assert "Du har godkendt tillægsdagsordenen" in said(answer.card), said(answer.card)
    assert "Du har godkendt tillægsdagsordenen" in words(await nord.says(REGIONAL, "godkend"))
    ready = await nord.says(SECRETARIAT, "tillægsdagsorden", PERSONAL)
    answer = await nord.clicks(SECRETARIAT, ready, "Send tillægsdagsorden")
    assert "Tillægsdagsordenen er sendt." in said(answer.card), said(answer.card)

    await nord.sees("Tillægsdagsorden", "Der er tilføjet 2 punkter til mødet den 16. marts 2027", REASON)
    assert "Tillægsdagsordenen er sendt" in await says(nord, "godkend tillægsdagsorden", LOCAL)
    whole = await says(nord, "dagsorden", POLITICIAN)
    for part in (
        "Nyt, siden du læste version 1",
        "4. Vagtplan i julen",
        "Tilføjet efter udsendelsen. Begrundelse: " + REASON,
        "Efter udsendelsen",
    ):
        assert part in whole, (part, whole)
    assert "Nyt, siden du læste" not in await says(nord, "dagsorden", POLITICIAN)
    await nord.sees("Dagsorden til mødet den 16. marts 2027", "Efter udsendelsen", "Vagtplan i julen")
    versions = await says(nord, "versioner", POLITICIAN)
    for part in ("Version 2 · 10. marts 2027", "Udsendt."):
        assert part in versions, versions
    assert "Vagtplan" not in await says(nord, "vis version 1", POLITICIAN)
    assert "Tillægsdagsorden 1" in await says(nord, "vis version 2", POLITICIAN)
    assert "Akut lukning" in await says(nord, "mine forslag", COORDINATOR)


async def test_an_item_lapses_with_its_number_and_is_taken_up_again_until_the_meeting_begins(nord: Stage) -> None:
    await agenda_sent(nord)
    await nord.at("2027-03-10T10:00")
    card = await nord.says(SECRETARIAT, "punkt 2", PERSONAL)
    assert is_refused((await nord.clicks(SECRETARIAT, card, "Lad punktet udgå")).card)
    answer = await nord.clicks(SECRETARIAT, card, "Lad punktet udgå", {"Begrundelse": "Lægen er syg"})
    assert "Punkt 2 udgår og beholder sit nummer" in said(answer.card), said(answer.card)
    await nord.sees("Ændring til dagsordenen", "Punkt 2 »", "udgår.", "Lægen er syg")
    agenda = await says(nord, "dagsorden", POLITICIAN)
    for part in ("3. Eventuelt", "Udgår. Begrundelse: Lægen er syg"):
        assert part in agenda, agenda
    assert "Punkt 2 udgår allerede" in await says(nord, "lad punkt 2 udgå: igen")
    assert "er et fast punkt" in await says(nord, "lad punkt 1 udgå: derfor")
    assert "ikke rettigheder" in await says(nord, "lad punkt 2 udgå: derfor", POLITICIAN)
    assert "Punkt 2 bliver på dagsordenen" in await says(nord, "punkt 2 udgår ikke")
    await nord.sees("Ændring til dagsordenen", "udgår ikke alligevel")
    assert "Der er intet punkt, som udgår" in await says(nord, "punkt 2 udgår ikke")

    assert "rettet" in await says(nord, "punkt 2 bilag: https://example.org/nyt.pdf")
    await nord.sees("Ændring til dagsordenen", "er rettet", "Bilagene er ændret")
    told = len(in_channel(nord, "Ændring til dagsordenen"))
    assert "uændret" in await says(nord, "punkt 2 bilag: https://example.org/nyt.pdf")
    assert "slåfejl" in await says(nord, "punkt 2 indstilling: Noget helt andet besluttes")
    await quiet(nord)
    assert len(in_channel(nord, "Ændring til dagsordenen")) == told

    await says(nord, "lad punkt 2 udgå: Endelig aflyst")
    await nord.at("2027-03-16T17:00")
    assert "er begyndt" in await says(nord, "punkt 2 udgår ikke")
    assert "er begyndt" in await says(nord, "tillægsdagsorden")
    await nord.at("2027-03-17T09:00")
    assert "Udgik" in await says(nord, "referat")
