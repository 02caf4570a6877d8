"""An agenda that is late: the secretariat is asked what to do, and the same message says when it has left."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
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
