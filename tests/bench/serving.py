"""How each contender is served: the same HTTP server, on a free port that is printed, until it is told to stop."""

import asyncio
import signal
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.web.app import listening


def serve(messages: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> None:
    """Answer `POST /api/messages` until SIGTERM."""
    asyncio.run(_serve(messages))


async def _serve(messages: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> None:
    app = web.Application()
    app.router.add_post("/api/messages", messages)
    async with listening(app, "127.0.0.1", 0) as port:
        await told_to_stop(port)


async def told_to_stop(port: int) -> None:
    """Tell the port to whoever started this process, and wait for SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    print(port, flush=True)  # noqa: T201 - how the port is told
    await stop.wait()
