"""What one can ask for at any time: help, meetings, deadlines, the agenda, approvals, own proposals and minutes."""

import pytest

from bot.local.board import words
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from tests.harness.cases import ASKS
from tests.harness.passing_time import reapplied
from tests.harness.steps import COORDINATOR, SECRETARIAT, accept, approve, circulate, propose
from tests.journeys.conftest import OpenStage

LOCAL, MEMBER = "formand-kommunal", "naestformand-frederikshavn"


@pytest.mark.parametrize("where", [CHANNEL.id, PERSONAL], ids=["in the channel", "in a personal chat"])
async def test_every_overview_answers_with_a_card(nord: Stage, where: str) -> None:
    for command, expected in ASKS.items():
        reply = await nord.says(MEMBER, command, where)
        assert reply.card is not None, command
        assert reply.card["speak"], command
        assert expected in words(reply), command


async def test_ascii_english_and_misspellings_are_understood(nord: Stage) -> None:
    meant = {
        "hjaelp": "hjælp",
        "help": "hjælp",
        "HJÆLP!": "hjælp",
        "moeder": "møder",
        "mødre": "møder",
        "meetings": "møder",
        "frist": "frister",
        "fristr": "frister",
        "deadlines": "frister",
        "dagsordn": "dagsorden",
        "agenda": "dagsorden",
        "minutes": "referat",
        "my proposals": "mine forslag",
        "hvad er": None,
    }
    for typed, command in meant.items():
        said = words(await nord.says(MEMBER, typed, PERSONAL))
        assert ("Det forstod jeg ikke" if command is None else ASKS[command]) in said, typed


async def test_a_sentence_around_a_command_is_met_alike_and_an_unknown_one_with_what_one_can_do(nord: Stage) -> None:
    assert ASKS["frister"] in words(await nord.says(MEMBER, "vis mig lige frister tak", PERSONAL))
    reply = await nord.says(MEMBER, "solen skinner på taget", PERSONAL)
    assert "Det forstod jeg ikke" in words(reply)
    assert buttons(reply.card or {})


async def test_help_shows_each_what_is_theirs(nord: Stage) -> None:
    member = words(await nord.says(MEMBER, "hjælp", PERSONAL))
    assert "For godkendere" not in member
    assert "For sekretariatet" not in member
    assert "For godkendere" in words(await nord.says(LOCAL, "hjælp", PERSONAL))
    assert "For sekretariatet" in words(await nord.says(SECRETARIAT, "hjælp", PERSONAL))


async def test_meetings_come_with_place_host_and_who_leads(nord: Stage) -> None:
    said = words(await nord.says(MEMBER, "møder"))
    for part in ("tirsdag den 16. marts 2027", "16.30–19.00", "Hjørring Rådhus", "Formand (Hjørring)"):
        assert part in said
    assert "tirsdag den 5. oktober 2027" in said


async def test_a_meeting_is_coming_until_it_ends(nord: Stage) -> None:
    await nord.at("2027-03-16T18:59")
    assert "16. marts 2027" in words(await nord.says(MEMBER, "møder"))
    await nord.at("2027-03-16T19:00")
    after = words(await nord.says(MEMBER, "møder"))
    assert "16. marts 2027" not in after
    assert "5. oktober 2027" in after


async def test_after_the_last_meeting_there_is_none_to_come(open_stage: OpenStage) -> None:
    async with open_stage("2028-01-10T09:00") as nord:
        for command in ("møder", "frister", "dagsorden"):
            assert "Der er ikke planlagt et kommende møde" in words(await nord.says(MEMBER, command)), command


async def test_deadlines_come_in_their_order_with_where_each_comes_from(nord: Stage) -> None:
    said = words(await nord.says(MEMBER, "frister"))
    days = ["16. februar 2027", "2. marts 2027", "5. marts 2027", "9. marts 2027", "23. marts 2027"]
    places = [said.index(day) for day in days]
    assert places == sorted(places)
    assert "Kommissoriet: »" in said
    assert "Valgt af Fælles sekretariat" in said


async def test_a_moved_deadline_shows_both_days(nord: Stage) -> None:
    await reapplied(nord, ("2027-03-16", "2027-05-13"))
    said = words(await nord.says(MEMBER, "frister"))
    assert "onsdag den 5. maj 2027 (fristen er flyttet fra torsdag den 6. maj 2027" in said


async def test_the_minutes_that_are_owed_stay_among_the_deadlines_until_they_are_sent(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-09T08:00")
    await nord.at("2027-03-24T09:00")
    owed = "Referatet fra mødet den 16. marts 2027 er ikke sendt"
    said = words(await nord.says(MEMBER, "frister"))
    assert owed in said
    assert "i går" in said
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    assert owed not in words(await nord.says(MEMBER, "frister"))


async def test_approvals_show_what_awaits_ones_answer(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    request = await circulate(nord)
    asked = words(await nord.says(LOCAL, "godkendelser", PERSONAL))
    assert "0 af 2 har svaret" in asked
    assert "ikke noget, der afventer dit svar" in words(await nord.says(MEMBER, "godkendelser"))
    await approve(nord, request, LOCAL)
    assert "ikke noget, der afventer dit svar" in words(await nord.says(LOCAL, "godkendelser", PERSONAL))
    assert "1 af 2 har svaret" in words(await nord.says("formand-regional", "godkendelser"))


async def test_own_proposals_are_ones_own_with_what_became_of_them(nord: Stage) -> None:
    await propose(nord, COORDINATOR, {"Overskrift": "Mit forslag"})
    await propose(nord, "formand-laesoe", {"Overskrift": "Læsøs forslag"})
    await accept(nord, 1)
    said = words(await nord.says(COORDINATOR, "mine forslag"))
    assert "Mit forslag" in said
    assert "Optaget på udkastet til mødet den 16. marts 2027 som punkt 2" in said
    assert "Læsøs forslag" not in said


async def test_the_bare_mention_is_answered_with_help(nord: Stage) -> None:
    assert "Det kan jeg hjælpe med" in words(await nord.says(MEMBER, ""))
