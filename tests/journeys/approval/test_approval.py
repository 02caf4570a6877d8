"""Both chairs decide on an agenda inside Teams."""

import asyncio
import json

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from cards.html.walk import buttons
from tests.cards.checks import marked_in
from tests.harness.steps import (
    CHAIRS,
    COORDINATOR,
    SECRETARIAT,
    accept,
    approve,
    circulate,
    in_channel,
    in_chat,
    propose,
)

LOCAL, REGIONAL = CHAIRS


async def _circulated(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await circulate(nord)


async def test_the_request_shows_the_items_and_who_is_asked(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret", "Version 1")
    assert request.card is not None
    titles = [button.title for button in buttons(request.card)]
    assert [title for title in titles if title[:4] in ("Godk", "Send")] == [
        "Godkend",
        "Godkend med bemærkninger",
        "Send retur",
    ]


async def test_both_chairs_approve(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden")
    await approve(nord, request, LOCAL)
    await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret")
    await approve(nord, request, REGIONAL)
    await nord.sees("Godkendelse af dagsorden", "2 af 2 har svaret", "er godkendt")


@pytest.mark.both_databases
async def test_two_chairs_who_click_the_same_card_at_once_are_both_heard(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden", "0 af 2")
    shown = request.card
    await asyncio.gather(
        *(nord.teams.visitor.clicks(nord.account(chair), request, "Godkend", card=shown) for chair in CHAIRS)
    )
    await nord.sees("Godkendelse af dagsorden", "2 af 2 har svaret")


@pytest.mark.both_databases
async def test_a_double_click_counts_once(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden", "0 af 2")
    person, shown = nord.account(LOCAL), request.card
    await asyncio.gather(*(nord.teams.visitor.clicks(person, request, "Godkend", card=shown) for _ in range(3)))
    await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret")


async def test_only_the_approvers_answer(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden")
    for person in ("formand-laesoe", SECRETARIAT, COORDINATOR, "suppleant-regional"):
        answer = await nord.clicks(person, request, "Godkend")
        assert "Kun " in json.dumps(answer.card, ensure_ascii=False), person
    await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")


async def test_remarks_and_returns_need_words(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden")
    for title in ("Godkend med bemærkninger", "Send retur"):
        answer = await nord.clicks(LOCAL, request, title)
        assert "Skriv en bemærkning" in json.dumps(answer.card, ensure_ascii=False)
    await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")


async def test_one_return_ends_the_round_and_a_new_version_asks_everybody_anew(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden")
    await approve(nord, request, REGIONAL)
    await nord.clicks(LOCAL, request, "Send retur", {"Bemærkninger": "Økonomien mangler."})
    await nord.sees("Godkendelse af dagsorden", "sendt retur")
    await nord.says(SECRETARIAT, "punkt 2 beløb: 120.000")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees("Godkendelse af dagsorden", "Version 2", "0 af 2 har svaret")


async def test_incorporated_remarks_carry_the_approvals_over_until_somebody_objects(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden")
    await nord.clicks(LOCAL, request, "Godkend med bemærkninger", {"Bemærkninger": "Giv punktet mere tid."})
    await approve(nord, request, REGIONAL)
    await nord.says(SECRETARIAT, "punkt 2 40 min")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    carried = await nord.sees("Godkendelse af dagsorden", "Version 2", "Gør indsigelse")
    assert "40 min" in words(carried)
    await nord.clicks(REGIONAL, carried, "Gør indsigelse", {"Bemærkninger": "Det er for længe."})
    await nord.sees("Godkendelse af dagsorden", "har gjort indsigelse")
    await nord.at("2027-03-09T08:00")
    assert in_channel(nord, "Dagsorden til mødet den") == []


async def test_a_change_of_substance_needs_a_new_round(nord: Stage) -> None:
    await _circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await nord.says(SECRETARIAT, "punkt 2 indstilling: Det indstilles, at noget helt andet besluttes.")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees("Godkendelse af dagsorden", "Version 2", "0 af 2 har svaret")


@pytest.mark.both_databases
async def test_an_approved_agenda_does_not_leave_under_another_title(nord: Stage) -> None:
    await _circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await nord.says(SECRETARIAT, "punkt 2 overskrift: Nedlæggelse af Projekt B")
    overview = words(await nord.says(SECRETARIAT, "dagsorden"))
    assert "Indholdet er ændret, så alle spørges igen." in overview
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees("Godkendelse af dagsorden", "Version 2", "0 af 2 har svaret", "Nedlæggelse af Projekt B")
    await nord.at("2027-03-09T08:00")
    assert in_channel(nord, "Dagsorden til mødet den") == []


async def test_a_misspelling_that_is_corrected_is_shown_to_those_who_approved_and_they_may_object(nord: Stage) -> None:
    await propose(nord, fields={"Overskrift": "Fælles model for opfølgende hjemebesøg"})
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await approve(nord, await circulate(nord))
    await nord.says(SECRETARIAT, "punkt 2 overskrift: Fælles model for opfølgende hjemmebesøg")
    overview = words(await nord.says(SECRETARIAT, "dagsorden"))
    assert "Kun rækkefølge, tid eller stavning er rettet" in overview
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    shown = await nord.sees("Godkendelse af dagsorden", "Version 2", "2 af 2 har svaret", "Gør indsigelse")
    assert marked_in(shown.card) == [("hjemebesøg", "gone"), ("hjemmebesøg", "new")]
    await nord.clicks(REGIONAL, shown, "Gør indsigelse", {"Bemærkninger": "Det hedder det ikke."})
    await nord.sees("Godkendelse af dagsorden", "har gjort indsigelse")


async def test_an_older_versions_card_is_refused_with_the_new_one(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden", "Version 1")
    old = request.card
    await nord.says(SECRETARIAT, "punkt 2 beløb: 120.000")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    answer = await nord.teams.visitor.clicks(nord.account(LOCAL), request, "Godkend", card=old)
    said = json.dumps(answer.card, ensure_ascii=False)
    assert "forældet" in said
    assert "Version 2" in said


async def test_an_answer_may_be_changed_until_the_deadline(nord: Stage) -> None:
    await _circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden")
    await approve(nord, request)
    await nord.at("2027-03-05T16:00")
    await nord.says(LOCAL, "godkend med bemærkninger: Husk bilag 2.")
    await nord.sees("Godkendelse af dagsorden", "med bemærkninger")
    await nord.at("2027-03-06T09:00")
    assert "Fristen er udløbet" in words(await nord.says(LOCAL, "send retur: For sent"))


async def test_the_reminder_goes_to_those_who_have_not_answered_and_only_to_them(nord: Stage) -> None:
    await _circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    await nord.at("2027-03-04T08:00")
    reminder = await nord.sees("Du mangler at svare")
    assert "Formand (Region Nordjylland)" in words(reminder)
    assert not any("Du mangler at svare" in words(each) for each in in_chat(nord, LOCAL))
    assert len(in_channel(nord, "Du mangler at svare")) == 1


async def test_silence_is_no_consent_and_the_secretariat_may_send_on_its_own_word(nord: Stage) -> None:
    await _circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    assert "ikke" in words(await nord.says(SECRETARIAT, "send uden godkendelse"))
    await nord.at("2027-03-08T08:00")
    await nord.sees("mangler svar fra", "Formand (Region Nordjylland)")
    await nord.at("2027-03-09T08:00")
    assert in_channel(nord, "Dagsorden til mødet den") == []
    assert "ikke rettigheder" in words(await nord.says(COORDINATOR, "send uden godkendelse"))
    await nord.says(SECRETARIAT, "send uden godkendelse")
    await nord.sees("Dagsorden til mødet den")
    await nord.sees("uden svar fra Formand (Region Nordjylland)")


async def test_who_types_the_choice_to_send_without_answers_is_told_what_comes_of_it(nord: Stage) -> None:
    await _circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    await nord.at("2027-03-08T08:00")
    told = words(await nord.says(SECRETARIAT, "send uden godkendelse"))
    assert "uden svar fra Formand (Region Nordjylland)" in told
    assert "9. marts 2027" in told


async def test_proposals_that_are_not_on_the_agenda_are_listed(nord: Stage) -> None:
    await propose(nord, "formand-laesoe", {"Overskrift": "Lægedækning på Læsø"})
    await nord.says("formand-kommunal", "sæt ikke på 1: Tages i styregruppen")
    await propose(nord, COORDINATOR, {"Overskrift": "Noget andet"})
    await accept(nord, 2)
    await circulate(nord)
    await nord.sees("Godkendelse af dagsorden", "Forslag, der ikke er sat på dagsordenen", "Lægedækning på Læsø")


async def test_text_commands_do_what_the_buttons_do(nord: Stage) -> None:
    await _circulated(nord)
    await nord.says(LOCAL, "godkend")
    await nord.says(REGIONAL, "Godkendd")
    await nord.sees("Godkendelse af dagsorden", "2 af 2 har svaret")


async def test_a_sentence_that_only_looks_like_consent_is_none(nord: Stage) -> None:
    await _circulated(nord)
    for sentence in ("godkend ikke", "godkend måske", "jeg vil ikke godkende", "godkend?"):
        await nord.says(LOCAL, sentence)
    await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
