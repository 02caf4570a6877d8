"""Requests to a connector over HTTP: each waits its turn, and where that takes long it is put off at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.kernel.conversation import Conversation, Place
from bot.local.connector import HANG_UP, Failure
from bot.messenger import Unsent
from bot.teams.lanes import Lane
from bot.teams.limits import Limits
from tests.harness.edge import ANSWER, BOT, CHANNEL, LOCAL, PERSON, TENANT, EdgeAlone, open_edge
from tests.harness.teams import Teams
from tests.teams.conftest import open_teams

HERE = Lane(TENANT, "19:her")


@pytest.fixture
def channel(teams: Teams) -> Conversation:
    return _channel(teams)


def _channel(teams: Teams) -> Conversation:
    return Conversation(place=Place.CHANNEL, service_url=teams.url, tenant=TENANT, id=CHANNEL, bot=BOT)


def _strict() -> AbstractAsyncContextManager[Teams]:
    """A Teams that takes no more than the real one."""
    return open_teams(limits=True)


async def _fate(stage: EdgeAlone, where: Conversation, thread: str | None = None) -> Unsent | None:
    try:
        await stage.client.messenger.post(where, ANSWER, thread)
    except Unsent as unsent:
        return unsent
    return None


async def test_a_burst_into_a_channel_and_its_threads_is_never_too_fast_and_what_would_wait_long_is_put_off() -> None:
    async with _strict() as strict, open_edge() as bot:
        where = _channel(strict)
        root = await bot.client.messenger.post(where, ANSWER)
        fates = await asyncio.gather(*(_fate(bot, where, root if number % 2 else None) for number in range(39)))
        put_off = [each for each in fates if each is not None]
        assert strict.connector.too_fast == 0
        assert len(strict.arrivals) == 40 - len(put_off)
        assert 15 <= len(put_off) < 30
        assert all(each.is_put_off and not each.outcome_unknown and each.retry_after for each in put_off)
        assert all("når turen kommer" in each.reason for each in put_off)


async def test_rosters_have_limits_of_their_own() -> None:
    async with _strict() as strict, open_edge() as bot:
        where = _channel(strict)
        asked = [bot.client.roster_tenant(where, PERSON) for _ in range(14)]
        told = await asyncio.gather(*asked, *(_fate(bot, where) for _ in range(7)))
        assert told == [TENANT] * 14 + [None] * 7
        assert strict.connector.too_fast == 0


async def test_without_limits_nothing_waits_and_the_local_teams_says_so(teams: Teams, channel: Conversation) -> None:
    async with open_edge(LOCAL.model_copy(update={"limits": False})) as bot, _strict() as strict:
        assert await asyncio.gather(*(_fate(bot, channel) for _ in range(30))) == [None] * 30
        fates = await asyncio.gather(*(_fate(bot, _channel(strict)) for _ in range(12)))
        refused = [each for each in fates if each is not None]
        assert {each.status for each in refused} == {429}
        assert strict.connector.too_fast == len(refused) == 12 - 7


async def test_a_busy_conversation_is_left_alone_until_teams_wants_more_and_others_are_not(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    teams.connector.failures.append(Failure(429, {"Retry-After": "60"}))
    first, second = await _fate(local, channel), await _fate(local, channel, "1600")
    assert first is not None
    assert (first.status, first.is_put_off) == (429, False)
    assert second is not None
    assert second.is_put_off
    assert second.retry_after is not None
    assert timedelta(seconds=50) < second.retry_after <= timedelta(seconds=60)
    assert await _fate(local, replace(channel, id="19:en-anden")) is None
    assert len(teams.arrivals) == 2


async def test_a_connection_that_was_never_made_takes_nothing_from_the_limit(
    local: EdgeAlone, teams: Teams, channel: Conversation
) -> None:
    gone = replace(channel, service_url="http://127.0.0.1:9")
    fates = await asyncio.gather(*(_fate(local, gone) for _ in range(7)))
    assert all(each is not None and not each.is_put_off for each in fates)
    assert await asyncio.gather(*(_fate(local, channel) for _ in range(7))) == [None] * 7


async def test_an_answer_that_never_came_keeps_its_slot(teams: Teams, channel: Conversation) -> None:
    teams.connector.failures.extend([Failure(HANG_UP)] * 7)
    async with open_edge(patience=1) as hasty:
        lost = await asyncio.gather(*(_fate(hasty, channel) for _ in range(7)))
        assert all(each is not None and each.outcome_unknown for each in lost)
        after = await _fate(hasty, channel)
    assert after is not None
    assert after.is_put_off


async def test_somebody_who_stops_waiting_leaves_the_line_in_order() -> None:
    limits = Limits(1)
    async with _turn(limits):
        waiting = [asyncio.create_task(_take(limits)) for _ in range(2)]
        await asyncio.sleep(0)
        waiting[0].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert waiting[0].cancelled()
    assert waiting[1].exception() is None


@asynccontextmanager
async def _turn(limits: Limits) -> AsyncIterator[None]:
    async with limits.turn(HERE) as turn:
        yield
        turn.answered()


async def _take(limits: Limits) -> None:
    async with _turn(limits):
        return
