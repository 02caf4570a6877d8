"""Klyngebot as it serves, but over plain loopback: every token is verified, and no sending limit hides the work."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from tempfile import TemporaryDirectory

import aiohttp

from bot.clock import elapsed_now
from bot.config import Settings, load_settings
from bot.main import clock_of, serving
from bot.process import loop_factory, settle_memory
from bot.teams.client import Client, open_client
from bot.teams.keys import Keys
from bot.teams.tokens import Tokens
from tests.bench.serving import told_to_stop
from tests.bench.town import MOMENT
from tests.harness.issuer import APP_ID


@asynccontextmanager
async def verifying(settings: Settings, *, metadata_url: str) -> AsyncIterator[Client]:
    """The line that plain loopback is allowed on, with the tokens of the one that faces Teams."""
    async with open_client(settings) as client, aiohttp.ClientSession() as session:
        keys = Keys(metadata_url, session, elapsed_now)
        yield replace(client, tokens=Tokens(APP_ID, keys))
        await keys.close()


async def main(database_url: str, metadata_url: str, reached_at: str = "") -> None:
    """Serve until SIGTERM, with an anchor of its own: it would hold another database for a restored one."""
    with TemporaryDirectory() as folder:
        await _serve(database_url, metadata_url, folder, reached_at)


async def _serve(database_url: str, metadata_url: str, folder: str, reached_at: str) -> None:
    settings = load_settings(
        {
            "PORT": "0",
            "KLYNGEBOT_AUTH": "off",
            "KLYNGEBOT_DATA": folder,
            "KLYNGEBOT_LIMITS": "off",
            "KLYNGEBOT_NOW": MOMENT.isoformat(),
            "KLYNGEBOT_DATABASE_URL": database_url,
            "KLYNGEBOT_PUBLIC_URL": reached_at,
        }
    )
    line = partial(verifying, metadata_url=metadata_url)
    async with serving(settings, clock_of(settings), client_of_teams=line) as service:
        settle_memory()
        await told_to_stop(service.port)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(main(*sys.argv[1:]))
