"""From a word in the chat to a card in the channel, and what the secretariat makes of it."""

import asyncio
import json

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from cards.html.render import render
from cards.html.walk import buttons
from tests.harness.steps import COORDINATOR, POST, SECRETARIAT, VISITS, accept, in_channel, posts, propose, told
from tests.journeys.conftest import OpenStage


async def test_a_proposal_is_shown_on_its_meetings_post_to_be_read_and_treated(nord: Stage) -> None:
    card = await propose(nord)
    assert card.card is not None
    shown = [button.title for button in buttons(card.card)]
    assert shown == [
        "Læs hele forslaget",
        "Behandl forslag",
        "Åbn dagsordenen",
        "Foreslå et punkt",
        "Meld afbud",
        "Føj til kalender",
    ]


async def test_the_proposer_gets_the_number(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå Bedre udskrivning", PERSONAL)
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", {name: VISITS[name] for name in list(VISITS)[1:]})
    assert "»Bedre udskrivning« er modtaget som nr. 1" in json.dumps(answer.card, ensure_ascii=False)


@pytest.mark.both_databases
async def test_sending_the_same_form_twice_stores_one_proposal(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    shown = form.card
    both = [
        nord.teams.visitor.clicks(nord.account(COORDINATOR), form, "Send forslag", VISITS, card=shown) for _ in range(2)
    ]
    answers = await asyncio.gather(*both)
    assert all("nr. 1" in json.dumps(answer.card) for answer in answers)
    assert "nr. 2" not in words(await nord.says(COORDINATOR, "mine forslag"))


async def test_a_repeated_activity_gets_the_same_answer(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    shown = form.card
    person = nord.account(COORDINATOR)
    first = await nord.teams.visitor.clicks(person, form, "Send forslag", VISITS, card=shown, activity="f:1")
    again = await nord.teams.visitor.clicks(person, form, "Send forslag", VISITS, card=shown, activity="f:1")
    assert again.card == first.card


async def test_what_is_missing_is_named_and_nothing_typed_is_lost(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", {"Overskrift": "Kun en overskrift"})
    said = json.dumps(answer.card, ensure_ascii=False)
    assert "Udfyld feltet »Resumé«" in said
    assert "Kun en overskrift" in said
    assert posts(nord, POST) == []


async def test_a_cpr_number_is_caught_before_it_is_stored_or_posted(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    typed = VISITS | {"Økonomi": "Vedrører 010190-1234."}
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", typed)
    assert "CPR-nummer" in json.dumps(answer.card, ensure_ascii=False)
    assert in_channel(nord, "010190") == []
    assert posts(nord, POST) == []


async def test_a_closed_proposal_shows_a_neutral_title_and_nothing_else(nord: Stage) -> None:
    secret: dict[str, Value] = {
        "Overskrift": "Hemmelig titel",
        "Resumé": "Hemmeligt resumé",
        "Forslag til indstilling": "Hemmeligt",
    }
    await propose(nord, COORDINATOR, secret | {"Punktet bør være lukket": True})
    await accept(nord, 1)
    await nord.says(SECRETARIAT, "dagsorden")
    await nord.says(COORDINATOR, "mine forslag")
    shown = json.dumps([each.activity for each in in_channel(nord)], ensure_ascii=False)
    assert "Lukket punkt" in shown
    assert "emmelig" not in shown


async def test_everybody_reads_all_of_a_proposal_from_the_post(nord: Stage) -> None:
    card = await propose(nord, fields={"Sagsfremstilling": "Hele sagen. " * 200})
    read = await nord.clicks("naestformand-frederikshavn", card, "Læs hele forslaget")
    said = json.dumps(read.card, ensure_ascii=False)
    assert "Hele sagen. " * 199 in said
    assert "Det indstilles, at modellen afprøves." in said
    await accept(nord, 1)
    post = await nord.sees(POST, "Optaget på dagsordenen")
    again = await nord.clicks("naestformand-frederikshavn", post, "Se forslaget")
    assert "Det indstilles, at modellen afprøves." in json.dumps(again.card, ensure_ascii=False)


async def test_the_secretariat_sees_what_it_may_do_and_a_bystander_may_read(nord: Stage) -> None:
    card = await propose(nord)
    answer = await nord.clicks(SECRETARIAT, card, "Behandl forslag")
    assert answer.card is not None
    titles = [button.title for button in buttons(answer.card)]
    for title in ("Optag på dagsordenen", "Bed om uddybning", "Udskyd til et senere møde", "Sæt ikke på dagsordenen"):
        assert title in titles
    read = await nord.clicks("naestformand-frederikshavn", card, "Behandl forslag")
    assert read.card is not None
    assert list(buttons(read.card)) == []
    assert "Det indstilles, at modellen afprøves." in json.dumps(read.card, ensure_ascii=False)


async def test_accepting_updates_the_same_card_and_tells_the_proposer(nord: Stage) -> None:
    card = await propose(nord)
    await nord.clicks(SECRETARIAT, card, "Behandl forslag")
    await nord.clicks(SECRETARIAT, card, "Optag på dagsordenen")
    await nord.sees(POST, "Optaget på dagsordenen")
    assert len(posts(nord, POST)) == 1
    await told(nord, COORDINATOR, "er optaget som punkt 2")


async def test_a_coordinator_of_another_tenant_is_told_in_the_channel(nord: Stage) -> None:
    await propose(nord, "koordinator-region")
    await accept(nord, 1)
    await nord.sees("er optaget som punkt 2", "<at>Klyngekoordinator (Region Nordjylland)</at>")


async def test_a_politicians_right_is_not_the_secretariats_to_decline(nord: Stage) -> None:
    card = await propose(nord, "formand-laesoe")
    answer = await nord.clicks(SECRETARIAT, card, "Behandl forslag")
    assert answer.card is not None
    assert "Sæt ikke på dagsordenen" not in [button.title for button in buttons(answer.card)]
    await nord.says(SECRETARIAT, "sæt ikke på 1: Ikke relevant")
    assert "Ikke sat på dagsordenen" not in words(posts(nord, POST)[0])
    await nord.says("formand-kommunal", "sæt ikke på 1: Hører til i styregruppen")
    await nord.sees(POST, "Ikke sat på dagsordenen")


async def test_declining_needs_a_reason(nord: Stage) -> None:
    card = await propose(nord)
    await nord.clicks(SECRETARIAT, card, "Behandl forslag")
    answer = await nord.clicks(SECRETARIAT, card, "Sæt ikke på dagsordenen")
    assert "Skriv en bemærkning" in json.dumps(answer.card, ensure_ascii=False)


async def test_a_question_is_answered_and_the_proposal_awaits_again(nord: Stage) -> None:
    await propose(nord)
    await nord.says(SECRETARIAT, "bed om uddybning 1: Hvem betaler?")
    await nord.sees(POST, "Afventer uddybning")
    await told(nord, COORDINATOR, "Hvem betaler?")
    await nord.says(COORDINATOR, "uddyb 1: Kommunerne i fællesskab.")
    shown = await nord.sees(POST, "Nyt forslag", str(VISITS["Overskrift"]))
    card = await told(nord, SECRETARIAT, "Nyt forslag", "Modtaget")
    for each in (shown, card):
        assert "Kommunerne i fællesskab." not in words(each)
    heard = await told(nord, SECRETARIAT, "har uddybet forslag nr. 1", "Kommunerne i fællesskab.")
    assert "Kommunerne i fællesskab." in words(await nord.says(COORDINATOR, "forslag 1", PERSONAL))
    assert "Behandl forslag" in words(heard)


async def test_withdrawing_takes_it_off_the_draft(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.says(COORDINATOR, "træk 1 tilbage")
    await nord.sees(POST, "Trukket tilbage")
    assert str(VISITS["Overskrift"]) not in words(await nord.says(SECRETARIAT, "dagsorden"))


async def test_an_old_card_is_refused_with_the_fresh_one(nord: Stage) -> None:
    card = await propose(nord)
    first = await nord.clicks(SECRETARIAT, card, "Behandl forslag")
    await nord.says("sekretariat-region", "udskyd 1: Mødet er fuldt")
    person = nord.account(SECRETARIAT)
    answer = await nord.teams.visitor.clicks(person, card, "Optag på dagsordenen", card=first.card)
    said = json.dumps(answer.card, ensure_ascii=False)
    assert "forældet" in said
    assert "Udskudt" in said


async def test_what_comes_after_the_deadline_is_kept_and_marked(open_stage: OpenStage) -> None:
    async with open_stage("2027-02-18T10:00") as nord:
        await propose(nord)
        await nord.sees("Nyt forslag", "Modtaget efter fristen")


async def test_markup_in_a_title_stays_text(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    title = "<b>Fed</b> [link](https://example.org) *stjerne*"
    await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | {"Overskrift": title})
    card = await nord.sees("Nyt forslag til dagsordenen")
    page = render(card.card or {}, action_url="/", hidden={})
    assert "&lt;b&gt;Fed&lt;/b&gt; [link](https://example.org) *stjerne*" in page


async def test_a_long_title_is_refused_and_kept(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | {"Overskrift": "x" * 10_000})
    assert "for lang" in json.dumps(answer.card, ensure_ascii=False)
