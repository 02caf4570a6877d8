"""A meeting that a file moves or cancels after people were told of it: they hear once, and nothing old stands open."""

import pytest

from bot.domain.agenda.actions import EditAgenda, EditItem, OpenNewItem
from bot.domain.approval.actions import Circulate, Respond, ShowVersion
from bot.domain.approval.state import Verdict
from bot.domain.proposals.actions import OpenProposalForm, Postpone, Propose
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.kit.buttons import pack
from tests.harness.cases.case import here, of_meeting
from tests.harness.cases.proposals import one
from tests.harness.forging import STRANGER, posted, press, quiet, said
from tests.harness.passing_time import falls_due, moved_to, reapplied
from tests.harness.steps import (
    CHAIRS,
    COORDINATOR,
    SECRETARIAT,
    accept,
    agenda_sent,
    approve,
    circulated,
    in_channel,
    posts,
    propose,
    replies,
    told,
)

LOCAL, REGIONAL = CHAIRS
APPROVING = of_meeting(Respond, version=1, verdict=Verdict.APPROVED)
MARCH = "  - {id: 2027-1, starts: 2027-03-16T16:30, ends: 2027-03-16T19:00, place: Hjørring Rådhus, host: hjoerring}\n"
DROPPED = (MARCH, "")
HOST = ("Hjørring Rådhus, host: hjoerring", "Hjørring Rådhus, host: laesoe")
PLACE = ("place: Hjørring Rådhus", "place: Vrå Kultur- og Idrætshal")
CANCELLED = "Mødet den 16. marts 2027 er aflyst"
NEXT = "Næste møde er tirsdag den 5. oktober 2027 kl. 16.30."


async def test_what_the_secretariat_has_of_a_proposal_names_the_day_that_its_meeting_was_moved_to(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await told(nord, SECRETARIAT, "er behandlet: Optaget på dagsordenen (mødet den 16. marts 2027)")
    await reapplied(nord, moved_to("2027-03-23"))
    await told(nord, SECRETARIAT, "er behandlet: Optaget på dagsordenen (mødet den 23. marts 2027)")


@pytest.mark.both_databases
async def test_a_meeting_moved_after_its_agenda_left_is_told_once_under_its_post(nord: Stage) -> None:
    await agenda_sent(nord)
    await nord.at("2027-03-15T20:00")
    await reapplied(nord, moved_to("2027-03-23"))
    news = await nord.sees("Mødet den 16. marts 2027 er flyttet til den 23. marts 2027.")
    assert "tirsdag den 23. marts 2027 kl. 16.30" in words(news)
    assert "Før: tirsdag den 16. marts 2027 kl. 16.30" in words(news)
    assert "Den dagsorden, der er udsendt, gælder fortsat." in words(news)
    await nord.sees("Dagsorden til mødet den 23. marts 2027")
    (post,) = posts(nord, "Mødet den 23. marts 2027")
    assert news.id in {each.id for each in replies(nord, post)}
    await quiet(nord)
    before = posted(nord)
    await reapplied(nord, moved_to("2027-03-23"))
    await quiet(nord)
    assert posted(nord) == before
    await falls_due(nord, "2027-03-22T08:00", "Påmindelse om møde", "23. marts 2027")


async def test_a_new_place_is_told_and_what_is_approved_stays_approved(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await nord.sees("2 af 2 har svaret")
    await reapplied(nord, PLACE)
    news = words(await nord.sees("Mødet den 16. marts 2027 holdes et andet sted."))
    assert "anden vært" not in news
    assert "Vrå Kultur- og Idrætshal" in news
    assert "Før: Hjørring Rådhus." in news
    assert "Dagsordenen er fortsat godkendt." in news
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den 16. marts 2027", "Vrå Kultur- og Idrætshal")


async def test_another_host_is_told_as_that(nord: Stage) -> None:
    await agenda_sent(nord)
    await reapplied(nord, HOST)
    await nord.sees("Mødet den 16. marts 2027 har fået en anden vært.", "Læsø Kommune")
    await reapplied(nord, ("Hjørring Rådhus, host: hjoerring", "Frederikshavn Rådhus, host: frederikshavn"))
    await nord.sees("Mødet den 16. marts 2027 holdes et andet sted og har fået en anden vært.")


async def test_a_sentence_that_names_the_day_of_a_cancelled_meeting_says_so(nord: Stage) -> None:
    await propose(nord)
    await reapplied(nord, DROPPED)
    for person, sentence in ((SECRETARIAT, "udskyd 1 til 16/3: venter"), (COORDINATOR, "dagsorden 16. marts")):
        assert CANCELLED in words(await nord.says(person, sentence, PERSONAL)), sentence
    late = pack(here(OpenProposalForm, meeting="16. marts 2027"))
    assert CANCELLED in said((await press(nord, COORDINATOR, late)).card)


async def test_what_people_ask_when_a_meeting_moved_is_understood_and_a_day_without_one_says_where_to_look(
    nord: Stage,
) -> None:
    await agenda_sent(nord)
    await reapplied(nord, moved_to("2027-03-23"))
    for question in (
        "hvornår er mødet?",
        "hvornår er næste møde",
        "er mødet aflyst?",
        "er mødet flyttet",
        "hvor er mødet",
    ):
        assert "tirsdag den 23. marts 2027" in words(await nord.says("formand-laesoe", question, PERSONAL)), question
    asked = words(await nord.says("formand-laesoe", "dagsorden 16. marts", PERSONAL))
    assert "har ikke noget møde den 16. marts 2027. Skriv »møder« for at se de kommende møder." in asked


async def test_a_meeting_of_which_nobody_was_told_moves_without_a_word(nord: Stage) -> None:
    applied = await reapplied(nord, moved_to("2027-03-23"))
    await reapplied(nord, DROPPED)
    await quiet(nord)
    assert [each.is_told for each in applied.effects.followed] == [False]
    assert not in_channel(nord, "er flyttet")
    assert not in_channel(nord, "er aflyst")


@pytest.mark.both_databases
async def test_a_meeting_cancelled_after_its_agenda_left_closes_every_card_of_it(nord: Stage) -> None:
    await agenda_sent(nord)
    sent = await nord.sees("Dagsorden til mødet den 16. marts 2027")
    request = await nord.sees("Godkendelse af dagsorden")
    await reapplied(nord, DROPPED)
    await nord.sees(CANCELLED, NEXT, "1 forslag venter på et senere møde.")
    await quiet(nord)
    (post,) = posts(nord, CANCELLED)
    told_of = [each for each in replies(nord, post) if CANCELLED in words(each)]
    assert len([each for each in told_of if "1 forslag venter" in words(each)]) == 1
    assert {sent.id, request.id} <= {each.id for each in told_of}
    for card in (post, *told_of):
        assert "Åbn" not in words(card)
        assert "Se hele" not in words(card)
    for person, action in ((COORDINATOR, of_meeting(ShowVersion, version=1)), (LOCAL, APPROVING)):
        answer = await press(nord, person, pack(action))
        assert f"{CANCELLED}. Næste møde er den 5. oktober 2027 kl. 16.30." in said(answer.card)


@pytest.mark.both_databases
async def test_a_meeting_cancelled_while_its_agenda_is_asked_about_asks_nobody_any_more(nord: Stage) -> None:
    for person in (SECRETARIAT, LOCAL, COORDINATOR):
        await nord.says(person, "hjælp", PERSONAL)
    await circulated(nord)
    await propose(nord, "formand-laesoe", {"Overskrift": "Lægedækning"})
    await reapplied(nord, DROPPED)
    await nord.sees(CANCELLED, NEXT, "2 forslag venter på et senere møde.")
    await told(nord, LOCAL, "er aflyst, så du skal ikke svare på dagsordenen")
    await told(nord, SECRETARIAT, "Mødet er aflyst, så der skal ikke længere svares.")
    outcome = words(await told(nord, COORDINATOR, "er udskudt til mødet den 5. oktober 2027"))
    assert "Begrundelse: Mødet den 16. marts 2027 er aflyst." in outcome
    answer = await press(nord, LOCAL, pack(APPROVING))
    assert CANCELLED in said(answer.card)
    assert "kommende møde" not in said(answer.card)
    for editing in (OpenNewItem, EditAgenda, Circulate):
        assert CANCELLED in said((await press(nord, SECRETARIAT, pack(of_meeting(editing)))).card)
    assert CANCELLED in words(await nord.says(SECRETARIAT, "dagsorden 16. marts 2027"))
    written = of_meeting(EditItem, position=2, item=3, title="Noget, der tog tid at skrive")
    held = await press(nord, SECRETARIAT, pack(written))
    assert CANCELLED in said(held.card)
    late = here(Propose, form="f-sent", title="Nyt", summary="Noget", recommendation="At", meeting="2027-1")
    assert CANCELLED in said((await press(nord, COORDINATOR, pack(late))).card)
    assert CANCELLED in said((await press(nord, SECRETARIAT, pack(one(Postpone, 2, words="x", meeting="2027-1")))).card)
    stranger = said((await press(nord, STRANGER, {"verb": "show-agenda", "meeting": "2027-1"})).card)
    assert "aflyst" not in stranger
    await accept(nord, 1)
    await nord.sees("Mødet den 5. oktober 2027", "Optaget")


async def test_a_meeting_that_is_held_after_all_goes_on_where_it_was(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    await reapplied(nord, DROPPED)
    await nord.sees(CANCELLED, NEXT)
    await reapplied(nord)
    await nord.sees("Mødet den 16. marts 2027 holdes alligevel.")
    await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret")
    assert "Optaget" in words(await nord.says(COORDINATOR, "mine forslag", PERSONAL))
    await approve(nord, await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret"), REGIONAL)
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den 16. marts 2027", "Fælles model for opfølgende hjemmebesøg")


async def test_a_proposal_that_found_another_meeting_stays_there_when_its_own_is_held_after_all(nord: Stage) -> None:
    await circulated(nord)
    await reapplied(nord, DROPPED)
    await nord.sees(CANCELLED)
    await accept(nord, 1)
    await reapplied(nord)
    await nord.sees("Mødet den 16. marts 2027 holdes alligevel.")
    assert "hjemmebesøg" not in words(await nord.says(COORDINATOR, "dagsorden 16. marts 2027"))
    assert "hjemmebesøg" in words(await nord.says(COORDINATOR, "dagsorden 5. oktober 2027"))


async def test_a_meeting_that_was_held_today_is_not_cancelled_by_the_next_file(nord: Stage) -> None:
    await agenda_sent(nord)
    await nord.at("2027-03-16T20:00")
    await quiet(nord)
    before = posted(nord)
    await reapplied(nord, DROPPED)
    await quiet(nord)
    assert posted(nord) == before
