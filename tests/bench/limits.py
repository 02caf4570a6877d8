"""How near delivery comes to the shortest time that Teams' sending limits allow, over HTTP to the local Teams."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import web

from bot.clock import PinnedClock
from bot.config import Settings, load_settings
from bot.delivery import Delivery
from bot.domain.conversation import Conversation, Place
from bot.domain.notice import NoticeKind, NoticeState
from bot.local.directory import Account, Channel
from bot.local.loopback import Handler
from bot.local.stand_in import LocalTeams
from bot.local.windows import MESSAGES
from bot.teams.line import open_line
from bot.usecases.desk import open_desk
from bot.web.app import listening
from storage import forums, notices
from storage.database import Database
from storage.migrate import upgrade
from tests.klynge_nord import charter_texts, klynge_nord, local

_NOON = local("2027-02-01T12:00")
_PATIENCE = 120.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """`seconds` from the first arrival to the last, `allowed` the fewest that the limits permit."""

    forums: int
    owed: int
    sent: int
    too_fast: int
    seconds: float
    allowed: float

    @property
    def ratio(self) -> float:
        """1 is perfect."""
        return self.allowed / self.seconds

    def __str__(self) -> str:
        return (
            f"{self.forums} forums, {self.owed} cards: {self.sent} sent, {self.too_fast} over the limit, "
            f"{self.seconds:.2f} s, allowed {self.allowed:.2f} s, achieved/allowed {self.ratio:.3f}"
        )


async def measure(database_url: str, *, in_forums: int, each: int = 1) -> Measured:
    """Owe each of so many forums so many cards at once, and let real delivery send them."""
    settings = load_settings({"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_DATABASE_URL": database_url})
    clock, database = PinnedClock(_NOON), Database(settings.database_url)
    channels = [_channel(number) for number in range(in_forums)]
    async with _teams(channels, clock) as (teams, service_url, arrivals), open_line(settings) as line:
        await _prepare(database, channels, service_url, each)
        await _deliver(Delivery(database, clock, line.messenger), database, in_forums * each)
        async with database.reading() as conn:
            ended = await notices.newest(conn, most=in_forums * each, states=(NoticeState.SENT,))
    await database.close()
    return Measured(
        forums=in_forums,
        owed=in_forums * each,
        sent=len(ended),
        too_fast=teams.connector.too_fast,
        seconds=arrivals[-1] - arrivals[0],
        allowed=_shortest(settings, in_forums, each),
    )


def _shortest(settings: Settings, in_forums: int, each: int) -> float:
    """The seconds from the first send to the last, where every answer came at once."""
    by_tenant = _last([(settings.tenant_rate, 1)], in_forums * each)
    return max(by_tenant, _last(MESSAGES, each))


def _last(windows: Sequence[tuple[int, float]], sends: int) -> float:
    moments: list[float] = []
    for number in range(sends):
        moments.append(max([0.0, *(moments[number - most] + length for most, length in windows if number >= most)]))
    return moments[-1]


def _channel(number: int) -> Channel:
    name = f"klynge-{number:03}"
    return Channel(id=f"19:{name}@thread.tacv2", name=name, team="19:team@thread.tacv2", team_name="Sundhedssamarbejde")


@asynccontextmanager
async def _teams(channels: Sequence[Channel], clock: PinnedClock) -> AsyncIterator[tuple[LocalTeams, str, list[float]]]:
    arrivals: list[float] = []

    @web.middleware
    async def note(request: web.Request, handler: Handler) -> web.StreamResponse:
        arrivals.append(asyncio.get_running_loop().time())
        return await handler(request)

    people = [
        Account(object_id=identity.object_id, tenant=identity.tenant, name=person.name)
        for person in klynge_nord().people
        for identity in person.identities
    ]
    teams = LocalTeams(people, channels, host_tenant=people[0].tenant, clock=clock.now)
    app = web.Application(middlewares=[note])
    teams.add_to(app, with_page=False)
    async with listening(app, "127.0.0.1", 0) as port:
        yield teams, f"http://127.0.0.1:{port}", arrivals


async def _prepare(database: Database, channels: Sequence[Channel], service_url: str, each: int) -> None:
    await upgrade(database)
    tenant = klynge_nord().people[0].identities[0].tenant
    async with database.writing() as conn:
        for channel in channels:
            await forums.put(conn, replace(klynge_nord(), id=channel.name, meetings=()), *charter_texts())
            where = Conversation(
                place=Place.CHANNEL, service_url=service_url, tenant=tenant, id=channel.id, bot="28:klyngebot"
            )
            await forums.tie(conn, channel.name, where)
            desk = await open_desk(conn, channel.name, _NOON, Place.CHANNEL)
            for number in range(each):
                await desk.tell(NoticeKind.WELCOME, number)


async def _deliver(delivery: Delivery, database: Database, owed: int) -> None:
    """Until everything has ended, or patience has."""
    running = asyncio.create_task(delivery.run())
    delivery.wake()
    try:
        async with asyncio.timeout(_PATIENCE):
            while await _waiting(database, owed):  # noqa: ASYNC110 - a row of the database tells nobody
                await asyncio.sleep(0.5)
    finally:
        delivery.stop()
        await running


async def _waiting(database: Database, owed: int) -> int:
    async with database.reading() as conn:
        return len(await notices.waiting(conn, most=owed))


async def _main() -> None:
    for in_forums, each in ((100, 1), (1, 30)):
        with TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder, 'klyngebot.db').as_posix()}"
            print(await measure(url, in_forums=in_forums, each=each), file=sys.stdout)  # noqa: T201 - what it is for


if __name__ == "__main__":
    asyncio.run(_main())
