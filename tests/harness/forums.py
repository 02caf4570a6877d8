"""Forums with a channel each in one Teams, a database, and what sends from it over HTTP; nobody listens to people."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4

from bot.clock import PinnedClock, elapsed_now
from bot.config import Settings
from bot.delivery import PATIENCE, Delivery
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.people import Identity
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.proposals.state import Content, ItemKind, Proposal, ProposalStatus
from bot.local.directory import Channel
from bot.messenger import Messenger
from bot.teams.client import open_client
from bot.usecases.desk import open_writing_desk
from bot.usecases.reader import Reader
from bot.usecases.routes import owe_reply
from cards.kit.elements import card, text
from storage import forum as forums
from storage import proposals
from storage.database import Database
from storage.migrate import upgrade
from storage.outbox import notices
from storage.outbox.table import notices as table
from tests.harness.desks import desk_of
from tests.harness.elapsed import an_hour_passes
from tests.harness.klynge_nord import charter_texts, klynge_nord, local
from tests.harness.teams import Teams, accounts

NOON = local("2027-02-01T12:00")
TENANT = klynge_nord().people[0].identities[0].tenant


@dataclass(frozen=True, slots=True, kw_only=True)
class Forums:
    """`channels[n]` is the channel of the forum `channels[n].name`."""

    settings: Settings
    database: Database
    clock: PinnedClock
    teams: Teams
    messenger: Messenger
    delivery: Delivery
    channels: Sequence[Channel]

    def where(self, channel: Channel) -> Conversation:
        """The channel as the bot knows it."""
        return Conversation(
            place=Place.CHANNEL, service_url=self.teams.url, tenant=TENANT, id=channel.id, bot="28:klyngebot"
        )

    async def tie(self) -> None:
        """Make the forums, and tie each to its channel."""
        for channel in self.channels:
            async with self.database.writing(channel.name) as conn:
                await forums.put(conn, replace(klynge_nord(), id=channel.name, meetings=()), *charter_texts())
                await forums.tie(conn, channel.name, self.where(channel))

    async def owe(self, *words: str, to: int = 0, about: str = "") -> None:
        """Owe these cards to a channel, one a second; under the same `about` they replace each other."""
        channel = self.channels[to]
        for each in words:
            self.clock.move_to(self.clock.now() + timedelta(seconds=1))
            async with self.database.writing(channel.name) as conn:
                desk = await open_writing_desk(conn, channel.name, self.clock.now(), Place.CHANNEL)
                reply = card(text(each), speak=each)
                await owe_reply(desk, reply, to=self.where(channel), reader=Reader(), thread=None, about=about or each)

    async def owe_to(self, *people: str) -> None:
        """Owe each of these people of the first forum a card in person: what came of a proposal of theirs."""
        forum = self.channels[0].name
        async with self.database.writing(forum) as conn:
            desk = await open_writing_desk(conn, forum, self.clock.now(), Place.CHANNEL)
            for person in people:
                stored = await proposals.add(conn, _declined(forum, person, self.clock.now()), uuid4().hex)
                await desk.tell(
                    ProposalNotice.OUTCOME,
                    stored.id,
                    recipient=person,
                    proposal=stored.id,
                    revision=stored.revision,
                )

    async def owe_each(self, cards: int) -> None:
        """Owe every forum's channel so many cards, all at once."""
        async with self.database.writing() as conn:
            for channel in self.channels:
                desk = await open_writing_desk(conn, channel.name, self.clock.now(), Place.CHANNEL)
                for number in range(cards):
                    await desk.tell(ForumNotice.WELCOME, number)

    async def notices(self) -> list[Notice]:
        """Everything that was ever owed, latest first."""
        async with self.database.reading() as conn:
            return list(await notices.newest(conn, most=10_000))

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

    async def an_hour_passes(self) -> None:
        """Every lease and every pause comes to its end."""
        await an_hour_passes(self.database)

    async def pause_of(self, key: str) -> timedelta:
        """How long a notice waits before it is tried again."""
        async with self.database.reading() as conn:
            until = (await conn.execute(table.select().where(table.c.key == key))).one().retry_at
        wait: timedelta = until - elapsed_now()
        return wait

    def said(self, to: int = 0) -> list[str]:
        """What stands in a channel, in order."""
        return [str(each.activity["summary"]) for each in self.teams.board.messages(self.channels[to].id)]

    def places(self) -> list[str]:
        """Where something was posted, in order."""
        return [each.conversation for each in self.teams.board.messages()]

    async def _waits(self) -> bool:
        async with self.database.reading() as conn:
            return bool(await notices.waiting(conn, most=1))


@asynccontextmanager
async def open_forums(
    database_url: str,
    *,
    living: int,
    dead: int = 0,
    limits: str = "teams",
    elapsed: Callable[[], datetime] | None = None,
    patience: timedelta = PATIENCE,
) -> AsyncIterator[Forums]:
    """So many forums with a channel each; those of the dead ones are gone from Teams. `patience` is delivery's."""
    settings = desk_of(database_url, KLYNGEBOT_LIMITS=limits)
    clock, database = PinnedClock(NOON), Database(settings.database_url)
    channels = [_channel(number) for number in range(living + dead)]
    teams = Teams(accounts(), channels[:living], host_tenant=TENANT, clock=clock.now, limits=settings.limits)
    try:
        await upgrade(database)
        async with teams.listening(), open_client(settings) as client:
            here = Forums(
                settings=settings,
                database=database,
                clock=clock,
                teams=teams,
                messenger=client.messenger,
                delivery=Delivery(database, clock, client.messenger, elapsed=elapsed, patience=patience),
                channels=channels,
            )
            await here.tie()
            yield here
    finally:
        await database.close()


def account(person: str) -> Identity:
    """The person's first account."""
    return next(each for each in klynge_nord().people if each.id == person).identities[0]


def _declined(forum: str, person: str, at: datetime) -> Proposal:
    return Proposal(
        id=0,
        forum=forum,
        year=at.year,
        number=uuid4().int % 10**6,
        revision=1,
        meeting=None,
        proposer=person,
        on_behalf_of=None,
        by_right=False,
        content=Content(title="Sag", kind=ItemKind.DECISION),
        status=ProposalStatus.DECLINED,
        received_at=at,
    )


def _channel(number: int) -> Channel:
    name = f"klynge-{number:03}"
    return Channel(id=f"19:{name}@thread.tacv2", name=name, team="19:team@thread.tacv2", team_name="Sundhedssamarbejde")
