"""»Ryk«: one extra reminder to those who owe an answer, shown before it leaves, and rarely enough."""

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage import audit
from tests.harness.forging import NORD
from tests.harness.minute_steps import held
from tests.harness.passing_time import chose
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, circulated, in_channel, in_chat, told

FIRST, SECOND = CHAIRS
NUDGE = "Ryk"
REMINDER = "Du mangler at svare på godkendelsen af dagsordenen"


def reminders(nord: Stage, person: str = FIRST) -> int:
    return sum(REMINDER in words(each) for each in in_chat(nord, person))


async def nudges(nord: Stage) -> list[audit.Entry]:
    async with nord.service.database.reading() as conn:
        every = [each async for each in audit.entries(conn, NORD)]
    return [each for each in every if each.what == "reach.nudged"]


async def test_a_nudge_is_shown_first_and_goes_once_to_those_who_owe_an_answer(nord: Stage) -> None:
    await circulated(nord)
    for refused in ("ryk", "send rykker"):
        assert "ikke rettigheder" in words(await nord.says(COORDINATOR, refused, PERSONAL))
    preview = await nord.says(SECRETARIAT, "ryk for svar på dagsordenen til 16/3", PERSONAL)
    for shown in (REMINDER, "Formand (Hjørring)", "Formand (Region Nordjylland)", "Har ikke fået en påmindelse endnu."):
        assert shown in words(preview)
    assert "Klyngekoordinator (Region Nordjylland)" in words(preview)  # whose organisation has not cleared it
    assert (reminders(nord), await nudges(nord)) == (0, [])
    await nord.says(SECOND, "godkend")  # meanwhile
    done = await nord.clicks(SECRETARIAT, preview, NUDGE)
    assert "Rykkeren er sendt til Formand (Hjørring) og Klyngekoordinator (Region Nordjylland)." in str(done.card)
    await told(nord, FIRST, REMINDER)
    assert in_channel(nord, "Region Nordjylland har ikke", "Klyngekoordinator (Region Nordjylland)") or in_channel(
        nord, "Afklaring i egen organisation", "Klyngekoordinator (Region Nordjylland)"
    )
    assert not [each for each in in_channel(nord, REMINDER) if "Formand (Region Nordjylland)" in words(each)]
    (entry,) = await nudges(nord)
    assert entry.facts["people"] == [FIRST, "koordinator-region"]


async def test_twice_within_three_working_days_is_a_clear_no_that_says_when_the_next_may_go(nord: Stage) -> None:
    await circulated(nord)
    request = await nord.says(SECRETARIAT, "godkendelser", PERSONAL)
    await nord.clicks(SECRETARIAT, request, NUDGE)
    await nord.clicks(SECRETARIAT, request, NUDGE)  # on the card that shows it
    await told(nord, FIRST, REMINDER)
    refused = words(await nord.says("sekretariat-region", "send rykker"))
    assert "Der er allerede rykket for svar den 2. marts 2027 kl. 9.00." in refused
    assert "Næste rykker kan sendes 5. marts 2027." in refused
    shown = await nord.says(SECRETARIAT, "ryk", PERSONAL)
    assert "Blev rykket den 2. marts 2027 kl. 9.00. Kan rykkes igen fredag den 5. marts 2027." in words(shown)
    with pytest.raises(ValueError, match="no button"):
        await nord.clicks(SECRETARIAT, shown, NUDGE)
    assert (reminders(nord), len(await nudges(nord))) == (1, 1)
    await nord.says(FIRST, "godkend")
    await nord.at("2027-03-05T09:00")
    again = words(await nord.says(SECRETARIAT, "send rykker", PERSONAL))
    assert "Rykkeren er sendt til Formand (Region Nordjylland)" in again
    assert reminders(nord) == 0  # what stood there says that they have answered


async def test_at_night_it_waits_for_the_day_and_who_has_answered_by_then_gets_none(nord: Stage) -> None:
    await circulated(nord)
    await nord.at("2027-03-02T21:00")
    later = await nord.says(SECRETARIAT, "send rykker", PERSONAL)
    assert "Rykkeren sendes, når arbejdsdagen begynder" in words(later)
    await nord.says(FIRST, "godkend")
    await nord.at("2027-03-03T08:00")
    await nord.sees(REMINDER, "Formand (Region Nordjylland)")
    assert reminders(nord) == 0


async def test_nobody_who_owes_nothing_is_reminded_nor_of_a_cancelled_meeting(nord: Stage) -> None:
    assert "ingen, der mangler at svare" in words(await nord.says(SECRETARIAT, "ryk", PERSONAL))
    await circulated(nord)
    preview = await nord.says(SECRETARIAT, "ryk", PERSONAL)
    form = await nord.says(SECRETARIAT, "aflys møde: sygdom", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Aflys mødet")
    refused = await nord.clicks(SECRETARIAT, preview, NUDGE)
    assert "aflyst" in str(refused.card)
    assert await nudges(nord) == []


async def test_those_who_are_to_approve_minutes_are_reminded_too(nord: Stage) -> None:
    await held(nord, chose("minutes_approval", "next_meeting", "before_sending"))
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.", PERSONAL)
    await nord.at("2027-03-17T09:00")
    await nord.says(SECRETARIAT, "send referat", PERSONAL)
    preview = await nord.says(SECRETARIAT, "ryk for svar på referatet", PERSONAL)
    assert "Du mangler at godkende referatet fra mødet den 16. marts 2027." in words(preview)
    await nord.clicks(SECRETARIAT, preview, NUDGE)
    await told(nord, FIRST, "Du mangler at godkende referatet fra mødet den 16. marts 2027.")
