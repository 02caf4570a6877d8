"""A yes, a no or a number answers what was offered last: once, within the hour, and by whom it was offered."""

import pytest

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.usecases.erasing import erase_texts
from cards.html.walk import buttons
from cards.kit.words import say
from storage import audit
from tests.harness.forging import NORD, is_refused, said
from tests.harness.offers import CHAIR, OTHER, SENTENCE, is_kind_no, offer, offered, talk, verdicts
from tests.harness.steps import CHAIRS, SECRETARIAT, accept, approve, circulate, circulated, propose
from tests.journeys.conftest import OpenStage

WITH_REMARKS = [(CHAIR, "approved_with_remarks", SENTENCE)]
RETURNED = [(CHAIR, "returned", SENTENCE)]


@pytest.mark.both_databases
async def test_a_yes_takes_the_first_offer_and_a_second_yes_takes_nothing(nord: Stage) -> None:
    card = await offered(nord)
    assert [each.action["data"]["verdict"] for each in buttons(card.card or {})] == [
        "approved_with_remarks",
        "returned",
    ]
    done = words(await nord.says(CHAIR, "ja", PERSONAL))
    assert "Det forstod jeg ikke" not in done
    assert await verdicts(nord) == WITH_REMARKS
    assert is_kind_no(await nord.says(CHAIR, "ja", PERSONAL))
    assert await verdicts(nord) == WITH_REMARKS


@pytest.mark.parametrize("yes", ["Ja!", "ok", "Ja tak.", "👍", "👍🏽", "👍🏻👍🏻", "nummer et"])
async def test_a_thumb_is_a_yes(nord: Stage, yes: str) -> None:
    await offered(nord)
    await nord.says(CHAIR, yes, PERSONAL)
    assert await verdicts(nord) == WITH_REMARKS


@pytest.mark.parametrize("second", ["2", "nr. 2", "nummer to", "Den anden"])
async def test_a_number_takes_the_offer_in_that_place(nord: Stage, second: str) -> None:
    await offered(nord)
    await nord.says(CHAIR, second, PERSONAL)
    assert await verdicts(nord) == RETURNED


@pytest.mark.both_databases
async def test_a_no_leaves_what_was_offered(nord: Stage) -> None:
    await offered(nord)
    left = words(await nord.says(CHAIR, "nej tak", PERSONAL))
    assert "Det forstod jeg ikke" not in left
    assert is_kind_no(await nord.says(CHAIR, "ja", PERSONAL))
    assert await verdicts(nord) == []


async def test_a_yes_with_more_words_is_no_answer(nord: Stage) -> None:
    await offered(nord)
    await nord.says(CHAIR, "ja, men flyt punkt 4 op", PERSONAL)
    assert await verdicts(nord) == []


@pytest.mark.parametrize("other", ["4", "fnugger blip blop", "godkendelser", "ja " * 30, "0101901234"])
async def test_an_offer_holds_for_the_next_message_alone_whatever_that_is(nord: Stage, other: str) -> None:
    await offered(nord)
    await nord.says(CHAIR, other, PERSONAL)
    assert (kept := await talk(nord)) is not None
    assert kept.offered == ()
    assert is_kind_no(await nord.says(CHAIR, "ja", PERSONAL))
    assert await verdicts(nord) == []


async def test_an_offer_holds_for_an_hour(nord: Stage) -> None:
    await offered(nord)
    await nord.at("2027-03-02T09:59")
    assert (kept := await talk(nord)) is not None
    assert len(kept.offered) == 2
    await nord.at("2027-03-02T10:00")
    assert is_kind_no(await nord.says(CHAIR, "ja", PERSONAL))
    assert await verdicts(nord) == []


@pytest.mark.both_databases
async def test_in_the_channel_each_answers_their_own_offer(nord: Stage) -> None:
    await circulated(nord)
    await offer(nord, nord.channel.id)
    assert is_kind_no(await nord.says(OTHER, "ja"))
    assert is_kind_no(await nord.says(SECRETARIAT, "👍"))
    assert await verdicts(nord) == []
    await nord.says(CHAIR, "ja")
    assert await verdicts(nord) == WITH_REMARKS


async def test_an_offer_in_the_channel_is_none_in_the_chat(nord: Stage) -> None:
    await circulated(nord)
    await offer(nord, nord.channel.id)
    assert is_kind_no(await nord.says(CHAIR, "ja", PERSONAL))
    assert await verdicts(nord) == []


async def test_whoever_clicks_an_offer_made_to_somebody_else_answers_for_themselves(nord: Stage) -> None:
    await circulated(nord)
    card = await offer(nord, nord.channel.id)
    first = next(iter(buttons(card.card or {}))).title
    refused = await nord.clicks(SECRETARIAT, card, first)
    assert "formand" in said(refused.card).casefold()
    assert await verdicts(nord) == []
    await nord.clicks(OTHER, card, first)
    assert await verdicts(nord) == [(OTHER, "approved_with_remarks", SENTENCE)]


@pytest.mark.both_databases
async def test_an_offer_outlives_the_service(open_stage: OpenStage) -> None:
    async with open_stage() as nord:
        await offered(nord)
    async with open_stage("2027-03-02T09:30", tied=False) as nord:
        await nord.says(CHAIR, "ja", PERSONAL)
        assert await verdicts(nord) == WITH_REMARKS


@pytest.mark.both_databases
async def test_an_agenda_that_has_changed_meanwhile_is_refused_with_the_fresh_card(nord: Stage) -> None:
    await offered(nord)
    await propose(nord, fields={"Overskrift": "Et punkt mere"})
    await accept(nord, 2)
    await circulate(nord)
    reply = await nord.says(CHAIR, "ja", PERSONAL)
    assert is_refused(reply.card)
    assert "Et punkt mere" in words(reply)
    assert await verdicts(nord) == []


@pytest.mark.both_databases
async def test_a_repeated_yes_is_answered_alike_and_never_takes_the_next_offer(nord: Stage) -> None:
    await offered(nord)
    once = words(await nord.says(CHAIR, "ja", PERSONAL, activity="ja-1"))
    await nord.at("2027-03-02T09:05")
    await offer(nord)
    await nord.says(CHAIR, "ja", PERSONAL, activity="ja-1")
    answers = [words(each) for each in _answers_to(nord, "ja-1")]
    assert answers == [once, once]
    assert await verdicts(nord) == WITH_REMARKS


async def test_a_repeated_sentence_does_not_offer_again_what_was_taken(nord: Stage) -> None:
    await circulated(nord)
    await offer(nord, activity="ikke-1")
    await nord.at("2027-03-02T09:05")
    await nord.says(CHAIR, "ja", PERSONAL)
    await offer(nord, activity="ikke-1")
    assert is_kind_no(await nord.says(CHAIR, "ja", PERSONAL))
    assert await verdicts(nord) == WITH_REMARKS


async def test_what_was_clicked_is_not_agreed_to_again(nord: Stage) -> None:
    card = await offered(nord)
    await nord.at("2027-03-02T09:05")
    await nord.clicks(CHAIR, card, next(iter(buttons(card.card or {}))).title)
    assert is_kind_no(await nord.says(CHAIR, "ja", PERSONAL))
    assert await verdicts(nord) == WITH_REMARKS


async def test_the_click_on_an_answer_writes_nothing_of_what_was_said(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    for chair in CHAIRS:
        assert await talk(nord, chair, nord.channel.id) is None


async def test_what_a_click_shows_is_spoken_of(nord: Stage) -> None:
    card = await nord.says(CHAIR, "hjælp", PERSONAL)
    await nord.clicks(CHAIR, card, say("cmd.btn.agenda"))
    kept = await talk(nord)
    assert kept is not None
    assert kept.shown is not None
    assert (kept.forum, kept.shown["verb"], kept.offered) == (NORD, "ShowAgenda", ())


@pytest.mark.parametrize("word", ["ja", "nej", "ok", "2", "👍", "den anden"])
async def test_a_word_that_answers_nothing_is_met_with_what_one_can_do(nord: Stage, word: str) -> None:
    reply = await nord.says(CHAIR, word, PERSONAL)
    assert is_kind_no(reply)


async def test_what_is_erased_from_the_log_is_not_offered_any_more(nord: Stage) -> None:
    await offered(nord)
    async with nord.service.database.reading() as conn:
        entry = [each async for each in audit.entries(conn, NORD) if each.texts][-1]
    await erase_texts(nord.service.database, nord.clock.now(), NORD, entry.seq, by="drift", ground="Bedt om det")
    assert await talk(nord) is None


def _answers_to(nord: Stage, activity: str) -> list[Message]:
    return [each for each in nord.teams.board.messages() if each.activity.get("replyToId") == activity]
