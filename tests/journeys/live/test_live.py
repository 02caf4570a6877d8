"""A meeting is taken through its agenda while it is held, by those who may, and the minutes know how it went."""

import asyncio

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.minute_steps import said
from tests.harness.steps import CHAIRS, COORDINATOR, POST, SECRETARIAT, agenda_sent, in_channel

CHAIR = CHAIRS[0]
OTHER_SECRETARY = "sekretariat-region"


async def begun(nord: Stage, at: str = "2027-03-16T16:32") -> None:
    """The hour of March's meeting has come, whose agenda was sent."""
    await agenda_sent(nord)
    await nord.at("2027-03-15T08:00")
    await nord.sees("Påmindelse om møde")
    await nord.at(at)


@pytest.mark.both_databases
async def test_a_whole_meeting_is_held_by_two_and_the_minutes_know_how_it_went(nord: Stage) -> None:
    await begun(nord)
    post = await nord.sees(POST, "Start mødet")
    started = await nord.clicks(SECRETARIAT, post, "Start mødet")
    assert "Mødet er i gang fra kl. 16.32" in said(started)
    post = await nord.sees("Mødet er i gang", "Punkt 1 af")
    assert "2 min. bagud. Forventet slut kl. 16.57 (planlagt kl. 16.55)" in words(post)
    again = await nord.says(OTHER_SECRETARY, "start mødet")
    assert "Mødet er allerede i gang siden kl. 16.32" in words(again)
    assert "Alle ventede er noteret" in said(await nord.clicks(SECRETARIAT, post, "Alle er her"))
    await nord.at("2027-03-16T16:40")
    await nord.says(SECRETARIAT, "gik: Udvalgsformand (Læsø)")

    # both press at the same moment: the meeting goes on by one item
    post = await nord.sees("Mødet er i gang", "Punkt 1 af")
    await nord.settle()
    both = await asyncio.gather(*(nord.clicks(each, post, "Næste punkt") for each in (SECRETARIAT, CHAIR)))
    assert sum("Mødet er gået videre i mellemtiden" in said(each) for each in both) == 1
    assert all("Punkt 2 af" in said(each) for each in both)
    await nord.sees("Mødet er i gang", "Punkt 2 af", "Fælles model for opfølgende hjemmebesøg")
    (one,) = in_channel(nord, "Mødet er i gang", "Til stede")
    assert one.id == post.id, "the meeting's post shows it, so that the channel has no message more"
    person = {"Person": "Udvalgsformand (Frederikshavn)"}
    await nord.at("2027-03-16T16:45")
    assert "inhabil på punkt 2" in said(await nord.clicks(CHAIR, post, "Inhabil", person))
    post = await nord.sees("Inhabil: Udvalgsformand (Frederikshavn)")
    task = await nord.clicks(SECRETARIAT, post, "Opret opgave", {"Opgave til punktet": "Find en projektleder"})
    assert "Opgave 1/2027" in said(task)
    form = await nord.clicks(SECRETARIAT, post, "Skriv beslutning")
    assert "Find en projektleder" in said(form)

    await nord.says(CHAIR, "hold pause")
    await nord.at("2027-03-16T16:55")
    await nord.says(CHAIR, "fortsæt mødet")
    await nord.says(SECRETARIAT, "suppleant: Næstformand, socialudvalget (Frederikshavn) for Udvalgsformand (Læsø)")
    await nord.sees("Mødet er i gang", "som stedfortræder for Udvalgsformand (Læsø)")
    await nord.at("2027-03-16T17:05")
    assert "Mødet er ved punkt 3" in words(await nord.says(SECRETARIAT, "næste punkt"))
    assert "Det var det sidste punkt" in words(await nord.says(SECRETARIAT, "næste punkt"))
    await nord.at("2027-03-16T18:00")
    assert "Mødet er sluttet kl. 18.00" in words(await nord.says(CHAIR, "slut mødet"))
    post = await nord.sees(POST, "Holdt kl. 16.32–18.00")

    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    shown = words(await nord.says(SECRETARIAT, "se referatet før udsendelse", PERSONAL))
    assert "kl. 16.30–18.00" in shown
    assert "Udvalgsformand (Læsø) (til kl. 16.40)" in shown
    assert "Udvalgsformand (Frederikshavn) forlod mødet under behandlingen som inhabil kl. 16.45–17.05." in shown
    assert "Ikke til stede under punktet: Udvalgsformand (Læsø)." in shown


async def test_a_meeting_that_nobody_ends_ends_by_itself_and_the_secretariat_is_asked_when_it_did(nord: Stage) -> None:
    assert "Mødet er først den 16. marts 2027 kl. 16.30" in words(await nord.says(SECRETARIAT, "start mødet"))
    await begun(nord)
    assert "ikke rettigheder" in words(await nord.says(COORDINATOR, "start mødet"))
    await nord.says(SECRETARIAT, "start mødet")
    post = await nord.sees("Mødet er i gang", "Næste punkt")
    assert "ikke rettigheder" in said(await nord.clicks(COORDINATOR, post, "Næste punkt"))
    await nord.at("2027-03-16T23:01")
    post = await nord.sees(POST, "Startet kl. 16.32")
    await nord.at("2027-03-17T08:00")
    asked = await nord.hears(SECRETARIAT, "Hvornår sluttede mødet?")
    form = await nord.clicks(SECRETARIAT, asked, "Hvem var til stede?")
    assert "Hvem var til stede?" in said(form)
    answer = await nord.clicks(SECRETARIAT, asked, "Gem fremmøde", {"Mødet sluttede kl.": "18.45"})
    assert "Hvornår sluttede mødet?" not in said(answer)
    await nord.sees(POST, "Holdt kl. 16.32–18.45")
