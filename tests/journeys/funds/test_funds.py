"""The shared funds as people use them, over the Bot Framework protocol: granted, decided, disposed of, and reported."""

import asyncio
from collections.abc import Mapping

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.minute_steps import said
from tests.harness.steps import SECRETARIAT, agenda_sent, in_chat, told

MAYOR, OTHER_MAYOR = "formand-kommunal", "formand-frederikshavn"
ADMINISTERED, UNDELEGATED = "formand-broenderslev", "formand-laesoe"
NO_RESOLUTION = "Midlerne disponeres, når klyngen har truffet beslutning."
ITEM: Mapping[str, Value] = {
    "Overskrift": "Fælles hjemmebesøg",
    "Beløb i kr.": "450.000",
    "Anvendelse af fælles klyngemidler": True,
    "Deltagende parter": "hjoerring",
    "Konkret indsats": "Opfølgende hjemmebesøg efter udskrivning",
}


async def opened(nord: Stage) -> None:
    """Everybody has a chat of their own with the bot."""
    for person in (SECRETARIAT, MAYOR, OTHER_MAYOR, ADMINISTERED, UNDELEGATED):
        await nord.says(person, "hjælp", PERSONAL)


async def granted(nord: Stage, amount: str = "2,0 mio.") -> None:
    """The secretariat has entered a grant, on its form."""
    funds = await nord.says(SECRETARIAT, "midler")
    await nord.clicks(SECRETARIAT, funds, "Registrér bevilling")
    typed = {"Beløb i kr.": amount, "Grundlag": "Byrådenes budget 2027"}
    assert "Bevillingen er registreret" in said(await nord.clicks(SECRETARIAT, funds, "Registrér bevilling", typed))


async def decided(nord: Stage, **fields: Value) -> None:
    """March's meeting granted the item, and its minutes were sent."""
    await agenda_sent(nord, {**ITEM, **fields})
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees("Referat fra mødet den 16. marts 2027", "Sendt den", "Midlerne (450.000 kr.) kan disponeres.")


async def disposed(nord: Stage, person: str, amount: str) -> str:
    """What somebody is answered who opens the form from the card and disposes of that."""
    funds = await nord.says(person, "midler")
    await nord.clicks(person, funds, "Disponér")
    return said(await nord.clicks(person, funds, "Disponér", {"Beløb i kr.": amount}))


@pytest.mark.both_databases
async def test_funds_are_granted_decided_on_disposed_of_and_reported(nord: Stage) -> None:
    await opened(nord)
    empty = words(await nord.says(UNDELEGATED, "midler"))
    assert "Der er ikke registreret midler for 2027." in empty
    assert "»Der er i 2022 afsat 80 mio. kr. til opstart af sundhedsklyngerne.«" in empty
    await granted(nord)
    assert NO_RESOLUTION in words(await nord.says(MAYOR, "disponér 450.000"))
    assert NO_RESOLUTION in await disposed(nord, MAYOR, "450.000")
    await decided(nord)
    await told(nord, MAYOR, "Anvendelse af fælles klyngemidler", "»Fælles hjemmebesøg« er godkendt")
    assert "delegeret til administrationen" in words(await nord.says(ADMINISTERED, "disponér 450.000"))
    assert "Beløbet er disponeret som post 2/2027." in await disposed(nord, MAYOR, "350.000")
    await told(nord, SECRETARIAT, "Fælles midler er disponeret", "350.000 kr.")
    asked = await told(nord, UNDELEGATED, "Afventer byrådet", "450.000 kr.")
    await nord.at("2027-03-30T08:00")
    reminded = "Læsø Kommune: Beslutningen om fælles klyngemidler (450.000 kr.) afventer efter det oplyste byrådet."
    await told(nord, UNDELEGATED, reminded)
    assert "ikke rettigheder" in words(await nord.says(OTHER_MAYOR, "godkendt i byrådet for Læsø"))
    no = said(await nord.clicks(UNDELEGATED, asked, "Ikke godkendt i byrådet", {"Bemærkning": "For dyrt"}))
    assert "Læsø Kommune: Ikke godkendt i byrådet." in no
    whole = "Byrådenes svar: 0 godkendt, 1 ikke godkendt, 0 afventer, af 1. Ikke godkendt i: Læsø Kommune."
    await told(nord, SECRETARIAT, "Et byråd har svaret", whole)
    assert whole in words(await nord.says(OTHER_MAYOR, "midler"))
    before = len(in_chat(nord, UNDELEGATED))
    await nord.at("2027-04-20T08:00")
    assert len(in_chat(nord, UNDELEGATED)) == before
    report = words(await nord.says(OTHER_MAYOR, "årsopgørelse 2027"))
    assert "Årsopgørelse 2027" in report
    assert all(part in report for part in ("2 mio. kr.", "350.000 kr.", "1,65 mio. kr."))


@pytest.mark.both_databases
async def test_of_two_who_click_at_once_on_the_last_of_it_one_is_told_what_is_left(nord: Stage) -> None:
    await granted(nord, "100.000")
    await decided(nord, **{"Deltagende parter": ""})
    forms = {}
    for person in (MAYOR, OTHER_MAYOR):
        forms[person] = await nord.says(person, "disponér")
    answers = await asyncio.gather(
        *(nord.clicks(person, form, "Disponér", {"Beløb i kr.": "100.000"}) for person, form in forms.items())
    )
    told_ = [said(each) for each in answers]
    assert sum("Beløbet er disponeret som post 2/2027." in each for each in told_) == 1
    assert sum("Der er 0 kr. tilbage for 2027. Beløbet kan ikke disponeres." in each for each in told_) == 1


async def test_money_is_granted_and_disposed_of_in_the_words_that_people_type(nord: Stage) -> None:
    from_budget = words(await nord.says(SECRETARIAT, "registrer bevilling 2,0 mio. kr. fra budgettet", PERSONAL))
    assert "Beløb · 2 mio. kr. · Grundlag · budgettet" in from_budget
    purpose = words(await nord.says(SECRETARIAT, "registrér bevilling 500.000 til forebyggelse: budget", PERSONAL))
    assert "Formål · Forebyggelse" in purpose
    unknown = words(await nord.says(SECRETARIAT, "registrér bevilling 5 til havebad: budget"))
    assert "»havebad« er ikke et formål for midlerne. Formål: Forebyggelse, Kvalitet og " in unknown
    await decided(nord)
    assert "»en bro« er hverken et formål, et punkt eller en organisation her." in words(
        await nord.says(MAYOR, "disponér 1.000 til en bro")
    )
    titled = words(await nord.says(MAYOR, "disponér 1.250,50 kr. til hjemmebesøg for Hjørring", PERSONAL))
    assert "Beløb · 1.250,50 kr. · Organisation · Hjørring Kommune" in titled
    assert "punkt 2: Fælles hjemmebesøg" in titled
    account = words(await nord.says(MAYOR, "disponer 50.000 til forebyggelse", PERSONAL))
    assert "Formål · Forebyggelse" in account
    kept = words(await nord.says(MAYOR, "disponer 50.000 til kvalitet", PERSONAL))
    assert "Grundlag · Formål: Kvalitet" in kept
    for asked in ("hvor mange penge er der tilbage", "hvor mange penge er der tilbage i 2027?", "hvad har vi brugt"):
        assert "Fælles klyngemidler · 2027" in words(await nord.says(OTHER_MAYOR, asked))


async def test_the_minutes_have_the_button_that_disposes_and_nothing_of_a_closed_item_is_told(nord: Stage) -> None:
    await granted(nord)
    await agenda_sent(nord, {**ITEM, "Overskrift": "Hemmelig sag", "Punktet bør være lukket": True})
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.", PERSONAL)
    await nord.says(SECRETARIAT, "send referat")
    sent = await nord.sees("Referat fra mødet den 16. marts 2027", "Sendt den")
    assert "Disponér" not in words(sent)
    for person in (SECRETARIAT, MAYOR, UNDELEGATED):
        shown = words(await nord.says(person, "midler"))
        assert "Lukket punkt · Besluttet på mødet den 16. marts 2027" in shown
        assert not any(each in shown for each in ("Hemmelig", "450.000", "Parter"))
    assert "Hemmelig" not in words(await nord.says(MAYOR, "disponér 5.000 til hemmelig"))


async def test_a_council_with_two_answers_to_give_is_told_how_to_name_each(nord: Stage) -> None:
    await granted(nord)
    await decided(nord)
    sent = await nord.sees("Referat fra mødet den 16. marts 2027", "Sendt den")
    assert "Beløb i kr." in said(await nord.clicks(MAYOR, sent, "Disponér"))
    assert "Der kan disponeres af: " in said(await nord.clicks("naestformand-hjoerring", sent, "Disponér"))
    assert "ingen beslutning om midler på punkt 7" in words(await nord.says(UNDELEGATED, "godkendt i byrådet punkt 7"))
    named = words(await nord.says(UNDELEGATED, "ikke godkendt i byrådet for Læsø til punkt 2: for dyrt"))
    assert "Læsø Kommune: Ikke godkendt i byrådet." in named
    assert "Læsø Kommune: Godkendt i byrådet." in words(await nord.says(UNDELEGATED, "godkendt i byrådet til punkt 2"))
