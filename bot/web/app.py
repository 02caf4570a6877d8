"""The routes of the service and the server that listens for them."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from bot.metrics import exposition

MessageHandler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Readiness = Callable[[], Awaitable[str | None]]
"""None when the service can work, otherwise one line that says what is missing."""

_LONGEST_HEADER = 32 * 1024
_UNTIL_LISTENED_TO = 3  # turns of the loop: its transport is made, it is told to the server, its task begins
_server_log = logging.getLogger(f"{__name__}.server")


def build_app(messages: MessageHandler, is_ready: Readiness) -> web.Application:
    """The application: `messages` answers Teams, `is_ready` tells a load balancer whether to send anything."""

    async def alive(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(_: web.Request) -> web.Response:
        reason = await is_ready()
        if reason is None:
            return web.Response(text="ok\n")
        return web.Response(status=503, text=" ".join(reason.split()) + "\n")

    async def metrics(_: web.Request) -> web.Response:
        body, content_type = exposition()
        return web.Response(body=body, headers={"Content-Type": content_type})

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready)
    app.router.add_get("/metrics", metrics)
    return app


@asynccontextmanager
async def listening(app: web.Application, host: str, port: int, *, lingering: float = 10.0) -> AsyncIterator[int]:
    """Serve the application for the length of the block and yield the port (a free one for 0).

    Whoever still sends after being answered is listened to for `lingering` seconds, so that the answer reaches them.
    """
    runner = web.AppRunner(
        app,
        access_log=None,
        logger=_server_log,
        max_field_size=_LONGEST_HEADER,
        max_line_size=_LONGEST_HEADER,
        auto_decompress=False,  # what nobody has vouched for is not unpacked
        shutdown_timeout=20,
        lingering_time=lingering,
    )
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await _stop_accepting(site)
        await runner.cleanup()


async def _stop_accepting(site: web.TCPSite) -> None:
    """Let every connection that was accepted become known to the server before it closes.

    asyncio loses one that it accepts in the very moment in which its server closes (python/cpython#109564): it would
    neither be answered nor closed; and aiohttp waits in vain for one whose task has not begun yet. What waits in the
    system's queue is refused by the system.
    """
    server = site._server  # there is no public way to its sockets
    if isinstance(server, asyncio.Server):  # uvloop's is none, and loses nothing
        with contextlib.suppress(NotImplementedError):  # on Windows
            for each in server.sockets:
                asyncio.get_running_loop().remove_reader(each.fileno())
    for _ in range(_UNTIL_LISTENED_TO):
        await asyncio.sleep(0)


def _calmly(record: logging.LogRecord) -> bool:
    """A request that is not HTTP, or breaks off, is the caller's mistake: one line, without a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], HttpProcessingError | web.RequestPayloadError):
        record.msg = f"{record.msg}: not a valid request"
        record.exc_info = None
        record.levelno, record.levelname = logging.INFO, "INFO"
    return True


_server_log.addFilter(_calmly)
