"""Somebody is away: whoever stands in answers in their place, and one seat counts once, whichever of the two did."""

import pytest

from bot.domain.kernel.notice import NoticeState
from bot.domain.meetings.notices import MeetingNotice
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from cards.kit.words import say
from storage import audit
from storage.outbox import notices
from storage.outbox.standing import of_meeting
from tests.harness.forging import quiet, said
from tests.harness.minute_steps import held
from tests.harness.passing_time import chose, reapplied
from tests.harness.steps import (
    CHAIRS,
    SECRETARIAT,
    VISITS,
    accept,
    approve,
    circulate,
    circulated,
    in_chat,
    propose,
    told,
)
from tests.journeys.conftest import OpenStage

LOCAL, REGIONAL = CHAIRS
DEPUTY = "naestformand-hjoerring"
DEPUTY_NAME = "Næstformand, socialudvalget (Hjørring)"
IN_PLACE = f"{DEPUTY_NAME} som stedfortræder for Formand (Hjørring)"
LAESOE = "formand-laesoe"
REQUEST = "Godkendelse af dagsorden"
NOTED = "Dit afbud til mødet den 16. marts 2027 er noteret."
MARCH = "  - {id: 2027-1, starts: 2027-03-16T16:30, ends: 2027-03-16T19:00, place: Hjørring Rådhus, host: hjoerring}\n"
HOST_LEADS = chose("approvers", "chairmanship", "meeting_leader")


async def greeted(nord: Stage, *people: str) -> None:
    """They have written to the bot, which can write to them."""
    for person in people:
        await nord.says(person, "hjælp", PERSONAL)


async def reminded(nord: Stage) -> set[str | None]:
    """To whom a reminder of a missing answer is planned."""
    async with nord.service.database.reading() as conn:
        planned = await notices.planned(conn, "politisk-klynge-nord")
        return {each.recipient for each in planned if each.kind == "approval_missing"}


@pytest.mark.both_databases
async def test_a_substitute_answers_for_a_chair_who_is_away_and_is_recorded_as_such(nord: Stage) -> None:
    await greeted(nord, SECRETARIAT, LOCAL, DEPUTY)
    await circulated(nord)
    assert await reminded(nord) == set(CHAIRS)
    form = await nord.says(LOCAL, "meld afbud", PERSONAL)
    noted = said((await nord.clicks(LOCAL, form, "Meld afbud")).card)
    assert NOTED in noted
    assert f"{DEPUTY_NAME} er meldt som suppleant." in noted
    asked = await told(nord, DEPUTY, "Du skal nu godkende dagsordenen", "som stedfortræder for Formand (Hjørring)")
    await told(nord, DEPUTY, "Formand (Hjørring) har meldt afbud til mødet den 16. marts 2027, og du er meldt")
    await told(nord, SECRETARIAT, "Formand (Hjørring) har meldt afbud til mødet den 16. marts 2027.", DEPUTY_NAME)
    assert await reminded(nord) == {REGIONAL, DEPUTY}
    answer = said((await nord.clicks(DEPUTY, asked, "Godkend")).card)
    assert "Svaret afgives som stedfortræder for Formand (Hjørring)." in answer
    await nord.sees(REQUEST, "1 af 2 har svaret", f"{IN_PLACE}: godkendt den")
    assert await reminded(nord) == {REGIONAL}
    async with nord.service.database.reading() as conn:
        given = [each async for each in audit.entries(conn, "politisk-klynge-nord") if each.what == "agenda.answered"]
    assert [(each.actor, each.facts["seat"]) for each in given] == [(DEPUTY, LOCAL)]
    await approve(nord, await nord.sees(REQUEST), REGIONAL)
    await nord.sees(REQUEST, "2 af 2 har svaret", "er godkendt")


async def test_the_first_answer_counts_and_either_of_the_two_may_change_it(nord: Stage) -> None:
    await circulated(nord)
    await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
    await nord.says(LOCAL, "godkend")
    await nord.sees(REQUEST, "1 af 2 har svaret", "Formand (Hjørring): godkendt den")
    await nord.says(DEPUTY, "godkend")
    await nord.sees(REQUEST, "1 af 2 har svaret", "Formand (Hjørring): godkendt den")
    await nord.says(DEPUTY, "godkend med bemærkninger: Husk tiden.")
    await nord.sees(REQUEST, "1 af 2 har svaret", f"{IN_PLACE}: godkendt med bemærkninger")
    await nord.says(LOCAL, "fortryd svar")
    await nord.sees(REQUEST, "0 af 2 har svaret")
    assert "Kun" in words(await nord.says(LAESOE, "godkend"))


async def test_an_absence_that_is_taken_back_hands_the_answers_back(nord: Stage) -> None:
    await greeted(nord, LOCAL, DEPUTY)
    await circulated(nord)
    await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
    await told(nord, DEPUTY, "Du skal nu godkende")
    taken = words(await nord.says(LOCAL, "fortryd afbud"))
    assert "Afbuddet til mødet den 16. marts 2027 er taget tilbage." in taken
    await told(nord, DEPUTY, "Du skal ikke længere svare på dagsordenen")
    await told(nord, DEPUTY, "Du er ikke længere suppleant.")
    assert await reminded(nord) == set(CHAIRS)
    assert "Kun" in words(await nord.says(DEPUTY, "godkend"))
    assert "Ingen afbud" in words(await nord.says(LAESOE, "hvem kommer"))
    await nord.says(LOCAL, "godkend")
    await nord.sees(REQUEST, "1 af 2 har svaret", "Formand (Hjørring): godkendt")


@pytest.mark.both_databases
async def test_who_stands_in_hears_once_how_it_stands_where_the_channel_was_silent_meanwhile(
    open_stage: OpenStage,
) -> None:
    async with open_stage(tied=False) as nord:
        for minute, said in enumerate(
            ("jeg kommer ikke den 16. marts", "fortryd afbud", "jeg kommer ikke den 16. marts")
        ):
            await nord.at(f"2027-01-11T10:{minute:02}")
            await nord.says(LOCAL, said, PERSONAL)
        await nord.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
        await nord.teams.board.wait_for(lambda each: "du er meldt som suppleant" in words(each))
        await nord.service.delivery.deliver_due()
        async with nord.service.database.reading() as conn:
            every = await of_meeting(conn, "politisk-klynge-nord", "2027-1", (MeetingNotice.STANDING_IN,))
    own = [each for each in every if each.recipient == DEPUTY]
    assert [each.state for each in own] == [NoticeState.SUPERSEDED, NoticeState.SUPERSEDED, NoticeState.SENT]
    assert {each.reason for each in own[:-1]} == {say("stale.later_reminder")}


async def test_a_period_that_begins_while_a_round_is_open_hands_over_at_once(nord: Stage) -> None:
    await greeted(nord, DEPUTY)
    await circulated(nord)
    noted = words(await nord.says(LOCAL, "fravær 3/3-9/3"))
    assert "Dit fravær fra den 3. marts 2027 til og med den 9. marts 2027 er noteret." in noted
    assert "Der er endnu ikke planlagt møder i de dage." in noted
    assert await reminded(nord) == set(CHAIRS)
    await nord.at("2027-03-03T08:00")
    await told(nord, DEPUTY, "Du skal nu godkende dagsordenen", "som stedfortræder for Formand (Hjørring)")
    assert await reminded(nord) == {REGIONAL, DEPUTY}


async def test_a_substitute_who_is_away_too_gives_place_to_the_next_and_a_chain_ends(nord: Stage) -> None:
    await circulated(nord)
    noted = words(await nord.says(DEPUTY, "meld afbud: Formand (Hjørring) kommer i stedet"))
    assert "Formand (Hjørring) er meldt som suppleant." in noted
    noted = words(await nord.says(LOCAL, "jeg kommer ikke den 16. marts"))
    assert "Der er ingen suppleant til mødet den 16. marts 2027." in noted
    assert await reminded(nord) == set(CHAIRS)
    await nord.says(DEPUTY, "meld afbud: Udvalgsformand (Læsø) kommer i stedet")
    await nord.sees(REQUEST, "Udvalgsformand (Læsø)", "som stedfortræder for Formand (Hjørring)")
    assert await reminded(nord) == {REGIONAL, LAESOE}


async def test_a_chair_who_stands_in_for_the_other_answers_for_both_in_one_click(nord: Stage) -> None:
    await circulated(nord)
    await nord.says(LOCAL, "meld afbud 16. marts: Formand (Region Nordjylland) kommer i stedet")
    request = await nord.sees(REQUEST, "0 af 2 har svaret", "som stedfortræder for Formand (Hjørring)")
    answer = said((await nord.clicks(REGIONAL, request, "Godkend")).card)
    assert "Svaret gælder både for dig selv og som stedfortræder for Formand (Hjørring)." in answer
    await nord.sees(REQUEST, "2 af 2 har svaret", "er godkendt")


async def test_the_substitute_of_the_hosts_leader_approves_where_the_meeting_leader_does(nord: Stage) -> None:
    await reapplied(nord, HOST_LEADS)
    await propose(nord)
    await accept(nord, 1)
    await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
    await circulate(nord)
    await nord.says(DEPUTY, "godkend")
    await nord.sees(REQUEST, "1 af 1 har svaret", f"{IN_PLACE}: godkendt")


async def test_the_secretariat_hears_once_and_says_so_for_others(nord: Stage) -> None:
    await greeted(nord, SECRETARIAT, LAESOE)
    await propose(nord)
    form = await nord.says(SECRETARIAT, "meld afbud for Udvalgsformand (Læsø)", PERSONAL)
    noted = said((await nord.clicks(SECRETARIAT, form, "Meld afbud")).card)
    assert "Afbuddet for Udvalgsformand (Læsø) til mødet den 16. marts 2027 er noteret." in noted
    await told(nord, LAESOE, "Der er meldt afbud for dig til mødet den 16. marts 2027.")
    await nord.sees("Mødet den 16. marts 2027", "Afbud", "Udvalgsformand (Læsø)")
    assert "allerede noteret" in words(await nord.says(LAESOE, "jeg kommer ikke"))
    await nord.says("formand-broenderslev", "jeg kommer ikke")
    await quiet(nord)
    heard = [words(each) for each in in_chat(nord, SECRETARIAT) if "har meldt afbud" in words(each)]
    assert len(heard) == 1
    assert "Udvalgsformand (Brønderslev) har meldt afbud" in heard[0]


@pytest.mark.parametrize(
    ("person", "sentence", "answer"),
    [
        (LAESOE, "meld afbud: Udvalgsformand (Læsø) kommer i stedet", "Man kan ikke være sin egen suppleant"),
        (LAESOE, "meld afbud: Marsmanden kommer i stedet", "Marsmanden"),
        (LAESOE, "meld afbud for Udvalgsformand (Brønderslev)", "Du har ikke rettigheder"),
        (LAESOE, "jeg kommer ikke den 1. februar", "har ikke noget møde den 1. februar"),
        (LAESOE, "fravær 9. marts 2026 - 10. marts 2026", "Perioden sluttede den 10. marts 2026"),
        (LAESOE, "fravær hele sommeren", "Skriv perioden med to dage"),
        (LAESOE, "fortryd afbud", "Der er ikke meldt afbud"),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_is_noted(
    nord: Stage, person: str, sentence: str, answer: str
) -> None:
    assert answer in words(await nord.says(person, sentence))
    assert "Ingen afbud" in words(await nord.says(person, "hvem kommer"))


async def test_an_absence_from_a_cancelled_meeting_says_that_it_is_cancelled(nord: Stage) -> None:
    form = await nord.says(LAESOE, "meld afbud", PERSONAL)
    await reapplied(nord, (MARCH, ""))
    assert "Mødet den 16. marts 2027 er aflyst." in words(await nord.says(LAESOE, "jeg kommer ikke den 16. marts"))
    assert "er aflyst" in said((await nord.clicks(LAESOE, form, "Meld afbud")).card)


async def test_a_reminder_that_stands_already_says_who_answers_instead(nord: Stage) -> None:
    await greeted(nord, LOCAL)
    await circulated(nord)
    await nord.at("2027-03-04T08:00")
    await told(nord, LOCAL, "Du mangler at svare på godkendelsen")
    await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
    became = f"{DEPUTY_NAME} svarer på dagsordenen til mødet den 16. marts 2027 som stedfortræder for dig"
    await told(nord, LOCAL, became)
    await nord.says(DEPUTY, "godkend")
    await told(nord, LOCAL, became)


async def test_whoever_stands_in_for_a_chair_reads_closed_items_and_leads(nord: Stage) -> None:
    secret: dict[str, Value] = {"Overskrift": "Lukket sag", "Resumé": "Hemmeligt", "Punktet bør være lukket": True}
    form = await nord.says(SECRETARIAT, "foreslå", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Send forslag", VISITS | secret)
    await accept(nord, 1)
    await circulate(nord)
    assert "Hemmeligt" not in words(await nord.says(DEPUTY, "dagsorden version 1", PERSONAL))
    await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
    assert "Hemmeligt" in words(await nord.says(DEPUTY, "dagsorden version 1", PERSONAL))
    assert IN_PLACE in words(await nord.says(LAESOE, "møder"))


async def test_an_absence_from_a_meeting_that_has_begun_is_for_the_minutes(nord: Stage) -> None:
    form = await nord.says(LAESOE, "meld afbud", PERSONAL)
    await nord.at("2027-03-16T17:00")
    refused = said((await nord.clicks(LAESOE, form, "Meld afbud")).card)
    assert "Mødet den 16. marts 2027 er begyndt. Hvem der var til stede, noteres i referatet." in refused


async def test_the_absent_are_not_ticked_in_the_minutes_and_their_substitutes_are_offered(nord: Stage) -> None:
    await nord.says(LOCAL, "jeg kommer ikke den 16. marts")
    await held(nord)
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    form = said((await nord.clicks(SECRETARIAT, writing, "Hvem var til stede?")).card)
    assert "Formand (Hjørring) (meldt afbud)" in form
    assert IN_PLACE in form
    noted = said((await nord.clicks(SECRETARIAT, writing, "Alle var til stede")).card)
    assert "Til stede: 14 · Fraværende: 1" in noted
    minutes = words(await nord.says(SECRETARIAT, "se referatet før udsendelse", PERSONAL))
    assert "Fraværende: Formand (Hjørring)" in minutes
    assert IN_PLACE in minutes


@pytest.mark.both_databases
async def test_a_seat_that_changes_hands_keeps_the_answer_until_its_next_holder_gives_one(nord: Stage) -> None:
    await greeted(nord, LAESOE)
    await circulated(nord)
    await nord.says(REGIONAL, "godkend")
    await reapplied(nord, ("[formand-kommunal, formand-regional]", f"[formand-kommunal, {LAESOE}]"))
    await told(nord, LAESOE, "Du har overtaget en plads, der er svaret for")
    await nord.sees(REQUEST, "1 af 2 har svaret", "Formand (Region Nordjylland): godkendt")
    await nord.says(LAESOE, "godkend med bemærkninger: Enig.")
    await nord.sees(REQUEST, "1 af 2 har svaret", "Udvalgsformand (Læsø): godkendt med bemærkninger")
    await nord.says(LOCAL, "godkend")
    await nord.sees(REQUEST, "2 af 2 har svaret", "er godkendt")
