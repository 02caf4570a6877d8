"""The peers that Klyngebot is measured against, as their documentation writes them."""

import sys
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import ClientSession, web
from botbuilder.core import (  # type: ignore[import-untyped]  # no types
    ActivityHandler,
    InvokeResponse,
    MessageFactory,
    TurnContext,
)
from botbuilder.integration.aiohttp import (  # type: ignore[import-untyped]  # no types
    CloudAdapter,
    ConfigurationBotFrameworkAuthentication,
)
from microsoft_agents.hosting import aiohttp as agents
from microsoft_agents.hosting import core as agents_core

from tests.bench.serving import serve

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def botbuilder() -> Handler:
    """The Bot Framework SDK's echo bot, without authentication."""

    class Echo(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
        async def on_message_activity(self, turn_context: TurnContext) -> None:
            await turn_context.send_activity(MessageFactory.text(f"Echo: {turn_context.activity.text}"))

        async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
            # Without a body: the adapter fails on every body it is given.
            return InvokeResponse(status=200)

    class Config:
        APP_ID = ""
        APP_PASSWORD = ""

    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(Config())), Echo()

    async def messages(request: web.Request) -> web.StreamResponse:
        answer: web.Response = await adapter.process(request, bot)
        return answer

    return messages


def agents_sdk() -> Handler:
    """Its successor's echo agent, without authentication."""

    class Echo(agents_core.ActivityHandler):
        async def on_message_activity(self, turn_context: Any) -> None:
            await turn_context.send_activity(f"Echo: {turn_context.activity.text}")

    nobody: Any = None  # whoever is anonymous needs no connection
    factory = agents_core.RestChannelServiceClientFactory(nobody)
    adapter, echo = agents.CloudAdapter(channel_service_client_factory=factory), Echo()

    async def messages(request: web.Request) -> web.StreamResponse:
        answer = await adapter.process(request, echo)
        assert answer is not None
        return answer

    return messages


def bare_aiohttp() -> Handler:
    """The same exchange without any SDK: what no bot over aiohttp can outrun."""
    sessions: list[ClientSession] = []

    async def messages(request: web.Request) -> web.StreamResponse:
        activity = await request.json()
        if not sessions:
            sessions.append(ClientSession())
        url = f"{activity['serviceUrl']}/v3/conversations/1/activities"
        async with sessions[0].post(url, json={"type": "message", "text": f"Echo: {activity['text']}"}) as answer:
            await answer.read()
        return web.Response()

    return messages


PEERS: dict[str, Callable[[], Handler]] = {
    "botbuilder": botbuilder,
    "agents": agents_sdk,
    "aiohttp": bare_aiohttp,
}


if __name__ == "__main__":
    serve(PEERS[sys.argv[1]]())
