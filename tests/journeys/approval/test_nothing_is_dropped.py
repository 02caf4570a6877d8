"""No button of a request for approval drops the words that stand in its field."""

import json

import pytest

from bot.local.board import Message
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from tests.harness.steps import CHAIRS, SECRETARIAT, circulated

WORDS = "Ord, der ikke må blive væk."
FIELD = {"Bemærkninger": WORDS}
LOCAL = CHAIRS[0]
ANSWERS = ("Godkend", "Godkend med bemærkninger", "Send retur")


async def _request(nord: Stage) -> Message:
    await circulated(nord)
    return await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")


async def test_each_button_of_the_request_keeps_what_stands_in_its_field(nord: Stage) -> None:
    request = await _request(nord)
    assert request.card is not None
    every = [each.title for each in buttons(request.card)]
    assert set(every) >= {*ANSWERS, "Se hele dagsordenen"}
    for title in set(every) - set(ANSWERS):
        answer = await nord.clicks(LOCAL, request, title, FIELD)
        assert WORDS in json.dumps(answer.card, ensure_ascii=False), title


@pytest.mark.parametrize("title", ANSWERS)
async def test_each_answer_brings_the_words_to_the_secretariat(nord: Stage, title: str) -> None:
    request = await _request(nord)
    await nord.clicks(LOCAL, request, title, FIELD)
    told = await nord.says(SECRETARIAT, "godkendelser", PERSONAL)
    assert WORDS in json.dumps(told.card, ensure_ascii=False)


async def test_words_come_along_into_the_whole_agenda_and_from_there_into_the_answer(nord: Stage) -> None:
    request = await _request(nord)
    opened = await nord.clicks(LOCAL, request, "Se hele dagsordenen", FIELD)
    assert opened.card is not None
    (field,) = (each for each in opened.card["body"] if each.get("id") == "words")
    assert field["value"] == WORDS
    answered = await nord.clicks(LOCAL, request, "Godkend med bemærkninger")
    assert "Du har godkendt dagsordenen med bemærkninger" in json.dumps(answered.card, ensure_ascii=False)


async def test_a_cpr_number_in_the_field_is_refused_with_all_of_it_still_there(nord: Stage) -> None:
    request = await _request(nord)
    answer = await nord.clicks(LOCAL, request, "Se hele dagsordenen", {"Bemærkninger": f"{WORDS} 010190-1234"})
    assert answer.card is None or WORDS in json.dumps(answer.card, ensure_ascii=False)
    assert "CPR-nummer" in (answer.text or json.dumps(answer.card, ensure_ascii=False))


async def test_remarks_that_are_too_long_are_refused_by_how_much_and_stand_there_whole(nord: Stage) -> None:
    request = await _request(nord)
    long = f"{'Lang ' * 500}{WORDS}"
    answer = await nord.clicks(LOCAL, request, "Send retur", {"Bemærkninger": long})
    told = json.dumps(answer.card, ensure_ascii=False)
    assert f"{len(long) - 2_000} tegn for lang" in told
    assert long in told
