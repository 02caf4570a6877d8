"""A Teams that fails: it takes down every message the bot posts or changes, and answers as a bad day has it."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from aiohttp import web

from tests.faults.cards import Json, Seen, essence, read_card

_LONGEST_DELAY = 0.6  # seconds


@dataclass(frozen=True, slots=True)
class Trouble:
    """One way to fail: an HTTP status (None: the connection is cut), perhaps after the call had its effect."""

    status: int | None
    is_applied: bool = False
    retry_after: str = ""


TROUBLES: dict[str, tuple[float, Trouble]] = {
    "429 with Retry-After": (0.015, Trouble(429, retry_after="1")),
    "429": (0.010, Trouble(429)),
    "412": (0.005, Trouble(412)),
    "502": (0.005, Trouble(502)),
    "503": (0.010, Trouble(503)),
    "504": (0.003, Trouble(504)),
    "504 after the effect": (0.003, Trouble(504, is_applied=True)),
    "cut before the effect": (0.005, Trouble(None)),
    "cut after the effect": (0.005, Trouble(None, is_applied=True)),
}
"""Each with the share of calls that it befalls."""
_SLOW = 0.06


@dataclass(slots=True)
class Post:
    """A message of the bot's as it stands: `at` is the pinned moment of its last change."""

    conversation: str
    thread: str | None
    essence: str
    at: datetime
    is_said_gone: bool = False  # a change of it was answered with 404, so that the bot posts it anew


class Heard(Protocol):
    """Who reads what the bot posts; `thread` is None where a message begins one, or in a chat."""

    def __call__(self, conversation: str, thread: str | None, message: str, seen: Seen) -> None:
        """One message has come or has changed."""


@dataclass(slots=True, kw_only=True)
class Teams:
    """The connector's REST API; `dead` maps a channel to the status that everything in it is answered with."""

    chance: random.Random
    moment: Callable[[], datetime]
    heard: Heard
    is_failing: bool = True
    posts: dict[str, Post] = field(default_factory=dict)
    dead: dict[str, int] = field(default_factory=dict)
    troubles: Counter[str] = field(default_factory=Counter)
    changes: int = 0
    _last: int = 0

    def routes(self) -> list[web.RouteDef]:
        """The calls that the bot makes."""
        one = "/v3/conversations/{conversation}/activities"
        return [
            web.post("/v3/conversations", self._create),
            web.post(one, self._post),
            web.put(one + "/{activity}", self._put),
        ]

    async def _create(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        channel = asked["channelData"].get("channel", {}).get("id")
        if channel is None:
            return web.json_response({"id": f"a:{asked['members'][0]['id']}"}, status=201)

        def begin() -> Json:
            ident = self._keep(channel, None, asked["activity"])
            return {"id": f"{channel};messageid={ident}", "activityId": ident}

        return await self._answer(request, channel, begin)

    async def _post(self, request: web.Request) -> web.StreamResponse:
        activity = await request.json()
        conversation, _, thread = request.match_info["conversation"].partition(";messageid=")
        return await self._answer(
            request, conversation, lambda: {"id": self._keep(conversation, thread or None, activity)}
        )

    async def _put(self, request: web.Request) -> web.StreamResponse:
        activity = await request.json()
        ident = request.match_info["activity"]
        post = self.posts[ident]

        def change() -> Json:
            self.changes += 1
            self._show(post, ident, activity)
            return {"id": ident}

        answer = await self._answer(request, post.conversation, change)
        post.is_said_gone = post.is_said_gone or answer.status == 404
        return answer

    async def _answer(self, request: web.Request, channel: str, act: Callable[[], Json]) -> web.StreamResponse:
        if channel in self.dead:
            self.troubles[f"{self.dead[channel]} of a dead channel"] += 1
            return _error(self.dead[channel])
        name, trouble = self._trouble()
        if trouble is None:
            if name:
                self.troubles[name] += 1
                await asyncio.sleep(self.chance.random() * _LONGEST_DELAY)
            return web.json_response(act(), status=201)
        self.troubles[name] += 1
        if trouble.is_applied:
            act()
        if trouble.status is None:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        return _error(trouble.status, trouble.retry_after)

    def _trouble(self) -> tuple[str, Trouble | None]:
        if not self.is_failing:
            return "", None
        drawn = self.chance.random()
        for name, (share, trouble) in TROUBLES.items():
            drawn -= share
            if drawn < 0:
                return name, trouble
        return ("slow", None) if drawn < _SLOW else ("", None)

    def _keep(self, conversation: str, thread: str | None, activity: Json) -> str:
        self._last += 1
        ident = f"p{self._last}"
        self.posts[ident] = Post(conversation, thread, "", self.moment())
        self._show(self.posts[ident], ident, activity)
        return ident

    def _show(self, post: Post, ident: str, activity: Json) -> None:
        content: dict[str, Any] = activity["attachments"][0]["content"]
        post.essence, post.at = essence(content), self.moment()
        self.heard(post.conversation, post.thread, ident, read_card(content))


def _error(status: int, retry_after: str = "") -> web.Response:
    headers = {"Retry-After": retry_after} if retry_after else {}
    return web.json_response({"error": {"code": "Injected"}}, status=status, headers=headers)
