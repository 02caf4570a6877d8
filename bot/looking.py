"""Looks at an address of the public web, as the public would, and at nothing else: not at this machine nor its network.

Each name is resolved here and its addresses checked, and those alone are connected to, at each of a few redirects.
"""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address
from ssl import SSLContext
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.domain.kernel.refusal import Refusal
from bot.domain.publication.links import Found, checked_link, is_public_address

_TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)
_MOST_REDIRECTS = 4
_NAMED = {"User-Agent": "Klyngebot (link check)", "Accept": "*/*"}
_GONE = (404, 410)
_NOT_TO_US = (401, 403, 407, 429)
_NO_HEAD = (400, 403, 404, 405, 406, 501)
"""What is answered to HEAD by some who answer GET."""


class NotPublicError(OSError):
    """The name leads to an address that is not of the public internet."""


class Looker:
    """`allows_loopback` lets this machine be looked at, at any port: for tests."""

    def __init__(self, session: aiohttp.ClientSession, *, allows_loopback: bool) -> None:
        self._session = session
        self._allows_loopback = allows_loopback

    async def look(self, link: str) -> Found:
        """How the address is found; never raises for what is at fault there."""
        try:
            return await self._follow(link)
        except NotPublicError:
            return Found.GONE
        except aiohttp.ClientConnectorError as fault:
            return Found.GONE if isinstance(fault.os_error, NotPublicError) else Found.SILENT
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return Found.SILENT

    async def _follow(self, link: str) -> Found:
        for _ in range(_MOST_REDIRECTS + 1):
            if not self._may_look(link):
                return Found.GONE
            status, further = await self._ask(link)
            if further is None:
                return _found(status)
            link = urljoin(link, further)
        return Found.GONE

    async def _ask(self, link: str) -> tuple[int, str | None]:
        """The status and, of a redirect, where it leads; what is answered is not read."""
        for method in ("HEAD", "GET"):
            async with self._session.request(method, link, allow_redirects=False, headers=_NAMED) as answer:
                further = answer.headers.get("Location") if 300 <= answer.status < 400 else None
                if method == "GET" or answer.status not in _NO_HEAD:
                    return answer.status, further
        raise ValueError(link)

    def _may_look(self, link: str) -> bool:
        parts = urlsplit(link)
        if self._allows_loopback and parts.scheme == "https" and _is_loopback(parts.hostname or ""):
            return True
        try:
            return checked_link(link) == link
        except Refusal:
            return False


class PublicResolver(AbstractResolver):
    """Resolves names to addresses of the public internet alone, and of this machine where that is allowed."""

    def __init__(self, inner: AbstractResolver, *, allows_loopback: bool) -> None:
        self._inner = inner
        self._allows_loopback = allows_loopback

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses; NotPublicError where any of them is none of those."""
        found = await self._inner.resolve(host, port, family)
        for each in found:
            address = each["host"]
            if not (is_public_address(address) or (self._allows_loopback and _is_loopback(address))):
                raise NotPublicError(host)
        return found

    async def close(self) -> None:
        """Nothing is kept open."""
        await self._inner.close()


@asynccontextmanager
async def open_looker(
    *, allows_loopback: bool, resolver: AbstractResolver | None = None, ssl: SSLContext | bool = True
) -> AsyncIterator[Looker]:
    """For the length of the block; `resolver` and `ssl` stand in for the system's own."""
    inner = resolver or aiohttp.ThreadedResolver()
    public = PublicResolver(inner, allows_loopback=allows_loopback)
    connector = aiohttp.TCPConnector(resolver=public, ssl=ssl, use_dns_cache=False, limit=2, force_close=True)
    jar = aiohttp.DummyCookieJar()
    async with aiohttp.ClientSession(connector=connector, timeout=_TIMEOUT, cookie_jar=jar) as session:
        yield Looker(session, allows_loopback=allows_loopback)


def _found(status: int) -> Found:
    if status < 400:
        return Found.ALIVE
    if status in _GONE:
        return Found.GONE
    return Found.UNKNOWN if status in _NOT_TO_US else Found.SILENT


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
