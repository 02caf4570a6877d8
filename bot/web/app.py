"""The routes of the service and the server that listens for them."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, cast

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.typedefs import Middleware

from bot.metrics import exposition
from bot.web.gate import HEADERS_WITHIN, Gate, most_connections

MessageHandler = Callable[[web.Request], Awaitable[web.StreamResponse]]
IsReady = Callable[[], Awaitable[str | None]]
"""None when the service can work, otherwise one line that says what is missing."""

_LONGEST_HEADER = 32 * 1024
_BACKLOG = 128  # connections that the system keeps until they are let in
_TAKEN_BACK = 1.0  # seconds for those who were cut off
_UNTIL_LISTENED_TO = 3  # turns of the loop: its transport is made, it is told to the server, its task begins
_server_log = logging.getLogger(f"{__name__}.server")
_OPTIONS: dict[str, Any] = {
    "access_log": None,
    "logger": _server_log,
    "max_field_size": _LONGEST_HEADER,
    "max_line_size": _LONGEST_HEADER,
    "auto_decompress": False,  # what nobody has vouched for is not unpacked
}


def build_app(
    messages: MessageHandler,
    is_ready: IsReady,
    guards: Iterable[Middleware] = (),
    *,
    remark: Callable[[], str | None] = lambda: None,
) -> web.Application:
    """The application: `messages` answers Teams, `is_ready` tells a load balancer whether to send anything.

    Every request passes the `guards` first, whatever it asks for. `remark` is what those who run the service should
    know, though it works.
    """

    async def alive(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(_: web.Request) -> web.Response:
        reason = await is_ready()
        if reason is None:
            return web.Response(text="".join(f"{line}\n" for line in ("ok", remark()) if line))
        return web.Response(status=503, text=" ".join(reason.split()) + "\n")

    async def metrics(_: web.Request) -> web.Response:
        body, content_type = exposition()
        return web.Response(body=body, headers={"Content-Type": content_type})

    app = web.Application(middlewares=guards)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready)
    app.router.add_get("/metrics", metrics)
    return app


@asynccontextmanager
async def listening(
    app: web.Application,
    host: str,
    port: int,
    *,
    lingering: float = 10.0,
    headers_within: float = HEADERS_WITHIN,
    most: int | None = None,
    last_patience: timedelta = timedelta(seconds=6),
) -> AsyncIterator[int]:
    """Serve the application for the length of the block and yield the port (a free one for 0).

    Whoever still sends after being answered is listened to for `lingering` seconds, so that the answer reaches them.
    At most so many are connected as the descriptors allow, or `most`. At the end nobody new is let in, and whoever has
    asked is answered within `last_patience`.
    """
    # aiohttp waits twice for so long: for the answers, and for what it makes of those that did not come.
    runner = web.AppRunner(app, shutdown_timeout=last_patience.total_seconds() / 2)
    await runner.setup()
    options = _OPTIONS | {"lingering_time": lingering}
    gate = Gate(
        cast(web.Server, runner.server), options, most=most or most_connections(), headers_within=headers_within
    )
    try:
        listener = await asyncio.get_running_loop().create_server(gate, host, port, backlog=_BACKLOG)
        try:
            yield listener.sockets[0].getsockname()[1]
        finally:
            await _stop_accepting(listener)
            listener.close()
    finally:
        await runner.cleanup()
        await gate.end(_TAKEN_BACK)


async def _stop_accepting(server: asyncio.Server) -> None:
    """Let every connection that was accepted become known to the server before it closes.

    asyncio loses one that it accepts in the very moment in which its server closes (python/cpython#109564): it would
    neither be answered nor closed; and aiohttp waits in vain for one whose task has not begun yet. What waits in the
    system's queue is refused by the system.
    """
    if isinstance(server, asyncio.Server):  # uvloop's is none, and loses nothing
        with contextlib.suppress(NotImplementedError):  # on Windows
            for each in server.sockets:
                asyncio.get_running_loop().remove_reader(each.fileno())
    for _ in range(_UNTIL_LISTENED_TO):
        await asyncio.sleep(0)


def _calmly(record: logging.LogRecord) -> bool:
    """A request that is not HTTP, or breaks off, is the caller's mistake: one line of ours, without a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], HttpProcessingError | web.RequestPayloadError):
        record.msg, record.args = "What came was not a valid request", ()
        record.pathname, record.exc_info = __file__, None
        record.levelno, record.levelname = logging.INFO, "INFO"
    return True


_server_log.addFilter(_calmly)
