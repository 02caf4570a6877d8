"""The only wiring: settings, storage, Teams, web and jobs brought together."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import metadata
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.anchor.file import Anchor
from bot.clock import Clock, PinnedClock, SystemClock
from bot.config import Settings, UnsafeSettings, is_loopback
from bot.delivery import LAST_PATIENCE, Delivery
from bot.domain.kernel.refusal import Refusal
from bot.jobs import ticking
from bot.messenger import Unsent
from bot.private import close_to_others, make_file, make_folder
from bot.readiness import Readiness
from bot.sealing import derived
from bot.secret import FILE, secret_of
from bot.teams.client import Client, open_client
from bot.teams.edge import Edge
from bot.usecases.anchoring.service import Anchoring
from bot.usecases.breakages import Breakages
from bot.usecases.page.visits import Visits
from bot.usecases.replies import keep_reply
from bot.usecases.turn import Turn
from bot.usecases.turns import Secretary
from bot.web.app import build_app, listening
from bot.web.loopback import this_machine_alone
from bot.web.pages import Pages
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
    database = Database(settings.database_url)
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
    async with open_database(settings) as database, client_of_teams(settings) as client:
        breakages = Breakages(database, clock, settings.admins)
        delivery = Delivery(database, clock, client.messenger, breakages=breakages, elapsed=elapsed)
        database.woken = delivery.wake
        visits = _visits(settings, database, clock)
        secretary = Secretary(
            database, clock, admins=settings.admins, roster=client.roster_tenant, breakages=breakages, visits=visits
        )
        anchoring = Anchoring(database, clock, anchor_for(settings), settings.admins)
        edge = _edge(settings, client, database, clock, secretary)
        app = _app(settings, edge, Readiness(database, clock), anchoring)
        if visits is not None:
            Pages(visits, secretary.take, settings.public_url, limits=settings.limits).add_to(app)
        if extend is not None:
            extend(app)
        async with (
            _anchored(anchoring),
            _delivering(delivery),
            listening(app, settings.host, settings.port, last_patience=LAST_PATIENCE) as port,
            ticking(database, clock, breakages, anchoring, settings.admins),
        ):
            try:
                yield Service(database=database, clock=clock, delivery=delivery, port=port)
            finally:
                delivery.stop()  # before anything is waited for: what is claimed now would only be handed back


def _app(settings: Settings, edge: Edge, readiness: Readiness, anchoring: Anchoring) -> web.Application:
    def remark() -> str | None:
        return say("restored.title") if anchoring.found else None

    return build_app(edge.messages, readiness.reason, _guards(settings), remark=remark)


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
async def posting(settings: Settings, moment: datetime) -> AsyncIterator[tuple[Database, Clock, Delivery]]:
    """What sends at a given moment, without listening to anybody."""
    clock = PinnedClock(moment)
    async with open_database(settings) as database, open_client(settings) as client:
        breakages = Breakages(database, clock, settings.admins)
        yield database, clock, Delivery(database, clock, client.messenger, breakages=breakages)


@cache
def _version() -> str:
    return metadata.version("klyngebot")


def _visits(settings: Settings, database: Database, clock: Clock) -> Visits | None:
    """Issues addresses of people's own pages; none where nobody knows how people reach the service."""
    secret = secret_for(settings)
    return Visits(database, clock, secret, settings.public_url) if settings.public_url else None


def _guards(settings: Settings) -> list[Middleware]:
    return [] if settings.authenticates else [this_machine_alone(is_loopback, settings.public_url)]


def _edge(settings: Settings, client: Client, database: Database, clock: Clock, secretary: Secretary) -> Edge:
    async def keep(turn: Turn, card: Card, unsent: Unsent) -> None:
        wait = unsent.retry_after or timedelta(seconds=1)
        await keep_reply(database, clock, turn, card, unsent.reason, wait, may_have_arrived=unsent.outcome_unknown)

    return Edge(settings, client, secretary.take, keep, _apology)


def _apology(code: str) -> Card:
    return refused(Refusal("generic", kode=code))
