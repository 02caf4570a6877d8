"""Whoever has somebody's account acts as that person: the log, the approval and the secretariat tell which it was."""

import pytest

from bot import auditing
from bot.local.board import words
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from storage import audit
from storage.proving import first_fault
from tests.harness.breaking import writes
from tests.harness.desks import desk_of
from tests.harness.forging import NORD, STRANGER, is_refused
from tests.harness.own_page import URL, address_on, browsing
from tests.harness.passing_time import reapplied
from tests.harness.steps import CHAIRS, SECRETARIAT, accept, approve, circulate, circulated, in_channel, propose, told
from tests.journeys.conftest import OpenStage

LOCAL, REGIONAL = CHAIRS
HOST = STRANGER.tenant
OWN = "00000000-0000-4000-8000-000000000001"
MINE = f"object_id: {OWN}"
THEIRS = f"object_id: {STRANGER.object_id}"
FURTHER = f"{MINE}}}, {{tenant: {HOST}, {THEIRS}"
OTHER_NOW = "Svaret er givet fra en anden konto end den, som Formand (Hjørring) har nu."
NEW_SINCE = "Svaret er givet fra en konto, som Formand (Hjørring) først har fået, efter at der blev bedt om svar."
CHANGED = "Den konto i Teams, som Formand (Hjørring) svarer fra, er ændret"


async def shown(url: str) -> list[str]:
    """What `klyngebot audit show` prints."""
    settings = desk_of(url)
    return [line async for line in auditing.show_audit(settings, NORD)]


async def logged(nord: Stage, what: str) -> list[audit.Entry]:
    async with nord.service.database.reading() as conn:
        assert await first_fault(conn) is None
        return [entry async for entry in audit.entries(conn, NORD) if entry.what == what]


async def standing(nord: Stage, person: str = SECRETARIAT) -> str:
    """»Godkendelser« as that person reads it alone."""
    return words(await nord.says(person, "godkendelser", PERSONAL))


@pytest.mark.both_databases
async def test_an_answer_from_a_borrowed_account_is_told_by_the_log_the_sheet_and_the_secretariats_news(
    nord: Stage, database_url: str
) -> None:
    await circulated(nord)
    await reapplied(nord, (MINE, THEIRS))
    assert "Du har godkendt" in words(await writes(nord, STRANGER, "godkend", CHANNEL.id))
    assert NEW_SINCE in await standing(nord)
    await reapplied(nord)
    assert is_refused((await writes(nord, STRANGER, "godkend", CHANNEL.id)).card)
    assert OTHER_NOW in await standing(nord)
    assert OTHER_NOW in await standing(nord, LOCAL)
    await told(nord, SECRETARIAT, CHANGED, "Spørg Formand (Hjørring)")

    there, back = await logged(nord, "people.account_changed")
    own, borrowed = f"{HOST}/{OWN}", f"{HOST}/{STRANGER.object_id}"
    assert there.facts == {"person": LOCAL, "from": [own], "to": [borrowed], "by": "drift"}
    assert back.facts == {"person": LOCAL, "from": [borrowed], "to": [own], "by": "drift"}
    (answer,) = await logged(nord, "agenda.answered")
    assert (answer.actor, answer.facts["account"]) == (LOCAL, borrowed)

    story = "\n".join(await shown(database_url))
    given, changed = f"Svar på dagsordenen  {LOCAL} fra kontoen {borrowed}", "Konto ændret for en person  drift ved"
    assert story.index(changed) < story.index(given) < story.rindex(changed)


async def test_the_channel_does_not_read_whose_account_it_was(nord: Stage) -> None:
    await circulated(nord)
    await reapplied(nord, (MINE, THEIRS))
    await writes(nord, STRANGER, "godkend", CHANNEL.id)
    await reapplied(nord)
    await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret")
    assert "konto" not in words(await nord.says(SECRETARIAT, "godkendelser"))
    assert not in_channel(nord, "Svaret er givet fra")


async def test_whoever_answers_again_from_their_own_account_takes_the_mark_away(nord: Stage) -> None:
    await circulated(nord)
    await reapplied(nord, (MINE, THEIRS))
    await writes(nord, STRANGER, "godkend", CHANNEL.id)
    await reapplied(nord)
    await nord.says(LOCAL, "godkend", PERSONAL)
    assert "Svaret er givet fra" not in await standing(nord)
    assert [entry.facts["account"] for entry in await logged(nord, "agenda.answered")] == [
        f"{HOST}/{STRANGER.object_id}",
        f"{HOST}/{OWN}",
    ]


async def test_which_of_a_persons_two_accounts_answered_is_told_without_a_doubt(nord: Stage) -> None:
    await reapplied(nord, (MINE, FURTHER))
    await circulated(nord)
    await writes(nord, STRANGER, "godkend", CHANNEL.id)
    read = await standing(nord)
    assert f"(fra kontoen, der ender på {STRANGER.object_id[-6:]})" in read
    assert "Svaret er givet fra" not in read


async def test_a_further_account_is_an_entry_of_its_own_and_news_only_where_an_answer_is_asked_for(nord: Stage) -> None:
    await reapplied(nord, (MINE, FURTHER))
    (entry,) = await logged(nord, "people.account_changed")
    assert entry.facts["to"] == sorted([f"{HOST}/{OWN}", f"{HOST}/{STRANGER.object_id}"])
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    chat = nord.teams.directory.personal(nord.account(SECRETARIAT))
    assert not [each for each in nord.teams.board.messages(chat) if CHANGED in words(each)]


async def test_who_acts_on_an_own_page_is_the_account_that_its_address_was_issued_to(open_stage: OpenStage) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord:
        await propose(nord, fields={"Punktet bør være lukket": True})
        await accept(nord, 1)
        await nord.at("2027-03-02T09:00")
        request = await circulate(nord)
        address = address_on((await nord.clicks(REGIONAL, request, "Se hele dagsordenen")).card)
        async with browsing(nord) as browser:
            await browser.presses(await browser.enters(address), "Godkend")
        (answer,) = await logged(nord, "agenda.answered")
        account = nord.account(REGIONAL)
        assert (answer.actor, answer.facts["account"]) == (REGIONAL, f"{account.tenant}/{account.object_id}")


async def test_every_entry_that_a_person_makes_names_an_account_of_theirs(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    async with nord.service.database.reading() as conn:
        entries = [entry async for entry in audit.entries(conn, NORD)]
    made = [entry for entry in entries if entry.actor is not None]
    assert len({entry.what for entry in made}) > 3
    for entry in made:
        account = nord.account(entry.actor or "")
        assert entry.facts["account"] == f"{account.tenant}/{account.object_id}", entry
