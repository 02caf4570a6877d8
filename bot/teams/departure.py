"""The moment at which a request leaves: until then nothing of it can have arrived, from then on everything can."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import SimpleNamespace

import aiohttp

from bot.messenger import Begins


@dataclass(slots=True)
class Departure:
    """One request's; given to a session of `open_session` as `trace_request_ctx`, it learns when the request leaves.

    What `begins` does is done before.
    """

    begins: Begins | None = None
    has_left: bool = False

    async def leave(self) -> None:
        """The connection stands, and the first byte is next."""
        if self.begins is not None:
            await self.begins()
        self.has_left = True


@asynccontextmanager
async def open_session() -> AsyncIterator[aiohttp.ClientSession]:
    """A session for the length of the block, with one pool of connections."""
    pool = aiohttp.TCPConnector(limit=100, limit_per_host=50)
    trace = aiohttp.TraceConfig()
    trace.on_request_headers_sent.append(_leave)  # which aiohttp awaits just before it writes them
    async with aiohttp.ClientSession(
        connector=pool, cookie_jar=aiohttp.DummyCookieJar(), trace_configs=[trace]
    ) as session:
        yield session


async def _leave(
    _session: aiohttp.ClientSession, context: SimpleNamespace, _sent: aiohttp.TraceRequestHeadersSentParams
) -> None:
    if isinstance(context.trace_request_ctx, Departure):
        await context.trace_request_ctx.leave()
