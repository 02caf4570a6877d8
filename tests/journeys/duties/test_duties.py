"""The whole life of what somebody owes: from a resolution to its owner's reminder, and shared by two secretariats."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.kernel.forum import Choice
from bot.local.board import Message, words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.minute_steps import TITLE, held, minutes_sent, said
from tests.harness.seeds import OpenSeed
from tests.harness.steps import COORDINATOR, SECRETARIAT, in_channel, in_chat, told

REGIONAL = "sekretariat-region"
_TASK = {"Udfald": "Godkendt", "Opgave": "Skriv til byrådet", "Ansvarlig": "Hjørring Kommune", "Frist": "1/6"}


async def test_a_task_of_a_resolution_is_reminded_of_to_its_owner_alone_and_done_by_a_button(nord: Stage) -> None:
    await nord.says(COORDINATOR, "hjælp", PERSONAL)  # so that there is a chat to write to
    await held(nord)
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    await nord.clicks(SECRETARIAT, writing, "Punkt 2")
    answer = await nord.clicks(SECRETARIAT, writing, "Opret opgave", _TASK)
    assert "Opgave 1/2027 er oprettet." in said(answer)
    assert "Skriv til byrådet · Hjørring Kommune" in said(answer)
    await nord.says(SECRETARIAT, "send referat", PERSONAL)
    sent = await nord.sees(TITLE, "Sendt den")
    assert "Opgave 1/2027: Skriv til byrådet · Hjørring Kommune · Frist: 1. juni 2027" in words(sent)
    listed = words(await nord.says("formand-laesoe", "opgaver"))
    assert "Mødet den 16. marts 2027, punkt 2: Fælles model for opfølgende hjemmebesøg" in listed
    await nord.at("2027-05-31T07:59")
    assert not [each for each in in_chat(nord, COORDINATOR) if "Påmindelse om opgave" in words(each)]
    await nord.at("2027-05-31T08:00")
    reminder = await told(nord, COORDINATOR, "Påmindelse om opgave", "senest 1. juni 2027")
    assert in_channel(nord, "Påmindelse om opgave") == []
    for person in (SECRETARIAT, "formand-kommunal"):
        assert not [each for each in in_chat(nord, person) if "Påmindelse om opgave" in words(each)]
    assert "er markeret som udført" in said(await nord.clicks(COORDINATOR, reminder, "Markér som udført"))
    await nord.at("2027-06-03T08:00")
    assert not [each for each in in_chat(nord, COORDINATOR) if "er overskredet" in words(each)]


async def test_a_task_of_a_closed_item_shows_no_more_than_that_in_the_channel(nord: Stage) -> None:
    await held(nord, is_closed=True)
    typed = {"Udfald": "Godkendt", "Opgave": "Hemmelig opgave", "Ansvarlig": "Region Nordjylland", "Frist": "1/4/2027"}
    writing = await nord.says(SECRETARIAT, "beslutning 2", PERSONAL)
    await nord.clicks(SECRETARIAT, writing, "Opret opgave", typed)
    await nord.says(SECRETARIAT, "send referat", PERSONAL)
    await nord.sees(TITLE, "Sendt den")
    assert "Hemmelig opgave" in words(await nord.says(SECRETARIAT, "opgaver", PERSONAL))
    listed = await nord.says(SECRETARIAT, "opgaver")
    assert "Lukket punkt · Opgave 1/2027" in words(listed)
    assert "Lukket punkt · Opgave 1/2027" in words(await nord.says("formand-laesoe", "opgaver", PERSONAL))
    await nord.says(SECRETARIAT, "ny opgave til punkt 2: Hemmelig opgave nr. to", PERSONAL)
    await nord.at("2027-03-31T08:00")
    await nord.sees("Påmindelse om opgave", "Lukket punkt", "Klyngekoordinator (Region Nordjylland)")
    assert in_channel(nord, "emmelig") == []


async def test_a_task_is_made_of_an_item_after_the_minutes_have_left_and_stands_on_it(nord: Stage) -> None:
    await held(nord)
    await minutes_sent(nord)
    item = await nord.says(SECRETARIAT, "beslutning 2", PERSONAL)
    form = await nord.clicks(SECRETARIAT, item, "Opret opgave")
    assert "punkt 2: Fælles model for opfølgende hjemmebesøg" in said(form)
    await nord.clicks(SECRETARIAT, item, "Opret opgave", {"Opgave": "Skriv til byrådet", "Ansvarlig": "Læsø Kommune"})
    assert "Læsø Kommune · Ingen frist · Ikke begyndt" in words(await nord.says("formand-laesoe", "beslutning 2"))
    await nord.says("formand-laesoe", "opgave 1 udført")
    assert "Læsø Kommune · Ingen frist · Gennemført" in words(await nord.says("formand-laesoe", "beslutning 2"))
    assert "Skriv til byrådet" not in words(await nord.sees(TITLE, "Sendt den"))


async def test_a_task_for_somebody_the_forum_does_not_know_is_refused_with_all_that_was_typed(nord: Stage) -> None:
    form = await nord.says(SECRETARIAT, "ny opgave", PERSONAL)
    typed = {"Opgave": "Skriv til byrådet", "Ansvarlig": "aalborg", "Frist": "1/6"}
    refused = said(await nord.clicks(SECRETARIAT, form, "Opret opgave", typed))
    assert "Jeg kender hverken en organisation eller en person i forummet, der hedder »aalborg«" in refused
    assert '"value": "Skriv til byrådet"' in refused
    assert "Du har ingen" not in words(await nord.says(SECRETARIAT, "opgaver"))
    late = said(await nord.clicks(SECRETARIAT, form, "Opret opgave", typed | {"Ansvarlig": "Læsø", "Frist": "snart"}))
    assert "Skriv datoen som dag, måned og år" in late


async def test_what_is_late_is_told_to_the_secretariat_and_then_to_its_owner(nord: Stage) -> None:
    for person in (COORDINATOR, SECRETARIAT):
        await nord.says(person, "hjælp", PERSONAL)
    await nord.says(SECRETARIAT, "ny opgave: Skriv til byrådet, ansvarlig Hjørring, frist 1/2/2027")
    await nord.at("2027-01-29T08:00")
    await told(nord, COORDINATOR, "Påmindelse om opgave")
    await nord.at("2027-02-02T08:00")
    late = await told(nord, SECRETARIAT, "En opgave er ikke udført", "Ansvarlig: Hjørring Kommune")
    assert not [each for each in in_chat(nord, COORDINATOR) if "er overskredet" in words(each)]
    await nord.at("2027-02-03T08:00")
    await told(nord, COORDINATOR, "Fristen for en opgave er overskredet")
    await nord.clicks(SECRETARIAT, late, "Markér som udført")
    assert "Skriv til byrådet" not in words(await nord.says(SECRETARIAT, "opgaver"))


async def test_one_of_two_secretariats_takes_the_minutes_and_is_reminded_alone(nord: Stage) -> None:
    await nord.says(SECRETARIAT, "hjælp", PERSONAL)  # the other is of another tenant, and is called in the channel
    await held(nord)
    listed = await nord.says(REGIONAL, "opgaver")
    answer = await nord.clicks(REGIONAL, listed, "Jeg tager den")
    assert "Sekretariat, regional side (regionen) har taget opgaven." in said(answer)
    assert "Sekretariat, regional side (regionen) har taget opgaven." in words(await nord.says(SECRETARIAT, "opgaver"))
    refused = await nord.clicks(SECRETARIAT, listed, "Jeg tager den")
    assert "Sekretariat, regional side (regionen) har allerede taget opgaven." in said(refused)
    assert "har allerede taget opgaven" in words(await nord.says(SECRETARIAT, "tag referatet"))
    await nord.at("2027-03-17T08:00")
    reminder = await nord.sees("Referatet skal udsendes")
    assert "Sekretariat, regional side" in words(reminder)
    assert not [each for each in in_chat(nord, SECRETARIAT) if "Referatet skal udsendes" in words(each)]
    await nord.says(REGIONAL, "giv referatet tilbage")
    await told(nord, SECRETARIAT, "En opgave er ledig")
    assert "har taget opgaven" in words(await nord.says(SECRETARIAT, "tag referatet"))


@pytest.mark.both_databases
async def test_of_two_who_take_a_task_at_once_exactly_one_has_it(nord: Stage) -> None:
    await nord.says(SECRETARIAT, "ny opgave: Skriv til byrådet, ansvarlig Hjørring")
    hjoerring = (COORDINATOR, "formand-kommunal", "naestformand-hjoerring")
    answers = await asyncio.gather(
        *(nord.teams.visitor.says(nord.account(each), "tag opgave 1", PERSONAL) for each in hjoerring)
    )
    await nord.settle()
    replies = [await _reply(nord, each) for each in answers]
    refused = [each for each in replies if "har allerede taget opgaven" in words(each)]
    assert (len(replies), len(refused)) == (3, 2)


async def _reply(nord: Stage, asked: Message) -> Message:
    return await nord.teams.board.wait_for(lambda each: each.activity.get("replyToId") == asked.id)


async def test_an_agreement_that_was_on_no_agenda_for_so_long_comes_on_the_next_draft(open_seed: OpenSeed) -> None:
    file = shipped("klyngestyregruppe-nord")
    chosen = {
        **file.forum.choices,
        "agreement_follow_up_months": Choice(6, "Klyngestyregruppe Nord", date(2026, 9, 14)),
    }
    async with open_seed(replace(file, forum=replace(file.forum, choices=chosen))) as group:
        await group.says(SECRETARIAT, "hjælp", PERSONAL)
        await group.says(SECRETARIAT, "ny aftale: Aftale om udskrivning, sidst 4/8/2026")
        await group.at("2027-02-04T08:00")
        card = await told(group, SECRETARIAT, "Opfølgning på samarbejdsaftale", "Aftale om udskrivning")
        answer = await group.clicks(SECRETARIAT, card, "Sæt på næste dagsorden")
        assert "er sat på dagsordenen til mødet den 23. februar 2027 som punkt 2" in said(answer)
        assert "Aftale om udskrivning" in words(await group.says(SECRETARIAT, "dagsorden"))
        again = await group.says(SECRETARIAT, "sæt aftale 1 på næste dagsorden")
        assert "står allerede på dagsordenen" in words(again)


async def test_an_effort_of_the_plan_is_followed_by_its_status(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        form = await group.says(SECRETARIAT, "ny indsats", PERSONAL)
        typed = {"Indsats": "Fælles hjemmebesøg", "Kilde": "Implementeringsplanen", "Ansvarlig": "Hjørring Kommune"}
        await group.clicks(SECRETARIAT, form, "Opret indsats", typed)
        plan = await group.says("direktoer-hjoerring", "indsatser")
        assert "Implementeringsplanen er besluttet af Sundhedskoordinationsudvalget." in words(plan)
        opened = await group.clicks("direktoer-hjoerring", plan, "Opdatér indsats")
        assert "Ikke begyndt" in said(opened)
        typed = {"Status": "Sat i bero", "Bemærkning": "Venter på it"}
        answer = await group.clicks("direktoer-hjoerring", plan, "Opdatér indsats", typed)
        assert "Indsats 1/2027: Sat i bero." in said(answer)
        assert "Bemærkning: Venter på it" in words(await group.says("direktoer-laesoe", "indsatser"))
        refused = await group.says("direktoer-laesoe", "opdatér indsats 1: i gang")
        assert "ikke rettigheder" in words(refused)


async def test_a_grant_is_reminded_of_a_fortnight_before_its_deadline(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await cluster.says("sekretariat", "hjælp", PERSONAL)
        form = await cluster.says("sekretariat", "ny ansøgning", PERSONAL)
        typed = {"Pulje": "Puljen for nære sygehuse", "Parter": "Helsingør og Hillerød", "Frist": "1/3"}
        await cluster.clicks("sekretariat", form, "Opret ansøgning", typed)
        await cluster.at("2027-02-15T08:00")
        reminder = await told(cluster, "sekretariat", "Ansøgningsfrist", "Puljen for nære sygehuse", "1. marts 2027")
        assert "Ansøgning sendt" in said(await cluster.clicks("sekretariat", reminder, "Markér som udført"))


async def test_a_chair_without_a_secretariat_ties_the_channel_and_is_called_about_minutes(open_seed: OpenSeed) -> None:
    file = shipped("kommuneklynge-nord")
    chosen = {**file.forum.choices, "minutes_days_after": Choice(7, "Kommuneklynge Nord", date(2026, 9, 24))}
    seats = tuple(seat for seat in file.forum.seats if seat.person != "sekretariat")
    forum = replace(file.forum, choices=chosen, seats=seats)
    async with open_seed(replace(file, forum=forum), tied=False) as cluster:
        tied = await cluster.says("sundhedschef-hilleroed", f"tilknyt {forum.id}")
        assert "Klyngebot er klar" in words(tied)
        await cluster.at("2027-03-09T12:00")
        assert "Formandskabet" in words(await cluster.says("sundhedschef-hilleroed", "opgaver"))
        await cluster.at("2027-03-10T08:00")
        await cluster.hears("sundhedschef-hilleroed", "Referatet skal udsendes")


async def test_a_sentence_without_words_for_who_and_when_is_understood_or_told_how(nord: Stage) -> None:
    made = words(await nord.says(SECRETARIAT, "opret opgave: Skriv til byrådet, Hjørring Kommune, 1/6"))
    assert "Opgave 1/2027 er oprettet." in made
    assert "Har den en ansvarlig" not in made
    shown = words(await nord.says(SECRETARIAT, "opgave 1", PERSONAL))
    assert "Ansvarlig: Hjørring Kommune · Frist: 1. juni 2027" in shown
    hinted = words(await nord.says(SECRETARIAT, "opret opgave: Skriv til byrådet, Hjørring, snarest"))
    assert "ansvarlig Hjørring Kommune, frist 1/6" in hinted
