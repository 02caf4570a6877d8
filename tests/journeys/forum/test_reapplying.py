"""A forum file applied again moves what is planned, forgets nothing and repeats nothing."""

import pytest

from bot.local.demo.stage import Stage
from tests.harness.forging import quiet
from tests.harness.passing_time import comes_in_chat, falls_due, moved_to, reapplied, stands_on_post, stays_silent
from tests.harness.steps import CHAIRS, SECRETARIAT, agenda_sent, approve, circulated, cleared, told

pytestmark = pytest.mark.both_databases

LOCAL, REGIONAL = CHAIRS
MISSING = "Du mangler at svare"
UNSENT = "Dagsordenen er ikke udsendt"
DROPPED = (
    "  - {id: 2027-1, starts: 2027-03-16T16:30, ends: 2027-03-16T19:00, place: Hjørring Rådhus, host: hjoerring}\n",
    "",
)


async def test_a_moved_meeting_moves_its_reminders(nord: Stage) -> None:
    await reapplied(nord, moved_to("2027-04-20"))
    await stays_silent(nord, "2027-02-09T08:00", "2027-03-09T08:00", "2027-03-15T08:00")
    await stands_on_post(nord, "2027-03-16T08:00", "Frist for forslag", "23. marts 2027")
    await falls_due(nord, "2027-04-13T08:00", UNSENT)
    await falls_due(nord, "2027-04-19T08:00", "Påmindelse om møde", "20. april 2027")


async def test_a_meeting_moved_after_its_reminder_is_told_anew(nord: Stage) -> None:
    await nord.at("2027-03-15T08:00")
    await nord.sees(UNSENT)
    await nord.sees("Påmindelse om møde", "16. marts 2027")
    await reapplied(nord, moved_to("2027-03-18"))
    await nord.sees(UNSENT, "18. marts 2027")
    await stays_silent(nord, "2027-03-16T08:00")
    await falls_due(nord, "2027-03-17T08:00", "Påmindelse om møde", "18. marts 2027")


async def test_a_dropped_meeting_is_not_spoken_of_and_comes_back_when_named_again(nord: Stage) -> None:
    await reapplied(nord, DROPPED)
    await stays_silent(nord, "2027-02-09T08:00", "2027-03-09T08:00")
    await reapplied(nord)
    await nord.sees(UNSENT)
    await falls_due(nord, "2027-03-15T08:00", "Påmindelse om møde", "16. marts 2027")


async def test_a_meeting_that_was_held_keeps_its_minutes_when_the_file_names_it_no_longer(nord: Stage) -> None:
    await agenda_sent(nord)
    await nord.at("2027-03-17T08:00")
    await told(nord, SECRETARIAT, "Referatet skal udsendes")
    await reapplied(nord, DROPPED)
    await comes_in_chat(nord, "2027-03-22T08:00", "Referatet skal udsendes")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees("Referat fra mødet den 16. marts 2027")


async def test_applying_the_same_file_again_repeats_nothing_and_forgets_nothing(nord: Stage) -> None:
    await stands_on_post(nord, "2027-02-09T08:00", "Frist for forslag")
    await reapplied(nord)
    await stays_silent(nord, "2027-02-09T09:00", "2027-02-10T08:00")
    await falls_due(nord, "2027-03-09T08:00", UNSENT)
    await reapplied(nord)
    await falls_due(nord, "2027-03-15T08:00", "Påmindelse om møde")


async def test_applying_the_file_again_still_reminds_of_missing_answers(nord: Stage) -> None:
    await circulated(nord)
    await cleared(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    await reapplied(nord)
    await falls_due(nord, "2027-03-04T08:00", MISSING, "<at>Formand (Region Nordjylland)</at>")
    await falls_due(nord, "2027-03-08T08:00", "mangler svar fra", "Formand (Region Nordjylland)")


async def test_a_moved_meeting_moves_the_deadline_for_answers_and_its_reminders(nord: Stage) -> None:
    await circulated(nord)
    await cleared(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    await reapplied(nord, moved_to("2027-03-23"))
    await nord.sees("<at>Formand (Region Nordjylland)</at>", "Svar nu senest fredag den 12. marts 2027")
    await quiet(nord)
    await stays_silent(nord, "2027-03-04T08:00", "2027-03-08T08:00")
    await falls_due(nord, "2027-03-11T08:00", MISSING, "12. marts 2027")
    await approve(nord, (await nord.sees("Godkendelse af dagsorden", "1 af 2")), REGIONAL)
    await nord.sees("Godkendelse af dagsorden", "2 af 2 har svaret")


async def test_a_forum_file_closure_holds_a_reminder_back(nord: Stage) -> None:
    await nord.at("2027-03-09T08:00")
    await nord.sees(UNSENT)
    await reapplied(nord, ('["06-05", "12-24", "12-31"]', '["03-15"]'))
    await falls_due(nord, "2027-03-12T08:00", "Påmindelse om møde")
    await stays_silent(nord, "2027-03-15T08:00", "2027-03-15T12:00")
