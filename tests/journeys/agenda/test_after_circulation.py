"""A change after circulation says at once what it means; draft and editor say it for as long as it is so."""

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from tests.harness.forging import said
from tests.harness.steps import SECRETARIAT, accept, circulated, propose

SEND = "Send version 2 til godkendelse"
NEITHER = "som er til godkendelse. Send version 2 til godkendelse."


async def test_an_item_that_is_added_is_not_in_the_version_that_people_answer(nord: Stage) -> None:
    await circulated(nord)
    added = await nord.says(SECRETARIAT, "tilføj punkt: Lægedækning, 20 minutter", PERSONAL)
    assert f"Punkt 3 er ikke med i version 1, {NEITHER}" in words(added)
    assert SEND in _titles(added)
    in_channel = await nord.says(SECRETARIAT, "tilføj punkt: Mere")
    assert f"Punkt 4 er ikke med i version 1, {NEITHER}" in words(in_channel)


async def test_every_other_change_is_told_too(nord: Stage) -> None:
    await circulated(nord)
    for text, told in (
        ("punkt 2 resumé: Et andet resumé", f"Ændringen er ikke med i version 1, {NEITHER}"),
        ("tilføj punkt: Nyt", f"Punkt 3 er ikke med i version 1, {NEITHER}"),
        ("flyt punkt 2 til 3", f"Ændringen er ikke med i version 1, {NEITHER}"),
        ("fjern punkt 3", "det tidligere punkt 2 er taget af"),
    ):
        reply = await nord.says(SECRETARIAT, text, PERSONAL)
        assert told in words(reply), (text, words(reply))
        assert SEND in _titles(reply), text


async def test_the_draft_and_the_editor_say_it_until_the_next_version_is_sent(nord: Stage) -> None:
    await circulated(nord)
    await propose(nord, fields={"Overskrift": "Kom for sent"})
    await accept(nord, 2)
    told = "Udkastet er ændret siden version 1, som er til godkendelse: punkt 3 er nyt."
    for text in ("dagsorden", "ret dagsorden"):
        shown = await nord.says(SECRETARIAT, text, PERSONAL)
        assert told in words(shown)
        assert _titles(shown).count(SEND) == 1
    others = words(await nord.says("formand-laesoe", "dagsorden", PERSONAL))
    assert told in others
    assert SEND not in others
    shown = await nord.says(SECRETARIAT, "ret dagsorden", PERSONAL)
    answer = await nord.clicks(SECRETARIAT, shown, SEND)
    assert "Version 2" in said(answer.card)
    for text in ("dagsorden", "ret dagsorden"):
        assert "siden version" not in words(await nord.says(SECRETARIAT, text, PERSONAL))


async def test_a_change_that_is_taken_back_means_nothing(nord: Stage) -> None:
    await circulated(nord)
    await nord.says(SECRETARIAT, "punkt 2 45 min", PERSONAL)
    back = await nord.says(SECRETARIAT, "punkt 2 15 min", PERSONAL)
    assert "version 1" not in words(back)


async def test_before_any_version_nothing_is_said_of_one(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    for text in ("punkt 2 45 min", "dagsorden", "ret dagsorden"):
        assert "version" not in words(await nord.says(SECRETARIAT, text, PERSONAL)).lower()


async def test_once_the_agenda_has_left_nothing_is_to_be_sent(nord: Stage) -> None:
    await circulated(nord)
    await nord.says(SECRETARIAT, "tilføj punkt: Kom for sent", PERSONAL)
    request = await nord.sees("Godkendelse af dagsorden")
    for chair in ("formand-kommunal", "formand-regional"):
        await nord.clicks(chair, request, "Godkend")
    assert "version 1, som er godkendt: punkt 3 er nyt" in words(await nord.says(SECRETARIAT, "dagsorden", PERSONAL))
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")
    assert "siden version" not in words(await nord.says(SECRETARIAT, "dagsorden", PERSONAL))
    late = words(await nord.says(SECRETARIAT, "tilføj punkt: Mere", PERSONAL))
    assert "Tillægsdagsorden" in late
    assert "Skriv en begrundelse" in late
    assert "Mere" not in words(await nord.says(SECRETARIAT, "dagsorden", PERSONAL))


def _titles(message: Message) -> list[str]:
    return [each.title for each in buttons(message.card or {})]
