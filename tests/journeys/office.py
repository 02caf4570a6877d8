"""An office with two forums, and a hand-written Teams that hangs, refuses and dies when it is told to."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

from sqlalchemy import update

from bot.clock import PinnedClock, elapsed_now
from bot.delivery import Delivery
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.people import Identity
from bot.messenger import Begins, Unsent
from bot.usecases.desk import open_writing_desk
from bot.usecases.routes import owe_reply
from cards.kit.elements import Card, card, text
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from storage.outbox import notices
from storage.outbox.notices import notices as table
from tests.klynge_nord import charter_texts, klynge_nord, local

NORTH, SOUTH = "politisk-klynge-nord", "politisk-klynge-syd"
FORUMS = (NORTH, SOUTH)
NOON = local("2027-02-01T12:00")
LOCAL, REGIONAL = "formand-kommunal", "formand-regional"  # the regional one's account is not of the channel's tenant


class Killed(BaseException):
    """The process ends here."""


@dataclass
class Teams:
    """A Messenger that remembers what it was told.

    By place: `faults` are raised one after the other, a `gate` holds everybody up until it is set, and where
    `kills` names the place the process ends just after the message was taken.
    """

    said: list[tuple[str, str]] = field(default_factory=list)
    faults: dict[str, deque[Unsent]] = field(default_factory=lambda: defaultdict(deque))
    gates: dict[str, asyncio.Event] = field(default_factory=dict)
    reached: dict[str, asyncio.Event] = field(default_factory=lambda: defaultdict(asyncio.Event))
    kills: set[str] = field(default_factory=set)

    async def post(
        self, where: Conversation, card: Card, thread: str | None = None, *, begins: Begins | None = None
    ) -> str:
        await self._meet(where.id, begins)
        self.said.append((where.id, card.summary))
        if where.id in self.kills:
            raise Killed
        return str(len(self.said))

    async def update(self, where: Conversation, activity: str, card: Card) -> None:
        await self._meet(where.id)
        self.said.append((f"{where.id}#{activity}", card.summary))

    async def open_chat(self, person: Identity, via: Conversation) -> Conversation:
        await self._meet(person.object_id)
        return replace(via, place=Place.PERSONAL, id=f"a:{person.object_id}")

    def words(self, forum: str) -> list[str]:
        """What was posted in the forum's channel, in order."""
        return [said for place, said in self.said if place == channel(forum).id]

    async def _meet(self, place: str, begins: Begins | None = None) -> None:
        self.reached[place].set()
        if place in self.gates:
            await self.gates[place].wait()
        fault = self.faults[place].popleft() if self.faults[place] else None
        if begins is not None and not (fault and fault.is_put_off):
            await begins()
        if fault:
            raise fault


@dataclass(frozen=True, slots=True)
class Office:
    """Two forums with a channel each, one database and what sends from it."""

    database: Database
    clock: PinnedClock
    teams: Teams
    delivery: Delivery

    async def owe(self, *words: str, forum: str = NORTH, about: str = "") -> None:
        """Owe these cards to the forum's channel, one a second; under the same `about` they replace each other."""
        for each in words:
            self.clock.move_to(self.clock.now() + timedelta(seconds=1))
            async with self.database.writing(forum) as conn:
                desk = await open_writing_desk(conn, forum, self.clock.now(), Place.CHANNEL)
                reply = card(text(each), speak=each)
                await owe_reply(desk, reply, to=channel(forum), thread=None, about=about or each)

    async def owe_to(self, *people: str, forum: str = NORTH) -> None:
        """Owe each of these people a card in person."""
        async with self.database.writing(forum) as conn:
            desk = await open_writing_desk(conn, forum, self.clock.now(), Place.CHANNEL)
            for person in people:
                await desk.tell(ForumNotice.WELCOME, recipient=person)

    async def notices(self) -> list[Notice]:
        """All of them, latest first."""
        async with self.database.reading() as conn:
            return list(await notices.newest(conn, most=100))

    async def an_hour_passes(self) -> None:
        """Every lease and every pause comes to its end."""
        past = elapsed_now() - timedelta(seconds=1)
        async with self.database.writing() as conn:
            await conn.execute(update(table).where(table.c.leased_until.is_not(None)).values(leased_until=past))
            await conn.execute(update(table).where(table.c.retry_at.is_not(None)).values(retry_at=past))

    async def pause_of(self, key: str) -> timedelta:
        """How long a notice waits before it is tried again."""
        async with self.database.reading() as conn:
            until = (await conn.execute(table.select().where(table.c.key == key))).one().retry_at
        wait: timedelta = until - elapsed_now()
        return wait


def channel(forum: str) -> Conversation:
    """The forum's channel, in the local chair's tenant."""
    tenant, service = account(LOCAL).tenant, "https://teams.test"
    return Conversation(place=Place.CHANNEL, service_url=service, tenant=tenant, id=f"19:{forum}", bot="28:bot")


@asynccontextmanager
async def open_office(database_url: str) -> AsyncIterator[Office]:
    """An office at noon with both forums tied to their channels."""
    database, clock, teams = Database(database_url), PinnedClock(NOON), Teams()
    await upgrade(database)
    async with database.writing() as conn:
        for forum in FORUMS:
            await forums.put(conn, replace(klynge_nord(), id=forum, meetings=()), *charter_texts())
            await forums.tie(conn, forum, channel(forum))
    yield Office(database, clock, teams, Delivery(database, clock, teams))
    await database.close()


def account(person: str) -> Identity:
    """The person's first account."""
    return next(each for each in klynge_nord().people if each.id == person).identities[0]
