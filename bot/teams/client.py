"""The way to Teams: everything that shares one pool of connections, opened together and closed together."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

import aiohttp

from bot.clock import elapsed_now
from bot.config import Settings
from bot.messenger import Messenger
from bot.teams.adapter import Adapter, Connectors
from bot.teams.connector import TIMEOUTS
from bot.teams.credentials import Credentials, msal_connection
from bot.teams.departure import open_session
from bot.teams.keys import METADATA_URL, Keys
from bot.teams.limits import PATIENCE
from bot.teams.messenger import TeamsMessenger
from bot.teams.roster import TeamsRoster
from bot.teams.tokens import Tokens
from bot.usecases.turn import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """`tokens` is None while authentication is off."""

    messenger: Messenger
    roster_tenant: Roster
    adapter: Adapter
    tokens: Tokens | None


@asynccontextmanager
async def open_client(
    settings: Settings,
    *,
    metadata_url: str = METADATA_URL,
    now: Callable[[], datetime] = elapsed_now,
    timeouts: aiohttp.ClientTimeout = TIMEOUTS,
    patience: float = PATIENCE,
) -> AsyncIterator[Client]:
    """A client for the length of the block; needs no network until it is used. `now` is the real time in UTC.

    A request is held for `patience` seconds at most before its turn, and then takes no longer than `timeouts`.
    """
    async with open_session() as session:
        keys = Keys(metadata_url, session, now)
        credentials = Credentials(msal_connection(settings), now) if settings.authenticates else None
        connectors = Connectors(settings, session, credentials, timeouts=timeouts, patience=patience)
        try:
            yield Client(
                messenger=TeamsMessenger(connectors.at),
                roster_tenant=TeamsRoster(connectors.at).tenant,
                adapter=Adapter(connectors, settings.app_id),
                tokens=Tokens(settings.app_id, keys) if settings.authenticates else None,
            )
        finally:
            await keys.close()
