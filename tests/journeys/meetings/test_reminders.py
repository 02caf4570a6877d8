"""Each reminder at 8.00 on its day, once, and never on a closed day or outside 8-17."""

import pytest

from bot.domain.kernel.notice import NoticeState
from bot.local.board import words
from bot.local.demo.stage import Stage
from storage.outbox import notices
from tests.harness.passing_time import comes_in_chat, falls_due, moved_to, reapplied, stands_on_post, stays_silent
from tests.harness.steps import (
    CHAIRS,
    SECRETARIAT,
    accept,
    agenda_sent,
    approve,
    circulate,
    circulated,
    cleared,
    in_channel,
    in_chat,
    propose,
    told,
    until_unsaid,
)
from tests.journeys.conftest import OpenStage

LOCAL, REGIONAL = CHAIRS
MISSING = "Du mangler at svare"
UNSENT = "Dagsordenen er ikke udsendt"


async def test_the_proposal_deadline_is_told_at_eight_a_week_before_and_once(nord: Stage) -> None:
    await propose(nord)
    card = await stands_on_post(nord, "2027-02-09T08:00", "Frist for forslag", "er tirsdag den 16. februar 2027.")
    assert "Foreslå et punkt" in words(card)
    await stays_silent(nord, "2027-02-09T12:00", "2027-02-10T08:00", "2027-02-16T08:00", "2027-02-17T08:00")
    await accept(nord, 1)
    await until_unsaid(nord, "Mødet den 16. marts 2027", "Frist for forslag")


async def test_the_meeting_is_told_the_working_day_before(nord: Stage) -> None:
    await agenda_sent(nord)
    await stays_silent(nord, "2027-03-12T12:00", "2027-03-13T12:00", "2027-03-14T12:00")
    card = await falls_due(nord, "2027-03-15T08:00", "Påmindelse om møde", "16. marts 2027", "Hjørring Rådhus")
    assert "Fælles model for opfølgende hjemmebesøg" in words(card)
    await stays_silent(nord, "2027-03-15T12:00", "2027-03-16T08:00", "2027-03-16T16:30")


async def test_a_closed_item_is_neutral_in_the_reminder_of_the_meeting(nord: Stage) -> None:
    await propose(nord, fields={"Overskrift": "Hemmelig titel", "Punktet bør være lukket": True})
    await accept(nord, 1)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-15T08:00")
    card = words(await nord.sees("Påmindelse om møde"))
    assert "Lukket punkt" in card
    assert "Hemmelig" not in card


async def test_minutes_are_called_for_after_the_meeting_before_the_deadline_and_when_overdue(nord: Stage) -> None:
    await agenda_sent(nord)
    await nord.at("2027-03-15T08:00")
    await nord.sees("Påmindelse om møde")
    due = ("Referatet skal udsendes", "16. marts 2027", "23. marts 2027")
    await stays_silent(nord, "2027-03-16T19:00")
    await comes_in_chat(nord, "2027-03-17T08:00", *due)
    await stays_silent(nord, "2027-03-18T08:00", "2027-03-19T08:00", "2027-03-20T08:00", "2027-03-21T08:00")
    await comes_in_chat(nord, "2027-03-22T08:00", *due)
    await stays_silent(nord, "2027-03-23T08:00", "2027-03-23T16:59")
    await falls_due(nord, "2027-03-24T08:00", "Referatet er ikke udsendt", "23. marts 2027")
    await stays_silent(nord, "2027-03-30T08:00", "2027-04-05T08:00")


async def test_minutes_that_were_sent_are_not_called_for(nord: Stage) -> None:
    await agenda_sent(nord)
    await nord.at("2027-03-15T08:00")
    await nord.sees("Påmindelse om møde")
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees("Referat fra mødet den", "Sendt den")
    await stays_silent(nord, "2027-03-17T08:00", "2027-03-22T08:00", "2027-03-24T08:00")


async def test_the_working_day_before_a_meeting_over_easter_is_before_easter(nord: Stage) -> None:
    """Thursday 25 March to Monday 29 March 2027 are closed, and summer time begins on the 28th."""
    await reapplied(nord, moved_to("2027-03-30"))
    await nord.at("2027-02-23T08:00")
    await nord.sees("Frist for forslag", "2. marts 2027")
    await nord.at("2027-03-23T08:00")
    await nord.sees(UNSENT)
    await falls_due(nord, "2027-03-24T08:00", "Påmindelse om møde", "30. marts 2027")
    easter = [f"2027-03-{day}T08:00" for day in range(25, 31)]
    await stays_silent(nord, *easter)
    await comes_in_chat(nord, "2027-03-31T08:00", "Referatet skal udsendes", "6. april 2027")


async def test_a_minutes_deadline_on_maundy_thursday_moves_and_overdue_waits_till_after_easter(nord: Stage) -> None:
    await reapplied(nord, moved_to("2027-03-18"))
    await nord.at("2027-03-17T08:00")
    await nord.sees(UNSENT)
    await nord.sees("Påmindelse om møde", "18. marts 2027")
    moved = ("24. marts 2027 (fristen er flyttet fra", "25. marts 2027")
    await comes_in_chat(nord, "2027-03-19T08:00", "Referatet skal udsendes", *moved)
    await stays_silent(nord, "2027-03-22T08:00")
    await comes_in_chat(nord, "2027-03-23T08:00", "Referatet skal udsendes", *moved)
    await stays_silent(nord, *(f"2027-03-{day}T08:00" for day in range(24, 30)))
    await falls_due(nord, "2027-03-30T08:00", "Referatet er ikke udsendt", *moved)


async def test_the_days_around_ascension_and_whitsun_are_closed(nord: Stage) -> None:
    """Ascension Day is 6 May 2027, the forum closes the 7th, and Whit Monday is the 17th."""
    await reapplied(nord, moved_to("2027-05-13"))
    await stands_on_post(nord, "2027-04-08T08:00", "Frist for forslag", "15. april 2027")
    overdue = "onsdag den 5. maj 2027 (fristen er flyttet fra torsdag den 6. maj 2027"
    await falls_due(nord, "2027-05-05T08:00", UNSENT, overdue)
    await stays_silent(nord, "2027-05-06T08:00", "2027-05-07T08:00", "2027-05-08T08:00")
    await falls_due(nord, "2027-05-12T08:00", "Påmindelse om møde")
    await comes_in_chat(nord, "2027-05-14T08:00", "Referatet skal udsendes")
    await stays_silent(nord, "2027-05-17T08:00", "2027-05-18T08:00")
    await comes_in_chat(nord, "2027-05-19T08:00", "Referatet skal udsendes")
    await falls_due(nord, "2027-05-21T08:00", "Referatet er ikke udsendt")


async def test_a_dispatch_day_on_whit_monday_moves_to_the_friday_before(nord: Stage) -> None:
    await reapplied(nord, moved_to("2027-05-24"))
    await propose(nord)
    await accept(nord, 1)
    await approve(nord, await circulate(nord))
    await stands_on_post(nord, "2027-04-19T08:00", "Frist for forslag", "26. april 2027")
    sent = await falls_due(nord, "2027-05-14T08:00", "Dagsorden til mødet den 24. maj 2027")
    assert "14. maj 2027" in words(sent)
    assert "17. maj 2027" in words(sent)
    await falls_due(nord, "2027-05-21T08:00", "Påmindelse om møde", "24. maj 2027")


@pytest.mark.parametrize(
    ("start", "moment"),
    [("2027-10-29T09:00", "2027-11-01T08:00"), ("2028-03-24T09:00", "2028-03-27T08:00")],
    ids=["winter time begins", "summer time begins"],
)
async def test_eight_is_eight_after_the_clock_was_changed(open_stage: OpenStage, start: str, moment: str) -> None:
    async with open_stage(start) as nord:
        day = f"{moment[:8]}{int(moment[8:10]) + 1:02}"
        await reapplied(nord, moved_to(day))
        await nord.sees(UNSENT)
        await falls_due(nord, moment, "Påmindelse om møde")


@pytest.mark.parametrize("closed", ["2027-03-15T17:00", "2027-03-15T23:59", "2027-03-16T07:59"])
async def test_a_reminder_that_was_held_up_waits_for_opening_hours(nord: Stage, closed: str) -> None:
    await nord.at("2027-03-09T08:00")
    await nord.sees(UNSENT)
    await nord.at("2027-03-09T08:01")
    await stays_silent(nord, closed)
    await falls_due(nord, "2027-03-16T08:00", "Påmindelse om møde")


async def test_after_downtime_what_is_useful_is_sent_once_and_the_rest_superseded(nord: Stage) -> None:
    await nord.at("2027-03-24T10:00")
    await nord.sees("Referatet er ikke udsendt")
    for stale in ("Frist for forslag", UNSENT, "Påmindelse om møde", "Referatet skal udsendes"):
        assert in_channel(nord, stale) == [], stale
    await stays_silent(nord, "2027-03-25T08:00", "2027-03-30T08:00")
    async with nord.service.database.reading() as conn:
        ended = [each for each in await notices.newest(conn, most=100) if each.state is NoticeState.SUPERSEDED]
    assert len(ended) == 14  # two of the channel's, and six of each of the secretariat
    assert all(each.reason for each in ended)


async def test_a_proposal_deadline_is_still_told_on_its_last_day(nord: Stage) -> None:
    await nord.at("2027-02-16T15:00")
    await nord.sees("Frist for forslag")
    assert len(in_channel(nord, "Frist for forslag")) == 1


async def test_a_missing_answer_is_asked_for_directly_in_the_host_tenant(nord: Stage) -> None:
    await circulated(nord)
    await cleared(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), REGIONAL)
    await stays_silent(nord, "2027-03-04T07:59", "2027-03-04T08:00")
    await told(nord, LOCAL, MISSING)
    await stays_silent(nord, "2027-03-05T08:00")
    assert len([each for each in in_chat(nord, LOCAL) if MISSING in words(each)]) == 1


async def test_a_missing_answer_across_tenants_is_asked_for_by_name_in_the_channel(nord: Stage) -> None:
    await circulated(nord)
    await cleared(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    await falls_due(nord, "2027-03-04T08:00", MISSING, "<at>Formand (Region Nordjylland)</at>")
    assert not any(MISSING in words(each) for each in in_chat(nord, LOCAL))


async def test_those_who_have_all_answered_hear_nothing(nord: Stage) -> None:
    await circulated(nord)
    await cleared(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await stays_silent(nord, "2027-03-04T08:00", "2027-03-05T08:00", "2027-03-08T08:00")
    assert not any(MISSING in words(each) for each in in_chat(nord, LOCAL))


async def test_a_reminder_for_a_forum_without_a_channel_leaves_when_there_is_one(open_stage: OpenStage) -> None:
    async with open_stage("2027-02-09T08:00", tied=False) as nord:
        assert in_channel(nord) == []
        await nord.at("2027-02-10T09:00")
        await nord.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
        await nord.sees("Frist for forslag")


async def test_a_reminder_waits_for_the_first_word_from_the_channel_that_the_file_names(open_stage: OpenStage) -> None:
    async with open_stage("2027-02-09T08:00", tied=False) as nord:
        await reapplied(nord, ("  channel: null", "  channel: 19:politisk-klynge-nord@thread.tacv2"))
        await nord.at("2027-02-10T09:00")
        await nord.says(SECRETARIAT, "møder")
        await nord.sees("Frist for forslag")
