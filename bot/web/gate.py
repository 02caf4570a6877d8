"""Who may stay connected: headers come within seconds, and whoever has kept us waiting longest makes room for others.

aiohttp bounds neither how long a request's headers may take nor how many connections there are; a thousand half-sent
ones would use up the descriptors, and nobody else could be let in. Behind a proxy everybody comes from one address, so
no address has a share of its own.
"""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, cast

from aiohttp import web

HEADERS_WITHIN = 10.0
"""Seconds from the connection, or from a later request's first byte, until its headers are whole."""
_MOST = 2_000  # connections: some fifty megabytes
_FEWEST = 32
_FOR_THE_REST = 200  # descriptors: the database's connections, those to Teams, files
_SAY_EVERY = 60.0  # seconds

Handler = Callable[[Any], Awaitable[web.StreamResponse]]

log = logging.getLogger(__name__)


def most_connections() -> int:
    """As many as the process's descriptors leave room for."""
    if sys.platform == "win32":
        return _MOST
    import resource

    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed == resource.RLIM_INFINITY:
        return _MOST
    return max(_FEWEST, min(_MOST, allowed - _FOR_THE_REST))


class Gate:
    """Lets connections of one server in; `options` are those of aiohttp's own handler of a connection."""

    def __init__(self, server: web.Server, options: Mapping[str, Any], *, most: int, headers_within: float) -> None:
        self._server = server
        self._options = options
        self._most = most
        self.headers_within = headers_within
        self._connected: set[_Connection] = set()
        # Who has not sent whole headers yet, and who is between two requests; whoever is longest comes first.
        self._waited_for: dict[_Connection, None] = {}
        self._idle: dict[_Connection, None] = {}
        self._answering: set[asyncio.Task[Any]] = set()
        self._said: dict[str, int] = {}
        self._quiet: asyncio.TimerHandle | None = None
        server.request_handler = self._answered(server.request_handler)

    def __call__(self) -> "_Connection":
        """What the loop asks for when somebody connects."""
        return _Connection(self, self._server, loop=asyncio.get_running_loop(), **self._options)

    def admits(self, connection: "_Connection") -> bool:
        """Whether there is room, which whoever keeps us waiting must make."""
        if len(self._connected) >= self._most:
            slowest = next(iter(self._waited_for or self._idle), None)
            self._say("turned away" if slowest is None else "closed to make room for others")
            if slowest is None:
                return False
            slowest.cut()
        self._connected.add(connection)
        return True

    def is_idle(self, connection: "_Connection") -> bool:
        """Whether it is between two requests."""
        return connection in self._idle

    def waits(self, connection: "_Connection") -> None:
        """Its headers are not whole yet."""
        self._idle.pop(connection, None)
        self._waited_for[connection] = None

    def too_slow(self, connection: "_Connection") -> None:
        """Its headers took too long."""
        self._say(f"closed, whose headers were not there within {self.headers_within:.0f} s")
        connection.cut()

    def left(self, connection: "_Connection") -> None:
        """It is gone."""
        self._connected.discard(connection)
        self._waited_for.pop(connection, None)
        self._idle.pop(connection, None)

    async def end(self, patience: float) -> None:
        """Wait until those whose request was cut off have done what they do about it."""
        if self._quiet is not None:
            self._quiet.cancel()
            self._tell()
        if self._answering:
            await asyncio.wait(set(self._answering), timeout=patience)

    def _answered(self, handler: Handler) -> Handler:
        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            connection, task = cast(_Connection, request.protocol), cast("asyncio.Task[Any]", asyncio.current_task())
            connection.is_heard()
            self._waited_for.pop(connection, None)
            self._answering.add(task)
            try:
                return await handler(request)
            finally:
                self._answering.discard(task)
                if connection in self._connected:
                    self._idle[connection] = None

        return answer

    def _say(self, what: str) -> None:
        """At once, and what comes within a minute after it together."""
        self._said[what] = self._said.get(what, 0) + 1
        if self._quiet is None:
            self._tell()
            self._quiet = asyncio.get_running_loop().call_later(_SAY_EVERY, self._again)

    def _again(self) -> None:
        self._quiet = None
        if self._said:
            self._tell()
            self._quiet = asyncio.get_running_loop().call_later(_SAY_EVERY, self._again)

    def _tell(self) -> None:
        for what, often in self._said.items():
            log.warning("Connections %s: %d (%d of at most %d open)", what, often, len(self._connected), self._most)
        self._said.clear()


class _Connection(web.RequestHandler):
    """Somebody's, with the time that its headers may take."""

    __slots__ = ("_gate", "_patience")

    def __init__(self, gate: Gate, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._gate = gate
        self._patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there: let in, or cut off at once."""
        if not self._gate.admits(self):
            return cast(asyncio.Transport, transport).abort()
        super().connection_made(transport)
        return self._await_headers()

    def connection_lost(self, exc: BaseException | None) -> None:
        """They have gone."""
        self.is_heard()
        self._gate.left(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Between two requests the first byte is where the next one begins."""
        if self._patience is None and self._gate.is_idle(self):
            self._await_headers()
        super().data_received(data)

    def is_heard(self) -> None:
        """A request's headers are whole."""
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def cut(self) -> None:
        """Let go of it at once."""
        self._gate.left(self)
        self.is_heard()
        if self.transport is not None:
            self.transport.abort()

    def _await_headers(self) -> None:
        self._gate.waits(self)
        self._patience = asyncio.get_running_loop().call_later(self._gate.headers_within, self._gate.too_slow, self)
