"""The only wiring: settings, storage, Teams, web and jobs brought together."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, partial
from importlib import metadata
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.anchor.file import Anchor
from bot.clock import Clock, PinnedClock, SystemClock
from bot.config import Settings, UnsafeSettings, is_loopback
from bot.delivery import LAST_PATIENCE, Delivery
from bot.domain.kernel.refusal import Refusal
from bot.fetching import Fetching
from bot.jobs import ticking
from bot.looking import open_looker
from bot.messenger import Unsent
from bot.mounting import issuers, mount
from bot.private import close_to_others, make_file, make_folder
from bot.readiness import Readiness
from bot.sealing import derived
from bot.secret import FILE, secret_of
from bot.teams.client import Client, open_client
from bot.teams.edge import Edge
from bot.teams.files import open_files
from bot.usecases.anchoring.service import Anchoring
from bot.usecases.breakages import Breakages
from bot.usecases.issuing import Issuers
from bot.usecases.publication.checking import Look
from bot.usecases.replies import keep_reply
from bot.usecases.talking import note_reply
from bot.usecases.turn import Turn
from bot.usecases.turns import Secretary
from bot.web.app import build_app, listening
from bot.web.loopback import this_machine_alone
from cards.kit.answers import refused
from cards.kit.elements import Card
from cards.kit.words import say
from storage import migrate
from storage.database import Database

_TAKEN_BACK = timedelta(seconds=1)  # to hand back what is cut off; what cannot be is free when its lease ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Everything that runs: `port` is the one it listens on."""

    database: Database
    clock: Clock
    delivery: Delivery
    port: int


def clock_of(settings: Settings) -> Clock:
    """The computer's time, or the pinned one."""
    return SystemClock() if settings.now is None else PinnedClock(settings.now)


def secret_for(settings: Settings) -> bytes:
    """What keys people's own pages; raises UnsafeSettings where what was kept is none, and OSError."""
    try:
        return secret_of(settings.secret.get_secret_value(), settings.data)
    except ValueError:
        raise UnsafeSettings(
            f"Filen {settings.data / FILE} er ingen hemmelighed: slet den, eller sæt KLYNGEBOT_SECRET."
        ) from None


def anchor_for(settings: Settings) -> Anchor:
    """The file that the log is held up to. Only our own folder is made: where another is gone, so may the file be."""
    if settings.anchor.parent == settings.data:
        settings.data.mkdir(parents=True, exist_ok=True)
    return Anchor(settings.anchor, derived(secret_for(settings), "anchor"))


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """The database in its newest shape."""
    database = Database(settings.database_url, reached_at=settings.public_url)
    if database.file is not None:
        _keep_private(Path(database.file))
    try:
        await migrate.upgrade(database)
        yield database
    finally:
        await database.close()


def _keep_private(file: Path) -> None:
    """SQLite gives the files that it makes beside the database the same owner and rights."""
    make_folder(file.parent)
    make_file(file)
    for each in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal"))):
        close_to_others(each)


@asynccontextmanager
async def serving(
    settings: Settings,
    clock: Clock,
    *,
    extend: Callable[[web.Application], None] | None = None,
    client_of_teams: Callable[[Settings], AbstractAsyncContextManager[Client]] = open_client,
    elapsed: Callable[[], datetime] | None = None,
) -> AsyncIterator[Service]:
    """The whole service for the length of the block; `extend` adds routes (the demo's).

    `elapsed` is the time that delivery's pauses and leases are counted by, where it is not the database's own.
    At the block's end nothing new is begun, and what was begun has LAST_PATIENCE.
    """
    async with open_database(settings) as database, client_of_teams(settings) as client, open_files(settings) as fetch:
        breakages = Breakages(database, clock, settings.admins)
        delivery = Delivery(database, clock, client.messenger, breakages=breakages, elapsed=elapsed)
        database.woken = delivery.wake
        most = settings.forum_megabytes * 1024 * 1024
        fetching = Fetching(database, clock, fetch, most=most, elapsed=elapsed)
        anchoring = Anchoring(database, clock, anchor_for(settings), settings.admins)
        issued = issuers(settings, database, clock, secret_for(settings))
        secretary = _secretary(settings, database, clock, client, breakages, issued, fetching)
        app = _app(settings, database, clock, client, secretary, anchoring)
        written = mount(app, settings, database, clock, issued, secretary.take)
        database.woken = delivery.wake if written is None else _both(delivery.wake, written)
        if extend is not None:
            extend(app)
        async with (
            _anchored(anchoring),
            _delivering(delivery),
            _fetching(fetching),
            listening(app, settings.host, settings.port, last_patience=LAST_PATIENCE) as port,
            _looking(settings) as look,
            ticking(database, clock, breakages, anchoring, settings.admins, look),
        ):
            try:
                yield Service(database=database, clock=clock, delivery=delivery, port=port)
            finally:
                delivery.stop()  # before anything is waited for: what is claimed now would only be handed back


def _both(one: Callable[[], None], other: Callable[[], None]) -> Callable[[], None]:
    def call() -> None:
        one()
        other()

    return call


def _secretary(
    settings: Settings,
    database: Database,
    clock: Clock,
    client: Client,
    breakages: Breakages,
    issued: Issuers,
    fetching: Fetching,
) -> Secretary:
    return Secretary(
        database,
        clock,
        admins=settings.admins,
        roster=client.roster_tenant,
        breakages=breakages,
        issuers=issued,
        files_wanted=fetching.wake,
    )


def _app(
    settings: Settings, database: Database, clock: Clock, client: Client, secretary: Secretary, anchoring: Anchoring
) -> web.Application:
    def remark() -> str | None:
        return say("restored.title") if anchoring.found else None

    edge = _edge(settings, client, database, clock, secretary)
    return build_app(edge.messages, Readiness(database, clock).reason, _guards(settings), remark=remark)


@asynccontextmanager
async def _looking(settings: Settings) -> AsyncIterator[Look | None]:
    """What looks at addresses where papers stand; nothing where that is turned off."""
    if not settings.checks_links:
        yield None
        return
    async with open_looker(allows_loopback=not settings.authenticates) as looker:
        yield looker.look


@asynccontextmanager
async def _anchored(anchoring: Anchoring) -> AsyncIterator[None]:
    """From before anything is sent until everything was."""
    await anchoring.start(_version())
    try:
        yield
    finally:
        await anchoring.stop()


@asynccontextmanager
async def _delivering(delivery: Delivery) -> AsyncIterator[None]:
    """Deliver while the block runs."""
    deliveries = asyncio.create_task(delivery.run())
    try:
        yield
    finally:
        delivery.stop()
        await asyncio.wait({deliveries}, timeout=delivery.patience_left + _TAKEN_BACK.total_seconds())
        deliveries.cancel()
        await asyncio.wait({deliveries}, timeout=_TAKEN_BACK.total_seconds())


@asynccontextmanager
async def _fetching(fetching: Fetching) -> AsyncIterator[None]:
    """Fetch while the block runs; what is under way at its end is given back."""
    task = asyncio.create_task(fetching.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task}, timeout=_TAKEN_BACK.total_seconds())


@asynccontextmanager
async def posting(settings: Settings, moment: datetime) -> AsyncIterator[tuple[Database, Clock, Delivery]]:
    """What sends at a given moment, without listening to anybody."""
    clock = PinnedClock(moment)
    async with open_database(settings) as database, open_client(settings) as client:
        breakages = Breakages(database, clock, settings.admins)
        yield database, clock, Delivery(database, clock, client.messenger, breakages=breakages)


@cache
def _version() -> str:
    return metadata.version("klyngebot")


def _guards(settings: Settings) -> list[Middleware]:
    return [] if settings.authenticates else [this_machine_alone(is_loopback, settings.public_url)]


def _edge(settings: Settings, client: Client, database: Database, clock: Clock, secretary: Secretary) -> Edge:
    async def keep(turn: Turn, card: Card, unsent: Unsent) -> None:
        wait = unsent.retry_after or timedelta(seconds=1)
        await keep_reply(database, clock, turn, card, unsent.reason, wait, may_have_arrived=unsent.outcome_unknown)

    return Edge(settings, client, secretary.take, keep, partial(note_reply, database), _apology)


def _apology(code: str) -> Card:
    return refused(Refusal("generic", kode=code))
