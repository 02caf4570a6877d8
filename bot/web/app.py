"""The routes of the service and the server that listens for them."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.typedefs import Middleware

from bot.metrics import exposition

MessageHandler = Callable[[web.Request], Awaitable[web.StreamResponse]]
IsReady = Callable[[], Awaitable[str | None]]
"""None when the service can work, otherwise one line that says what is missing."""

_LONGEST_HEADER = 32 * 1024
_server_log = logging.getLogger(f"{__name__}.server")


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
    try:
        await web.TCPSite(runner, host, port).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _calmly(record: logging.LogRecord) -> bool:
    """A request that is not HTTP, or breaks off, is the caller's mistake: one line of ours, without a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], HttpProcessingError | web.RequestPayloadError):
        record.msg, record.args = "What came was not a valid request", ()
        record.pathname, record.exc_info = __file__, None
        record.levelno, record.levelname = logging.INFO, "INFO"
    return True


_server_log.addFilter(_calmly)
