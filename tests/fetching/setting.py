"""A forum with a proposal on a draft, files that somebody wants attached to it, and places that hand them out."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.clock import PinnedClock
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.people import Identity
from bot.domain.kernel.refusal import Refusal
from bot.domain.notices import AnyNotice
from bot.domain.proposals.actions import Accept, Propose
from bot.fetching import Fetch, Fetching, NotFetched
from bot.usecases import topics
from bot.usecases.desk import open_writing_desk
from storage import attachments, uploads
from storage import forum as forums
from storage.database import Database
from storage.outbox import notices
from storage.uploads import Upload, Wanted
from tests.harness.elapsed import HandClock
from tests.harness.klynge_nord import charter_texts, klynge_nord, local

FORUM = "politisk-klynge-nord"
MEETING = "2027-1"
NOW = local("2027-02-01T09:00")
SECRETARIAT, COORDINATOR = "sekretariat-kommuner", "koordinator-hjoerring"
WORDS = b"Et budget."
ROOM = 1024 * 1024


@dataclass
class Shelf:
    """What is asked for here waits for the gate, and fails as it is told."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    asked: list[str] = field(default_factory=list)
    fails: list[Exception] = field(default_factory=list)

    async def fetch(self, address: str) -> bytes:
        """The same words at every address, each with its address behind them."""
        self.asked.append(address)
        await self.gate.wait()
        if self.fails:
            raise self.fails.pop(0)
        return WORDS + address.encode()


def away() -> NotFetched:
    """A place that may be there later."""
    return NotFetched(Refusal("attachment_away"), passes=True)


async def prepared(database: Database) -> None:
    """Proposal no. 1 is on the draft of March's meeting."""
    async with database.writing(FORUM) as conn:
        if await forums.name(conn, FORUM) is None:
            await forums.put(conn, klynge_nord(), *charter_texts())
        desk = await open_writing_desk(conn, FORUM, NOW, Place.PERSONAL)
        proposal = Propose(form="p", title="Fælles model", summary="Kort.", recommendation="Drøftes.")
        await topics.command(desk, COORDINATOR, proposal)
        await topics.command(desk, SECRETARIAT, Accept(number=1))


async def sent(database: Database, batch: str, *names: str, at: HandClock, person: str = COORDINATOR) -> None:
    """That person has said that these files are to be bilag of the proposal."""
    account = next(iter(klynge_nord().person(person).identities), Identity("t", "o"))
    files = [
        Upload(batch=batch, place=place, account=account, name=name, url=f"https://x/{batch}/{name}")
        for place, name in enumerate(names, start=1)
    ]
    wanted = Wanted(forum=FORUM, person=person, account=account, proposal=1)
    async with database.writing() as conn:
        await uploads.receive(conn, files, at=NOW, forget=NOW)
        await uploads.want(conn, batch, wanted, at=at())


def fetching(database: Database, at: Callable[[], datetime], fetch: Fetch, *, most: int = ROOM) -> Fetching:
    """What fetches at that real moment."""
    return Fetching(database, PinnedClock(NOW), fetch, most=most, elapsed=at)


async def until(database: Database, *, left: int = 0) -> None:
    """Returns once no more than that waits to be fetched."""
    async with asyncio.timeout(10):
        while await waiting(database) > left:  # noqa: ASYNC110 - a database tells nobody
            await asyncio.sleep(0.005)


async def waiting(database: Database) -> int:
    """How many files are still to be fetched."""
    every = [*await _batch(database, "a"), *await _batch(database, "b")]
    return sum(bool(each.url) for each in every)


async def _batch(database: Database, name: str) -> tuple[Upload, ...]:
    async with database.reading() as conn:
        return await uploads.of_batch(conn, name)


async def stopped(running: "asyncio.Task[None]") -> None:
    """Cancel it, and wait until it has given back what it had."""
    running.cancel()
    await asyncio.wait({running})


async def names_of(database: Database) -> list[str]:
    """What is attached, in the order in which it came."""
    async with database.reading() as conn:
        found = [await attachments.versions(conn, FORUM, ident) for ident in range(1, 30)]
    return [each[-1].name for each in found if each]


async def heard(database: Database, kind: AnyNotice) -> list[str]:
    """What their senders are told: the key of a refusal, or nothing for a bilag."""
    async with database.reading() as conn:
        every = await notices.newest(conn, most=100)
    return sorted(str(each.subject.get("why", "")) for each in every if each.kind is kind)
