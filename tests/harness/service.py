"""A small connector on loopback that records what arrives and answers as it is told to."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.web.app import listening


@dataclass(frozen=True)
class Arrival:
    """One request; `path` is decoded."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any


@dataclass
class Service:
    """Teams' side of the line; `answers` are used up first, one for each request."""

    url: str = ""
    arrivals: list[Arrival] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    pages: dict[str, Any] = field(default_factory=dict)
    hangs_up: bool = False
    is_slow: bool = False
    _peers: set[object] = field(default_factory=set)

    @property
    def connections(self) -> int:
        """How many connections have been used."""
        return len(self._peers)

    async def take(self, request: web.Request) -> web.Response:
        """Record the request and answer it."""
        body = await request.json() if request.can_read_body else None
        self._peers.add(request.transport and request.transport.get_extra_info("peername"))
        self.arrivals.append(Arrival(request.method, request.path, request.query, request.headers, body))
        if self.is_slow:
            await asyncio.sleep(3)
        if self.hangs_up and request.transport:
            request.transport.close()
        if self.answers:
            return self.answers.pop(0)
        if request.path.endswith("/pagedmembers"):
            return web.json_response(self.pages[request.query.get("continuationToken", "")])
        if request.path == "/v3/conversations" and body and body.get("isGroup"):
            root = "19:kanal@thread.tacv2;messageid=1700"
            return web.json_response({"id": root, "activityId": "1700"}, status=201)
        return web.json_response({"id": "a:samtale" if request.path == "/v3/conversations" else "42"}, status=201)


@asynccontextmanager
async def running_service() -> AsyncIterator[Service]:
    """A connector for the length of the block."""
    service = Service()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", service.take)
    async with listening(app, "127.0.0.1", 0) as port:
        service.url = f"http://127.0.0.1:{port}"
        yield service
