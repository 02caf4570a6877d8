"""Somebody's browser in front of `/svar/`: cards are read from the page and pressed on it."""

import html
import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientResponse, ClientSession, CookieJar

from bot.local.demo.stage import Stage
from bot.local.filling import Value, filled, find
from cards.html.fields import PREFIX
from cards.html.walk import Json

URL = "https://klyngebot.example.org"
"""Where people reach the service, as the tests' settings say."""
OPEN = "Åbn på min egen side"


@dataclass
class Seen:
    """One answer: its status, headers and words, and what the form on it carries along."""

    status: int
    headers: Mapping[str, str]
    words: str
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def card(self) -> Json:
        """The card on the page."""
        found: Json = json.loads(self.fields["kort"])
        return found


class Browser:
    """Keeps cookies as a browser does, `Secure` ones too: in the tests no proxy ends TLS."""

    def __init__(self, session: ClientSession, root: str) -> None:
        self._session = session
        self._root = root
        self.cookie: str | None = None

    async def looks(self, address: str = "/svar/", *, method: str = "GET") -> Seen:
        """Follow an address."""
        reached = urlsplit(address)
        url = f"{self._root}{reached.path}{'?' + reached.query if reached.query else ''}"
        async with self._session.request(method, url, headers=self._headers(), allow_redirects=False) as answer:
            return await self._seen(answer)

    async def posts(self, fields: Mapping[str, str], **headers: str) -> Seen:
        """Send a form, and go where the answer leads."""
        sent = self._headers() | {name.replace("_", "-"): value for name, value in headers.items()}
        url = f"{self._root}/svar/"
        async with self._session.post(url, data=dict(fields), headers=sent, allow_redirects=False) as answer:
            seen = await self._seen(answer)
        return await self.looks(seen.headers["Location"]) if seen.status == 303 else seen

    async def enters(self, address: str) -> Seen:
        """Follow the address and press the one button behind it."""
        return await self.posts((await self.looks(address)).fields)

    async def presses(self, seen: Seen, title: str, inputs: Mapping[str, Value] | None = None) -> Seen:
        """Press a button of the card on the page, filled in."""
        return await self.posts(pressed(seen, title, inputs))

    def _headers(self) -> dict[str, str]:
        return {"Cookie": f"svar={self.cookie}"} if self.cookie else {}

    async def _seen(self, answer: ClientResponse) -> Seen:
        for name, kept in answer.cookies.items():
            assert name == "svar"
            self.cookie = kept.value
        words = await answer.text()
        hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', words)
        fields = {html.unescape(name): html.unescape(value) for name, value in hidden}
        return Seen(answer.status, dict(answer.headers), words, fields)


@asynccontextmanager
async def browsing(nord: Stage) -> AsyncIterator[Browser]:
    """A browser without a past."""
    async with ClientSession(cookie_jar=CookieJar()) as session:
        yield Browser(session, f"http://127.0.0.1:{nord.service.port}")


def pressed(seen: Seen, title: str, inputs: Mapping[str, Value] | None = None) -> dict[str, str]:
    """What a browser posts when that button is pressed."""
    button = find(seen.card, title)
    assert button is not None, f"no button {title} on {seen.words}"
    values = filled(button, inputs or {})
    typed = {PREFIX + str(each["id"]): str(values[str(each["id"])]) for each in button.inputs if each["id"] in values}
    return {**seen.fields, **typed, "press": button.path}


def address_on(card: Any) -> str:
    """The address that the card carries for its one reader."""
    found: list[str] = re.findall(r'"url": "(https://klyngebot\.example\.org/svar/[^"]+)"', json.dumps(card))
    assert len(found) == 1, card
    return found[0]
