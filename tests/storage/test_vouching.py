"""Whatever a transaction writes of a forum, the log vouches for: nobody can forget it."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text, update

from bot.domain.kernel.chains import Head
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.proposals.state import Dialogue
from storage import audit, meetings, proposals
from storage import forum as forums
from storage.audit import Difference, How
from storage.database import Database
from storage.proof.ledger import note
from storage.proving import Fault, first_fault
from tests.harness.klynge_nord import charter_texts, klynge_nord, local
from tests.usecases.agenda.setting import HOME_VISITS

FORUM = "politisk-klynge-nord"
NOON = local("2027-02-01T12:00")
CHANNEL = Conversation(
    place=Place.CHANNEL, service_url="https://smba.trafficmanager.net/emea", tenant="t", id="19:kanal", bot="28:bot"
)


async def logged(database: Database) -> list[audit.Entry]:
    async with database.reading() as conn:
        return [entry async for entry in audit.entries(conn, FORUM)]


async def fault(database: Database) -> Fault | None:
    async with database.snapshot() as conn:
        return await first_fault(conn)


async def enter(database: Database, *, ties: bool) -> None:
    async with database.writing(FORUM) as conn:
        if ties:
            await forums.tie(conn, FORUM, CHANNEL)
        await audit.append(conn, FORUM, at=NOON, actor=None, what="forum.tied", facts={})


async def test_an_entry_carries_what_was_written_before_it_and_the_next_carries_nothing(stored: Database) -> None:
    await enter(stored, ties=True)
    await enter(stored, ties=False)
    carrying, bare = (await logged(stored))[-2:]
    assert carrying.facts["rows"].keys() == {"forums"}
    assert "rows" not in bare.facts
    assert await fault(stored) is None


async def test_what_was_written_with_no_entry_or_after_the_last_gets_one_of_its_own(stored: Database) -> None:
    async with stored.writing(FORUM) as conn:
        await audit.append(conn, FORUM, at=NOON, actor=None, what="forum.tied", facts={})
        await forums.tie(conn, FORUM, CHANNEL)
    assert [entry.what for entry in (await logged(stored))[-2:]] == ["forum.tied", "proof.rest"]
    assert await fault(stored) is None


async def test_what_was_rolled_back_is_vouched_for_by_nobody(stored: Database) -> None:
    before = await logged(stored)
    with suppress(ZeroDivisionError):
        async with stored.writing(FORUM) as conn:
            await forums.tie(conn, FORUM, CHANNEL)
            _ = 1 / 0
    async with stored.writing(FORUM):
        pass
    assert await logged(stored) == before
    assert await fault(stored) is None


async def test_a_forum_that_is_not_held_cannot_be_written(stored: Database) -> None:
    for held in (None, "en-anden"):
        with pytest.raises(ValueError, match="does not hold that forum"):
            async with stored.writing(held) as conn:
                await forums.tie(conn, FORUM, CHANNEL)
    assert await fault(stored) is None


async def test_a_file_that_changes_nothing_writes_nothing(stored: Database) -> None:
    before = await logged(stored)
    async with stored.writing(FORUM) as conn:
        assert not await forums.put(conn, klynge_nord(), *charter_texts())
    assert await logged(stored) == before


async def test_people_without_accounts_and_meetings_that_ended_are_vouched_for(stored: Database) -> None:
    forum = klynge_nord()
    nobody = tuple(replace(person, identities=()) for person in forum.people)
    for each in (replace(forum, people=nobody), replace(forum, meetings=forum.meetings[1:]), forum):
        async with stored.writing(FORUM) as conn:
            await forums.put(conn, each, *charter_texts())
        assert await fault(stored) is None
    async with stored.writing(FORUM) as conn:
        await conn.execute(update(meetings.meetings).values(is_ended=True).where(meetings.meetings.c.id == "2027-1"))
    found = await fault(stored)
    assert isinstance(found, Difference)
    assert (found.how, found.table, found.key) == (How.CHANGED, "meetings", ("2027-1",))


async def test_each_chain_has_a_head_and_an_entry_is_found_by_its_number(stored: Database) -> None:
    async with stored.writing(FORUM) as conn:
        entry = await audit.append(conn, FORUM, at=NOON, actor=None, what="forum.tied", facts={"a": 1})
    async with stored.reading() as conn:
        assert await audit.head(conn, FORUM) == Head(entry.seq, entry.hash)
        assert await audit.heads(conn) == {FORUM: Head(entry.seq, entry.hash)}
        assert await audit.at(conn, FORUM, entry.seq) == entry
        assert await audit.at(conn, FORUM, entry.seq + 1) is None
        assert await audit.head(conn, "ingen") is None


async def test_a_service_that_goes_on_writing_does_not_make_the_verification_lie(stored: Database) -> None:
    async with stored.snapshot() as conn:
        assert await first_fault(conn) is None
        await enter(stored, ties=True)
        async with stored.writing(FORUM) as writing:
            await writing.execute(text("UPDATE forums SET name = 'En anden'"))
        assert await first_fault(conn) is None
    assert await fault(stored) is not None


async def test_a_forum_of_many_rows_is_read_page_by_page(stored: Database) -> None:
    held = [_meeting(number) for number in range(1_100)]
    async with stored.writing(FORUM) as conn:
        for table, rows in ((meetings.meetings, held), (proposals.proposals, [_proposal(each) for each in range(600)])):
            await conn.execute(table.insert(), rows)
            for row in rows:
                note(conn, table, row)
    assert await fault(stored) is None
    async with stored.writing() as conn:
        await conn.execute(update(proposals.proposals).values(words="andet").where(proposals.proposals.c.number == 599))
    found = await fault(stored)
    assert isinstance(found, Difference)
    assert (found.table, found.key) == ("proposals", ("2027", "599"))


def _meeting(number: int) -> dict[str, Any]:
    held: dict[str, Any] = {"forum": FORUM, "id": f"m{number}", "starts": NOON, "ends": NOON, "place": "", "host": None}
    return held | {"is_ended": number % 2 == 0, "owes": False}


def _proposal(number: int) -> dict[str, Any]:
    own = {"id": number + 1, "forum": FORUM, "year": 2027, "number": number, "revision": 1, "form": str(number)}
    said = {"meeting": None, "proposer": "laege", "on_behalf_of": None, "by_right": True, "status": "received"}
    text = {"words": "", "content": HOME_VISITS, "postponed_from": None, "dialogue": Dialogue()}
    return own | said | text | {"received_at": NOON, "after_deadline": False}
