"""An agenda that is late: the secretariat is asked what to do, and the same message says when it has left."""

import pytest

from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel.notice import NoticeState
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.kit.words import say
from storage.outbox.standing import of_meeting
from tests.harness.steps import CHAIRS, SECRETARIAT, circulated


async def test_the_word_that_an_agenda_is_late_says_that_it_has_left_once_it_has(nord: Stage) -> None:
    await circulated(nord)
    await nord.says(SECRETARIAT, "hjælp", PERSONAL)
    await nord.says(CHAIRS[0], "godkend")
    await nord.at("2027-03-09T08:00")
    late = await nord.hears(SECRETARIAT, "Dagsordenen til mødet den 16. marts 2027 skulle")
    await nord.says(CHAIRS[1], "godkend")
    await nord.sees("Dagsorden til mødet den 16. marts 2027", "er udsendt")
    await nord.service.delivery.deliver_due()
    left = await nord.teams.board.wait_for(lambda each: each.id == late.id and each.is_edited)
    assert words(left) == "Dagsordenen til mødet den 16. marts 2027 er udsendt."


@pytest.mark.both_databases
async def test_of_reminders_that_waited_for_each_other_the_last_alone_is_said(nord: Stage) -> None:
    await circulated(nord)
    await nord.at("2027-03-15T09:00")
    await nord.service.delivery.deliver_due()
    async with nord.service.database.reading() as conn:
        every = await of_meeting(conn, "politisk-klynge-nord", "2027-1", (ApprovalNotice.MISSING,))
    for chair in CHAIRS:
        own = [each for each in every if each.recipient == chair and each.due_at <= nord.clock.now()]
        assert len(own) > 1
        assert [each.state for each in own] == [NoticeState.SUPERSEDED] * (len(own) - 1) + [NoticeState.SENT]
        assert {each.reason for each in own[:-1]} == {say("stale.later_reminder")}
