"""Our own limit and the order within a channel: what is put off holds back what comes later to the same place."""

import asyncio
import os
from datetime import datetime, timedelta

import pytest

from bot.clock import elapsed_now
from bot.delivery import Delivery
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import NoticeState
from bot.local.connector import Failure
from bot.teams import limits
from bot.teams.client import open_client
from bot.usecases.desk import open_writing_desk
from bot.usecases.reader import Reader
from bot.usecases.routes import owe_reply
from cards.kit.elements import card, text
from tests.harness.forums import Forums, open_forums

pytestmark = pytest.mark.both_databases

MANY = int(os.environ.get("KLYNGEBOT_TEST_NOTICES", "150"))  # 400 is the size that was seen to fail
EACH = 7


class Hours:
    """Hours that pass when a test says so, for the limits and for delivery alike."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._ahead = 0.0
        monkeypatch.setattr(limits, "_now", lambda: asyncio.get_running_loop().time() + self._ahead)

    def __call__(self) -> datetime:
        """The moment, as delivery counts it."""
        return elapsed_now() + timedelta(seconds=self._ahead)

    def passes(self, *, seconds: float) -> None:
        """Let so many seconds pass."""
        self._ahead += seconds


async def _owe(here: Forums, *said: str) -> None:
    """Owe all these cards to the channel, one a second."""
    name = here.channels[0].name
    async with here.database.writing(name) as conn:
        for each in said:
            here.clock.move_to(here.clock.now() + timedelta(seconds=1))
            desk = await open_writing_desk(conn, name, here.clock.now(), Place.CHANNEL)
            answer = card(text(each), speak=each)
            await owe_reply(desk, answer, to=here.where(here.channels[0]), reader=Reader(), thread=None, about=each)


async def test_what_goes_to_one_channel_leaves_in_order_from_two_replicas(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours, numbered = Hours(monkeypatch), [f"nr. {number:03}" for number in range(MANY)]
    async with open_forums(database_url, living=1, limits="off") as here:
        strict = here.settings.model_copy(update={"limits": True})
        async with open_client(strict, patience=0) as one, open_client(strict, patience=0) as other:
            replicas = [Delivery(here.database, here.clock, each.messenger, elapsed=hours) for each in (one, other)]
            rounds = 0
            while len(here.said()) < MANY:
                # More than the channel takes, so that some is always put off while new things come to be owed.
                await _owe(here, *numbered[rounds * EACH : (rounds + 1) * EACH])
                await replicas[rounds % 2].deliver_due()
                hours.passes(seconds=0.5)
                rounds += 1
        assert here.said() == numbered
        ended = {(each.state, each.attempts, each.unknown_posts) for each in await here.notices()}
        assert ended == {(NoticeState.SENT, 0, 0)}


async def test_one_that_fails_or_waits_for_something_else_holds_nobody_back(database_url: str) -> None:
    async with open_forums(database_url, living=1, limits="off") as here:
        here.teams.faults[here.channels[0].id].append(Failure(503, {"Retry-After": "600"}))
        await _owe(here, "første", "anden")
        await here.delivery.deliver_due()
        assert here.said() == ["anden"]
