"""Many forums, each with its own channel in one local Teams, and what sends to them over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from aiohttp import web

from bot.clock import PinnedClock
from bot.config import load_settings
from bot.delivery import PATIENCE, Delivery
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice
from bot.local.directory import Account, Channel
from bot.local.loopback import Handler
from bot.local.stand_in import LocalTeams
from bot.teams.client import open_client
from bot.usecases.desk import open_writing_desk
from bot.usecases.routes import owe_reply
from bot.web.app import listening
from cards.kit.elements import card, text
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from storage.outbox import notices
from tests.klynge_nord import charter_texts, klynge_nord, local

NOON = local("2027-02-01T12:00")
TENANT = klynge_nord().people[0].identities[0].tenant


@dataclass(frozen=True, slots=True)
class Arrival:
    """One request to the local Teams; `at` is the loop's time, `said` the summary of the card it brought."""

    at: float
    method: str
    said: str


@dataclass(slots=True, kw_only=True)
class Many:
    """`channels[n]` is the channel of forum `channels[n].name`."""

    database: Database
    teams: LocalTeams
    delivery: Delivery
    channels: Sequence[Channel]
    arrivals: list[Arrival]
    service_url: str = field(default="")

    def where(self, channel: Channel) -> Conversation:
        """The channel as the bot knows it."""
        return Conversation(
            place=Place.CHANNEL, service_url=self.service_url, tenant=TENANT, id=channel.id, bot="28:klyngebot"
        )

    async def tie(self) -> None:
        """Make the forums, and tie each to its channel."""
        async with self.database.writing() as conn:
            for channel in self.channels:
                await forums.put(conn, replace(klynge_nord(), id=channel.name, meetings=()), *charter_texts())
                await forums.tie(conn, channel.name, self.where(channel))

    async def owe_each(self, cards: int) -> None:
        """Owe every forum's channel so many cards, all at once."""
        async with self.database.writing() as conn:
            for channel in self.channels:
                desk = await open_writing_desk(conn, channel.name, NOON, Place.CHANNEL)
                for number in range(cards):
                    await desk.tell(ForumNotice.WELCOME, number)

    async def owe_words(self, words: str, about: str) -> None:
        """Owe the first channel a card that says this; about the same again, the card is changed."""
        first = self.channels[0]
        async with self.database.writing(first.name) as conn:
            desk = await open_writing_desk(conn, first.name, NOON, Place.CHANNEL)
            await owe_reply(desk, card(text(words), speak=words), to=self.where(first), thread=None, about=about)

    async def until_nothing_waits(self, patience: float) -> None:
        """Let delivery run until nothing is owed, for so many seconds at most; what still waits then stays."""
        running = asyncio.create_task(self.delivery.run())
        self.database.woken = self.delivery.wake
        self.delivery.wake()
        try:
            async with asyncio.timeout(patience):
                while await self._waits():  # noqa: ASYNC110 - a row of the database tells nobody
                    await asyncio.sleep(0.2)
        finally:
            self.delivery.stop()
            await running

    async def notices(self) -> tuple[Notice, ...]:
        """Everything that was ever owed."""
        async with self.database.reading() as conn:
            return await notices.newest(conn, most=10_000)

    async def _waits(self) -> bool:
        async with self.database.reading() as conn:
            return bool(await notices.waiting(conn, most=1))


@asynccontextmanager
async def open_many(
    database_url: str, *, living: int, dead: int = 0, patience: timedelta = PATIENCE
) -> AsyncIterator[Many]:
    """So many forums with a channel each; those of the dead ones are gone from Teams. `patience` is delivery's."""
    settings = load_settings({"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_DATABASE_URL": database_url})
    clock, database = PinnedClock(NOON), Database(settings.database_url)
    await upgrade(database)
    channels = [_channel(number) for number in range(living + dead)]
    teams = LocalTeams(_accounts(), channels[:living], host_tenant=TENANT, clock=clock.now)
    arrivals: list[Arrival] = []
    app = web.Application(middlewares=[_noting(arrivals)])
    teams.add_to(app, with_page=False)
    async with listening(app, "127.0.0.1", 0) as port, open_client(settings) as client:
        delivery = Delivery(database, clock, client.messenger, patience=patience)
        here = Many(database=database, teams=teams, delivery=delivery, channels=channels, arrivals=arrivals)
        here.service_url = f"http://127.0.0.1:{port}"
        await here.tie()
        yield here
    await database.close()


def _noting(arrivals: list[Arrival]) -> Any:
    @web.middleware
    async def note(request: web.Request, handler: Handler) -> web.StreamResponse:
        at = asyncio.get_running_loop().time()
        body = await request.json() if request.can_read_body else {}
        said = body.get("activity", body).get("summary", "")
        arrivals.append(Arrival(at, request.method, said))
        return await handler(request)

    return note


def _accounts() -> list[Account]:
    return [
        Account(object_id=identity.object_id, tenant=identity.tenant, name=person.name)
        for person in klynge_nord().people
        for identity in person.identities
    ]


def _channel(number: int) -> Channel:
    name = f"klynge-{number:03}"
    return Channel(id=f"19:{name}@thread.tacv2", name=name, team="19:team@thread.tacv2", team_name="Sundhedssamarbejde")
