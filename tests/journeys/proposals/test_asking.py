"""How one comes to propose: in one breath, with or without a right, and closed where nobody looks on."""

import json

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.cards.checks import elements
from tests.harness.steps import COORDINATOR, SECRETARIAT, accept, in_channel, propose


def _value(form: Message, name: str) -> str:
    assert form.card is not None
    return next(str(each.get("value", "")) for each in elements(form.card) if each.get("id") == name)


async def test_a_meeting_named_in_the_sentence_fills_the_meeting_and_not_the_heading(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå et punkt til mødet den 5. oktober 2027", PERSONAL)
    assert (_value(form, "title"), _value(form, "meeting")) == ("", "2027-2")
    form = await nord.says(COORDINATOR, "foreslå et punkt til mødet den 16. marts 2027: Lægedækning", PERSONAL)
    assert (_value(form, "title"), _value(form, "meeting")) == ("Lægedækning", "2027-1")
    none = await nord.says(COORDINATOR, "foreslå et punkt til mødet den 17. marts 2027", PERSONAL)
    assert "17. marts 2027" in words(none)


async def test_a_time_in_the_sentence_is_no_part_of_the_heading(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå: lægedækning, 20 minutter", PERSONAL)
    assert (_value(form, "title"), _value(form, "duration")) == ("lægedækning", "20 minutter")


async def test_a_closed_proposal_made_in_the_channel_gets_its_content_in_the_chat(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    typed: dict[str, Value] = {"Overskrift": "Sag A", "Punktet bør være lukket": True}
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", typed)
    said = json.dumps(answer.card, ensure_ascii=False)
    assert "modtaget som nr. 1" in said
    assert "»ret forslag 1«" in said
    refused = await nord.says(SECRETARIAT, "optag 1", PERSONAL)
    assert "mangler resumé og indstilling" in words(refused)
    assert "Mangler resumé og indstilling" in words(await nord.says(SECRETARIAT, "forslag", PERSONAL))
    assert "Ret det i din chat" in words(await nord.says(COORDINATOR, "ret forslag 1"))
    chat = await nord.says(COORDINATOR, "ret forslag 1", PERSONAL)
    content: dict[str, Value] = {"Resumé": "Hemmeligt.", "Forslag til indstilling": "Hemmeligt, at …"}
    await nord.clicks(COORDINATOR, chat, "Gem ændringerne", content)
    await accept(nord, 1)
    assert "emmelig" not in json.dumps([each.activity for each in in_channel(nord)], ensure_ascii=False)


async def test_content_typed_in_the_channel_for_a_closed_one_is_kept_and_never_shown_there(nord: Stage) -> None:
    secret: dict[str, Value] = {"Overskrift": "Sag A", "Resumé": "Hemmeligt.", "Forslag til indstilling": "Hemmeligt."}
    form = await nord.says(COORDINATOR, "foreslå")
    wrong = await nord.clicks(
        COORDINATOR, form, "Send forslag", secret | {"Punktet bør være lukket": True, "Beløb i kr.": "mange"}
    )
    assert wrong.card is None
    assert wrong.text is not None
    assert "Skriv beløbet i kroner" in wrong.text
    await propose(nord, fields=secret | {"Punktet bør være lukket": True})
    assert "Hemmeligt." in words(await nord.says(COORDINATOR, "forslag 1", PERSONAL))
    assert "emmelig" not in json.dumps([each.activity for each in in_channel(nord)], ensure_ascii=False)
