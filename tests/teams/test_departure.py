"""What must be done before a POST leaves is done just before: not while it waits, and not where nothing leaves."""

import asyncio
from dataclasses import dataclass, field, replace

import pytest
from aiohttp import web

from bot.domain.kernel.conversation import Conversation, Place
from bot.messenger import Unsent
from tests.harness.edge import ANSWER, BOT, CHANNEL, TENANT, EdgeAlone
from tests.harness.teams import Teams


@dataclass
class Note:
    """Notes how much had arrived whenever a request was about to leave."""

    teams: Teams
    seen: list[int] = field(default_factory=list)

    async def begins(self) -> None:
        """Takes its time, so that a request that does not wait would have arrived."""
        await asyncio.sleep(0.1)
        self.seen.append(len(self.teams.arrivals))


@pytest.fixture
def channel(teams: Teams) -> Conversation:
    return Conversation(place=Place.CHANNEL, service_url=teams.url, tenant=TENANT, id=CHANNEL, bot=BOT)


@pytest.fixture
def note(teams: Teams) -> Note:
    return Note(teams)


async def test_it_is_done_before_anything_arrives_on_a_new_connection_and_on_an_old_one(
    local: EdgeAlone, channel: Conversation, note: Note
) -> None:
    await local.client.messenger.post(channel, ANSWER, begins=note.begins)
    await local.client.messenger.post(channel, ANSWER, "1600", begins=note.begins)
    assert note.seen == [0, 1]
    assert note.teams.connections == 1


async def test_where_nobody_answers_the_connection_it_is_not_done(
    local: EdgeAlone, channel: Conversation, note: Note
) -> None:
    with pytest.raises(Unsent) as unsent:
        await local.client.messenger.post(
            replace(channel, service_url="http://127.0.0.1:9"), ANSWER, begins=note.begins
        )
    assert not unsent.value.outcome_unknown
    assert note.seen == []


async def test_while_a_post_waits_for_its_turn_it_is_not_done_and_neither_where_it_is_put_off(
    local: EdgeAlone, teams: Teams, channel: Conversation, note: Note
) -> None:
    for _ in range(7):  # as many as Teams takes in a second
        await local.client.messenger.post(channel, ANSWER)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(local.client.messenger.post(channel, ANSWER, begins=note.begins), 0.2)
    teams.answers = [web.json_response({}, status=429, headers={"Retry-After": "60"})]
    elsewhere = replace(channel, id="19:en-anden")
    with pytest.raises(Unsent):
        await local.client.messenger.post(elsewhere, ANSWER)
    with pytest.raises(Unsent) as put_off:
        await local.client.messenger.post(elsewhere, ANSWER, begins=note.begins)
    assert put_off.value.is_put_off
    assert note.seen == []


async def test_what_it_raises_keeps_the_post_from_leaving(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    async def fails() -> None:
        raise RuntimeError("databasen er væk")

    with pytest.raises(RuntimeError, match="databasen er væk"):
        await local.client.messenger.post(channel, ANSWER, begins=fails)
    assert teams.arrivals == []
    assert await local.client.messenger.post(channel, ANSWER, "1600")
    assert len(teams.arrivals) == 1
