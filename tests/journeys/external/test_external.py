"""From the day that another body's meeting is known, to the day before it when the representatives are reminded."""

import asyncio
import json
from dataclasses import replace

import pytest

from bot.domain.external.state import Position
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import said
from tests.harness.seeds import OpenSeed
from tests.harness.steps import in_channel, in_chat, told, until_unsaid

NORD, CLERK = "kommuneklynge-nord", "sekretariat"
HELSINGOER, HILLEROED, FREDENSBORG = "sundhedschef-helsingoer", "sundhedschef-hilleroed", "sundhedschef-fredensborg"
TITLE, WARNING = "Fælles input til Samordningsudvalget", "Mødet i Samordningsudvalget er flyttet."


def with_a_representative() -> object:
    """The cluster, whose chair sits in the coordinating body as well."""
    file = shipped(NORD)
    people = tuple(
        replace(each, memberships=("samordningsudvalget",)) if each.id == HILLEROED else each
        for each in file.forum.people
    )
    seats = tuple(
        replace(each, represents=("helsingoer",)) if each.person == HILLEROED else each for each in file.forum.seats
    )
    return replace(file, forum=replace(file.forum, people=people, seats=seats))


async def test_the_whole_way_of_the_joint_input(open_seed: OpenSeed) -> None:
    async with open_seed(with_a_representative()) as nord:
        for person in (CLERK, HELSINGOER, HILLEROED, FREDENSBORG):
            await nord.says(person, "hjælp", PERSONAL)
        await _registered(nord)
        await _answered_by_two(nord)
        await nord.at("2027-04-13T08:00")
        await told(nord, FREDENSBORG, "Fredensborg Kommune mangler at svare på punkterne til mødet i Samordningsudv")
        assert [each for each in in_chat(nord, HELSINGOER) if "mangler at svare" in words(each)] == []
        await _sent(nord)
        await _moved(nord)
        await nord.at("2027-04-26T08:00")
        due = words(
            await told(nord, HILLEROED, "Talepapir til mødet i Samordningsudvalget den 27. april", "Her er det, kly")
        )
        assert "Du sidder der for Hillerød Kommune og Helsingør Kommune." in due
        assert "mangler: Fredensborg Kommune" in due


async def _registered(nord: Stage) -> None:
    form = await nord.says(CLERK, "eksternt møde", PERSONAL)
    assert "Møde i andet forum" in words(form)
    typed = {"Forum": "Samordningsudvalget", "Dato": "20/4", "Punkter": "Økonomi\nUdskrivning", "Sted": "Hillerød"}
    answer = said((await nord.clicks(CLERK, form, "Registrér mødet", typed)).card)
    assert "Foreslået dag for Kommuneklynge Nord: 6. april 2027." in answer
    await nord.sees(TITLE, "Mangler svar: Helsingør Kommune, Hillerød Kommune og Fredensborg Kommune")


async def _answered_by_two(nord: Stage) -> None:
    card = await nord.sees(TITLE)
    await nord.clicks(HELSINGOER, card, "Enig")
    limits = {"Punkt": "2. Udskrivning", "Grænser for mandatet": "Højst 2 mio. kr."}
    await nord.clicks(HILLEROED, card, "Bemærkning", {"Punkt": "1. Økonomi", "Bemærkning": "For dyrt."})
    await nord.clicks(HILLEROED, card, "Mandat", limits)
    await nord.sees(TITLE, "Mangler svar: Fredensborg Kommune")


async def _sent(nord: Stage) -> None:
    text = await nord.says(CLERK, "fælles tekst 1", PERSONAL)
    line = "enig: Helsingør Kommune; bemærkninger: Hillerød Kommune (»For dyrt.«); mangler: Fredensborg Kommune"
    assert line in words(text)
    answer = said((await nord.clicks(CLERK, text, "Markér som afsendt")).card)
    assert "Talepapiret er sendt til Sundhedschef (Hillerød)." in answer
    await nord.sees(TITLE, "Afsendt den 13. april 2027")
    assert "Højst 2 mio. kr." in words(await told(nord, HILLEROED, "Talepapir til mødet i Samordningsudvalget"))
    refused = said((await nord.clicks(CLERK, text, "Markér som afsendt")).card)
    assert "allerede afsendt: Klyngesekretær (Hillerød)" in refused


async def _moved(nord: Stage) -> None:
    card = await nord.says(CLERK, "eksternt møde 1", PERSONAL)
    await nord.clicks(CLERK, card, "Ret mødet")
    await nord.clicks(CLERK, card, "Ret mødet", {"Dato": "27/4"})
    await nord.sees(WARNING, "Det berører ingen af forummets planlagte møder.")
    await told(nord, CLERK, WARNING)


async def test_two_who_answer_at_once_are_both_heard(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await nord.says(CLERK, "eksternt møde Samordningsudvalget 20/4, punkter: Økonomi")
        card = await nord.sees(TITLE, "Økonomi")
        people = (HELSINGOER, HILLEROED, FREDENSBORG)
        await asyncio.gather(*(nord.teams.visitor.clicks(nord.account(each), card, "Enig", None) for each in people))
        await nord.settle()
        shown = words(await nord.says(CLERK, "eksternt møde 1"))
        assert "enig: Helsingør Kommune, Hillerød Kommune og Fredensborg Kommune" in shown


async def test_a_person_who_speaks_for_two_is_asked_for_which(open_seed: OpenSeed) -> None:
    file = shipped(NORD)
    second = next(replace(each, organisation="fredensborg") for each in file.forum.seats if each.person == HELSINGOER)
    two = replace(file, forum=replace(file.forum, seats=(*file.forum.seats, second)))
    async with open_seed(two) as nord:
        await nord.says(CLERK, "eksternt møde Samordningsudvalget 20/4, punkter: Økonomi")
        asked = words(await nord.says(HELSINGOER, "bemærkning til eksternt møde 1: For dyrt."))
        assert "Du svarer for Helsingør Kommune og Fredensborg Kommune. Skriv hvem det gælder" in asked
        await nord.says(HELSINGOER, "bemærkning til eksternt møde 1: Fredensborg Kommune: For dyrt.")
        await nord.sees(TITLE, "bemærkninger: Fredensborg Kommune (»For dyrt.«)")
        card = await nord.says(HELSINGOER, "eksternt møde 1", PERSONAL)
        await nord.clicks(HELSINGOER, card, "Enig")
        await nord.clicks(HELSINGOER, card, "Helsingør Kommune")
        await nord.sees(TITLE, "enig: Helsingør Kommune")


async def test_items_that_come_later_are_asked_about_and_answers_stay_with_theirs(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        await nord.says(CLERK, "eksternt møde Samordningsudvalget 20/4")
        assert "Enig" not in words(await nord.sees(TITLE, "Punkterne er ikke kendt endnu."))
        assert "ikke registreret endnu" in words(await nord.says(HELSINGOER, "enig i eksternt møde 1"))
        await nord.says(CLERK, "punkter til eksternt møde 1: Økonomi; Udskrivning")
        await nord.says(HELSINGOER, "enig i eksternt møde 1 punkt 2")
        await nord.says(CLERK, "punkter til eksternt møde 1: Udskrivning; Lægedækning")
        shown = words(await nord.sees(TITLE, "Lægedækning")).replace("\\", "")
        assert "1. Udskrivning · enig: Helsingør Kommune; mangler" in shown
        assert "2. Lægedækning · mangler: Helsingør Kommune" in shown
        await until_unsaid(nord, TITLE, "Økonomi")


async def test_the_form_in_the_channel_neither_shows_nor_loses_a_closed_item(open_seed: OpenSeed) -> None:
    async with open_seed(NORD) as nord:
        typed = "eksternt møde Samordningsudvalget 20/4, punkter: Økonomi; lukket: Hemmelig sag"
        await nord.says(CLERK, typed, PERSONAL)
        form = await nord.says(CLERK, "ret eksternt møde 1")
        assert "emmelig" not in json.dumps(form.card, ensure_ascii=False)
        await nord.clicks(CLERK, form, "Ret mødet", {"Punkter": "Lukket punkt\nØkonomi\nNyt"})
        shown = words(await nord.says(CLERK, "eksternt møde 1", PERSONAL)).replace("\\", "")
        assert all(each in shown for each in ("1. Hemmelig sag", "2. Økonomi", "3. Nyt"))
        assert in_channel(nord, "emmelig") == []


@pytest.mark.parametrize("position", Position)
async def test_a_very_long_list_of_answers_still_fits_on_one_card(open_seed: OpenSeed, position: Position) -> None:
    async with open_seed(NORD) as nord:
        items = "; ".join(f"Punkt nr. {number} om noget, der tager lang tid at forklare" for number in range(1, 41))
        await nord.says(CLERK, f"eksternt møde Samordningsudvalget 20/4, punkter: {items}")
        card = await nord.sees(TITLE, "Punkt nr. 40")
        for person in (HELSINGOER, HILLEROED, FREDENSBORG):
            typed = {"Bemærkning": "Æ" * 900, "Grænser for mandatet": "Ø" * 900}
            title = {"agree": "Enig", "remark": "Bemærkning", "mandate": "Mandat"}[position]
            await nord.clicks(person, card, title, typed)
        await nord.sees(TITLE, "Alle 3 har svaret.")
        assert "Fælles tekst til" in words(await nord.says(CLERK, "fælles tekst 1", PERSONAL))
        refused = words(await nord.says(CLERK, f"punkter til eksternt møde 1: {items}; Ét for meget"))
        assert "Der kan højst være 40 punkter." in refused
