"""Files where Teams keeps them: asked for as nobody, over https, from hosts of the list alone, and up to a size.

The address itself opens the file, so no token goes with it, and it stands in no log. A redirect is followed on the
same host alone.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import SplitResult, urljoin, urlsplit

import aiohttp

from bot.config import Settings, is_loopback
from bot.domain.kernel.refusal import Refusal
from bot.fetching import Fetch, NotFetched
from bot.teams.departure import open_session

TIMEOUTS = aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=20)
_PIECE = 64 * 1024
_MOST_REDIRECTS = 3
_MEGABYTE = 1024 * 1024
_HOST = re.compile(r"(?:[a-z0-9-]+\.)*[a-z0-9-]+\.?(?::[0-9]{1,5})?", re.IGNORECASE)  # that everybody reads alike
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ASKED = {"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": "Klyngebot"}


@asynccontextmanager
async def open_files(settings: Settings, *, timeouts: aiohttp.ClientTimeout = TIMEOUTS) -> AsyncIterator[Fetch]:
    """What fetches files, for the length of the block."""
    async with open_session() as session:
        yield _Files(settings, session, timeouts).fetch


class _Files:
    def __init__(self, settings: Settings, session: aiohttp.ClientSession, timeouts: aiohttp.ClientTimeout) -> None:
        self._settings = settings
        self._session = session
        self._timeouts = timeouts

    async def fetch(self, address: str) -> bytes:
        """What the address holds; raises NotFetched."""
        for _ in range(_MOST_REDIRECTS + 1):
            reached = _read(address)
            if reached is None or not self._may_ask(reached):
                raise NotFetched(Refusal("attachment_host"))
            try:
                found = await self._ask(address)
            except (aiohttp.ClientError, OSError, ValueError):
                raise NotFetched(Refusal("attachment_cut_off"), passes=True) from None
            if isinstance(found, bytes):
                return found
            address = _onward(address, found)
        raise NotFetched(Refusal("attachment_moved"))

    async def _ask(self, address: str) -> bytes | str:
        """What is there, or where it is instead."""
        async with self._session.get(
            address, headers=_ASKED, allow_redirects=False, timeout=self._timeouts, auto_decompress=False
        ) as answer:
            if answer.status in _REDIRECTS:
                return answer.headers.get("Location", "")
            if answer.status != 200:
                passes = answer.status >= 500 or answer.status == 429
                raise NotFetched(Refusal("attachment_away" if passes else "attachment_expired"), passes=passes)
            if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
                raise NotFetched(Refusal("attachment_away"))
            return await self._read(answer)

    async def _read(self, answer: aiohttp.ClientResponse) -> bytes:
        most = self._settings.file_megabytes * _MEGABYTE
        if (answer.content_length or 0) > most:
            raise self._too_large()
        held = bytearray()
        async for piece in answer.content.iter_chunked(_PIECE):
            held += piece
            if len(held) > most:
                raise self._too_large()
        return bytes(held)

    def _too_large(self) -> NotFetched:
        return NotFetched(Refusal("attachment_large", mb=self._settings.file_megabytes))

    def _may_ask(self, reached: SplitResult) -> bool:
        host = (reached.hostname or "").removesuffix(".")
        if not self._settings.authenticates and is_loopback(host):
            return True
        is_known = any(host == each or host.endswith(f".{each}") for each in self._settings.file_hosts)
        return reached.scheme == "https" and reached.port in (None, 443) and is_known


def _read(address: str) -> SplitResult | None:
    """The address in its parts; None where two could read it differently."""
    is_plain = address.isascii() and all("!" <= sign <= "~" and sign not in '\\"<>^`{|}' for sign in address)
    try:
        reached = urlsplit(address)
        _ = reached.port
    except ValueError:
        return None
    is_one = reached.scheme in ("http", "https") and _HOST.fullmatch(reached.netloc) is not None
    return reached if is_plain and is_one else None


def _onward(address: str, to: str) -> str:
    """Where a redirect leads to, on the same host; raises NotFetched."""
    try:
        onward = urljoin(address, to)
        is_there = urlsplit(onward).netloc == urlsplit(address).netloc
    except ValueError:
        is_there = False
    if not is_there:
        raise NotFetched(Refusal("attachment_moved"))
    return onward
