"""A stop with real processes and a slow Teams: gone within nine seconds, nothing doubled and nothing lost."""

import asyncio
import signal
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import COPENHAGEN
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice, NoticeState
from bot.local.demo.stage import CHANNEL
from bot.usecases.desk import open_writing_desk
from bot.usecases.reader import Reader
from bot.usecases.routes import owe_reply
from cards.kit.elements import card, text
from storage import forum as forums
from storage.database import Database
from storage.outbox import notices
from tests.harness.forums import TENANT
from tests.harness.klynge_nord import charter_texts, klynge_nord
from tests.harness.served import Served, open_served
from tests.harness.steps import SECRETARIAT

GONE_WITHIN = 9.0  # seconds, of the ten that compose used to allow
START = "2027-01-11T09:00"
FORUMS = [f"klynge-{number}" for number in range(7)]


@pytest.fixture
async def served(tmp_path: Path, database_url: str) -> AsyncIterator[Served]:
    """Seven forums that share a channel, into which Teams takes seven cards at once."""
    async with open_served(tmp_path, KLYNGEBOT_DATABASE_URL=database_url, KLYNGEBOT_LIMITS="off") as here:
        async with _database(here) as database:
            for name in FORUMS:
                async with database.writing(name) as conn:
                    await forums.put(conn, replace(klynge_nord(), id=name, meetings=()), *charter_texts())
        yield here


class _database:  # noqa: N801 - reads as a word
    """The database that the processes work on."""

    def __init__(self, here: Served) -> None:
        self._database = Database(here.settings["KLYNGEBOT_DATABASE_URL"])

    async def __aenter__(self) -> Database:
        return self._database

    async def __aexit__(self, *_: object) -> None:
        await self._database.close()


async def _owe(here: Served, each: int) -> None:
    """Owe every forum so many cards."""
    now = datetime.fromisoformat(START).replace(tzinfo=COPENHAGEN)
    where = Conversation(
        place=Place.CHANNEL, service_url=here.teams.url, tenant=TENANT, id=CHANNEL.id, bot="28:klyngebot"
    )
    async with _database(here) as database, database.writing() as conn:
        for name in FORUMS:
            desk = await open_writing_desk(conn, name, now, Place.CHANNEL)
            for number in range(each):
                said = f"{name} nr. {number}"
                await owe_reply(desk, card(text(said), speak=said), to=where, reader=Reader(), thread=None, about=said)


async def _owed(here: Served) -> list[Notice]:
    async with _database(here) as database, database.reading() as conn:
        found = await notices.newest(conn, most=1_000)
    return [each for each in found if each.kind is ForumNotice.REPLY]


async def _until_posts(here: Served, most: int) -> None:
    async with asyncio.timeout(30):
        while len(here.teams.arrivals) < most:  # noqa: ASYNC110 - an arrival tells nobody
            await asyncio.sleep(0.02)


def _said(here: Served) -> Counter[str]:
    return Counter(str(each.activity["summary"]) for each in here.teams.board.messages(CHANNEL.id))


@pytest.mark.both_databases
async def test_a_stop_claims_nothing_more_and_what_had_left_is_answered(served: Served) -> None:
    served.teams.connector.slowness = 1.5
    await served.start(START)
    await _owe(served, 4)
    await _until_posts(served, len(FORUMS))
    code, seconds = await served.stop()
    assert (code, seconds < GONE_WITHIN) == (0, True), seconds
    assert len(served.teams.arrivals) == len(FORUMS)
    assert Counter(each.state for each in await _owed(served)) == {
        NoticeState.SENT: len(FORUMS),
        NoticeState.WAITING: 3 * len(FORUMS),
    }
    served.teams.connector.slowness = 0
    await served.start(START)
    await _until_posts(served, 4 * len(FORUMS))
    assert (await served.stop())[0] == 0
    assert set(_said(served).values()) == {1}
    assert len(_said(served)) == 4 * len(FORUMS)
    assert {(each.state, each.unknown_posts) for each in await _owed(served)} == {(NoticeState.SENT, 0)}


async def test_what_teams_answers_too_late_is_in_doubt_and_nothing_of_it_is_sent_by_the_next_start(
    served: Served,
) -> None:
    await served.start(START)
    await served.says(SECRETARIAT, f"tilknyt {FORUMS[0]}")
    served.teams.connector.slowness, before = 30, len(served.teams.arrivals)
    asked = asyncio.create_task(served.teams.visitor.says(served.account(SECRETARIAT), "møder", CHANNEL.id))
    await _until_posts(served, before + 1)
    await _owe(served, 2)
    await _until_posts(served, before + 1 + len(FORUMS))
    code, seconds = await served.stop()
    assert (code, seconds < GONE_WITHIN) == (0, True), seconds
    await asyncio.gather(asked, return_exceptions=True)
    doubts = {each.key: each.reason for each in await _owed(served) if each.unknown_posts}
    assert sorted(doubts.values()) == [*([""] * len(FORUMS)), "Botten blev stoppet, før Teams havde svaret."]
    served.teams.connector.slowness = 0
    posts = len(served.teams.arrivals)
    await served.start(START)
    await served.says(SECRETARIAT, "hjælp")
    assert (await served.stop())[0] == 0
    assert len(served.teams.arrivals) == posts + 1
    assert doubts == {each.key: each.reason for each in await _owed(served) if each.unknown_posts}


async def test_a_second_signal_ends_the_process_at_once(served: Served) -> None:
    served.teams.connector.slowness = 30
    await served.start(START)
    await _owe(served, 1)
    await _until_posts(served, len(FORUMS))
    process = served.processes[-1]
    asyncio.get_running_loop().call_later(0.5, process.send, signal.SIGTERM)
    code, seconds = await served.stop()
    assert (code, seconds < 3) == (-signal.SIGTERM, True), (code, seconds)
