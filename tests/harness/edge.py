"""The edge alone behind a real server, with a handler that remembers its turns, and activities to send to it.

No stage, on purpose: what comes past the doors is seen here as the turn that a handler is given, without a database.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp

from bot.clock import elapsed_now
from bot.config import Settings, load_settings
from bot.messenger import Unsent
from bot.teams.client import Client, open_client
from bot.teams.edge import Edge
from bot.teams.keys import METADATA_URL
from bot.teams.limits import PATIENCE
from bot.usecases.turn import Turn
from bot.web.app import build_app, listening
from cards.kit.elements import Card, card, text
from tests.harness.issuer import APP_ID, SERVICE_URL

TENANT = "22222222-aaaa-4aaa-8aaa-222222222222"
BOT = "28:klyngebot"
CHANNEL = "19:kanal@thread.tacv2"
PERSON = "aaaaaaaa-0000-4000-8000-000000000006"
ANSWER = card(text("Svar på dansk: æøå"), speak="Et svar.", summary="Svar")

LOCAL = load_settings({"KLYNGEBOT_AUTH": "off"})
TEAMS = load_settings(
    {
        "MicrosoftAppId": APP_ID,
        "MicrosoftAppPassword": "hemmelig",
        "MicrosoftAppTenantId": TENANT,
        "KLYNGEBOT_TENANTS": TENANT,
    }
)


@dataclass
class EdgeAlone:
    """What a test sees: where to post, what the handler was given, what was kept for later."""

    url: str
    client: Client
    session: aiohttp.ClientSession
    turns: list[Turn] = field(default_factory=list)
    kept: list[tuple[Turn, Card]] = field(default_factory=list)
    replied: list[tuple[Turn, str]] = field(default_factory=list)
    answer: Card | Exception | None = ANSWER
    keeping_fails: bool = False

    async def send(self, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> tuple[int, Any]:
        """POST an activity; the status and the JSON body, if any."""
        async with self.session.post(f"{self.url}/api/messages", json=body, headers=headers) as answer:
            return answer.status, await answer.json() if await answer.read() else None

    async def handle(self, turn: Turn) -> Card | None:
        """The handler under the edge."""
        self.turns.append(turn)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def hear(self, turn: Turn, known_as: str) -> None:
        """What hears of replies that were taken."""
        self.replied.append((turn, known_as))

    async def keep(self, turn: Turn, reply: Card, _: Unsent) -> None:
        """What keeps unsent replies."""
        if self.keeping_fails:
            raise RuntimeError("databasen er væk")
        self.kept.append((turn, reply))


def apology(code: str) -> Card:
    """The card for an unexpected failure."""
    return card(text(f"Fejlkode: {code}"), speak="Der opstod en fejl.")


async def is_ready() -> str | None:
    """Always ready."""
    return None


@asynccontextmanager
async def open_edge(
    settings: Settings = LOCAL,
    *,
    metadata_url: str = METADATA_URL,
    now: Callable[[], datetime] = elapsed_now,
    patience: float = PATIENCE,
) -> AsyncIterator[EdgeAlone]:
    """The edge and its server for the length of the block."""
    async with (
        open_client(settings, metadata_url=metadata_url, now=now, patience=patience) as client,
        aiohttp.ClientSession() as session,
    ):
        edge_alone = EdgeAlone("", client, session)
        edge = Edge(settings, client, edge_alone.handle, edge_alone.keep, edge_alone.hear, apology)
        async with listening(build_app(edge.messages, is_ready), "127.0.0.1", 0, lingering=0.5) as port:
            edge_alone.url = f"http://127.0.0.1:{port}"
            yield edge_alone


def message(words: str = "hjælp", *, service_url: str = SERVICE_URL, **changes: Any) -> dict[str, Any]:
    """A message written in a channel's thread; `changes` replace whole fields, and None removes one."""
    return _without_none(
        {
            "type": "message",
            "id": "1699",
            "channelId": "msteams",
            "serviceUrl": service_url,
            "from": {"id": "29:hun", "name": "Koordinator", "aadObjectId": PERSON.upper()},
            "recipient": {"id": BOT, "name": "Klyngebot"},
            "conversation": {
                "id": f"{CHANNEL};messageid=1600",
                "conversationType": "channel",
                "isGroup": True,
                "tenantId": TENANT,
            },
            "channelData": {
                "tenant": {"id": TENANT},
                "team": {"id": "19:team@thread.tacv2"},
                "channel": {"id": CHANNEL},
            },
            "text": f"<at>Klyngebot</at>&nbsp;{words}",
            "entities": [
                {"type": "mention", "text": "<at>Klyngebot</at>", "mentioned": {"id": BOT, "name": "Klyngebot"}}
            ],
        }
        | changes
    )


def click(data: Any = None, *, verb: str = "godkend", **changes: Any) -> dict[str, Any]:
    """A click on a card in the channel."""
    action = {"type": "Action.Execute", "verb": verb, "data": data if data is not None else {}}
    value = {"action": action, "trigger": "manual"}
    return message(**({"type": "invoke", "name": "adaptiveCard/action", "text": None, "value": value} | changes))


def _without_none(activity: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in activity.items() if value is not None}
