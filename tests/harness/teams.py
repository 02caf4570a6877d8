"""The tests' one Teams: the product's stand-in, which remembers what reached it, and fails and waits as it is told."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Mapping, MutableSequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.local.connector import Failure
from bot.local.directory import Account
from bot.local.stand_in import LocalTeams
from bot.web.app import listening
from tests.harness.klynge_nord import klynge_nord

_LAST_PATIENCE = timedelta(seconds=1)
_PLACE = web.RequestKey("place", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One call of the bot's; `path` is decoded, `at` the loop's time, `body` None where it was empty or no JSON."""

    at: float
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any

    @property
    def said(self) -> str:
        """The summary of the card that it brought."""
        return str(self.body.get("activity", self.body).get("summary", ""))


class Gate:
    """Holds up whoever comes to a place while it is shut; `reached` tells that somebody has come."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self._opened = asyncio.Event()
        self._opened.set()

    def shut(self) -> None:
        """Hold up everybody from now on."""
        self._opened.clear()

    def open(self) -> None:
        """Let them pass, and whoever comes later."""
        self._opened.set()

    async def passed(self) -> None:
        """Returns when the caller may pass."""
        self.reached.set()
        await self._opened.wait()


class Teams(LocalTeams):
    """What people see and do, and what the bot meets there.

    A call meets, in this order: the next of `answers`, just as it is; the `gates` of its place; the next of that
    place's `faults`; the status with which everything in the place is `refused`; `trouble`, asked for every call; the
    next of `connector.failures`. A place is a conversation, or
    the account with whom the bot begins one.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.arrivals: MutableSequence[Arrival] = []
        self.answers: list[web.StreamResponse] = []
        self.gates: defaultdict[str, Gate] = defaultdict(Gate)
        self.faults: defaultdict[str, deque[Failure]] = defaultdict(deque)
        self.refused: dict[str, int] = {}
        self.connector.befalls = self._befalls
        self._peers: set[object] = set()

    @property
    def url(self) -> str:
        """Where the bot reaches it."""
        return self.visitor.service_url

    @property
    def connections(self) -> int:
        """How many connections the bot has used."""
        return len(self._peers)

    def add_to(self, app: web.Application, *, with_page: bool = True) -> None:
        """Mount the connector and the page at the root of an application that will listen on loopback."""
        app.middlewares.append(self._middleware())
        super().add_to(app, with_page=with_page)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Listen on a port of its own for the length of the block, for a bot that is somewhere else."""
        app = web.Application()
        self.add_to(app, with_page=False)
        async with listening(app, "127.0.0.1", 0, last_patience=_LAST_PATIENCE) as port:
            self.connect(service_url=f"http://127.0.0.1:{port}", bot_url="")
            try:
                yield
            finally:
                for gate in self.gates.values():
                    gate.open()

    def trouble(self, request: web.Request, place: str) -> Failure | None:
        """What befalls a call for which nothing was told; nothing, unless there are bad days."""

    def _middleware(self) -> Any:
        @web.middleware
        async def meet(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._met(request, handler) if request.path.startswith("/v3/") else await handler(request)

        return meet

    async def _met(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        body = _json(await request.read())
        self._peers.add(request.transport and request.transport.get_extra_info("peername"))
        self.arrivals.append(
            Arrival(
                at=asyncio.get_running_loop().time(),
                method=request.method,
                path=request.path,
                query=request.query,
                headers=request.headers,
                body=body,
            )
        )
        if self.answers:
            return self.answers.pop(0)
        request[_PLACE] = _place(request, body)
        await self.gates[request[_PLACE]].passed()
        return await handler(request)

    def _befalls(self, request: web.Request) -> Failure | None:
        place = request[_PLACE]
        failures = self.connector.failures
        if self.faults[place]:
            return self.faults[place].popleft()
        if place in self.refused:
            return Failure(self.refused[place])
        return self.trouble(request, place) or (failures.popleft() if failures else None)


def accounts() -> list[Account]:
    """Everybody of the example forum."""
    return [
        Account(object_id=identity.object_id, tenant=identity.tenant, name=person.name)
        for person in klynge_nord().people
        for identity in person.identities
    ]


def _place(request: web.Request, body: Any) -> str:
    conversation = request.path.removeprefix("/v3/conversations").removeprefix("/").partition("/")[0]
    if conversation:
        return conversation.partition(";messageid=")[0]
    asked = body if isinstance(body, dict) else {}
    members = asked.get("members") or [{}]
    begun = asked.get("channelData", {}).get("channel") or members[0]
    return str(begun.get("id"))


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None
