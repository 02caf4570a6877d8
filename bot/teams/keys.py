"""Microsoft's signing keys: fetched when first needed, renewed when a new one appears, and kept through an outage.

A request whose key we know never waits. One whose key we do not know waits for the next fetch, and there is at most
one fetch in `_PAUSE`: so a key that was published a moment ago costs its first requests some seconds but none is lost,
and made-up key ids cost Microsoft next to nothing.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import jwt
from yarl import URL

METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
_PATIENCE = timedelta(seconds=5)  # for both documents together
_FRESH = timedelta(hours=24)
_PAUSE = timedelta(seconds=5)
_MOST_WAITING = 500  # requests; a flood of made-up key ids must not fill the memory
_LARGEST = 2 * 1024 * 1024  # bytes; Microsoft's document is about a twentieth of it
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Key:
    """A public key and the channels it may speak for."""

    public: Any
    endorsements: frozenset[str]


class KeysUnavailable(Exception):  # noqa: N818 - an outage elsewhere, not an error here
    """The keys cannot be had now, so a token can be neither trusted nor refused."""

    retry_after = _PAUSE


class Keys:
    """The keys behind one OpenID metadata address; one fetch at a time, however many ask. `now` is the real time."""

    def __init__(
        self,
        metadata_url: str,
        session: aiohttp.ClientSession,
        now: Callable[[], datetime],
        *,
        pause: timedelta = _PAUSE,
        patience: timedelta = _PATIENCE,
    ) -> None:
        self._metadata_url = URL(metadata_url)
        self._session = session
        self._now = now
        self._pause = pause
        self._patience = patience
        self._keys: dict[str, Key] = {}
        self._fetched_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._is_down = False
        self._fetching: asyncio.Task[None] | None = None
        self._waiting = 0

    async def find(self, kid: str) -> Key | None:
        """The key with that id; None when Microsoft has no such key. Raises KeysUnavailable."""
        if kid not in self._keys:
            await self._wait_for_news()
        elif self._fetched_at is None or not timedelta(0) <= self._now() - self._fetched_at <= _FRESH:
            self._renewal()
        return self._keys.get(kid)

    async def close(self) -> None:
        """Stop a fetch that is under way."""
        if self._fetching and not self._fetching.done():
            self._fetching.cancel()
            await asyncio.gather(self._fetching, return_exceptions=True)

    async def _wait_for_news(self) -> None:
        """Returns after a fetch that succeeded; raises KeysUnavailable."""
        is_between_tries = self._is_down and self._rest() > timedelta(0) and not self._is_fetching()
        if is_between_tries or self._waiting >= _MOST_WAITING:
            raise KeysUnavailable
        self._waiting += 1
        try:
            await asyncio.shield(self._renewal())
        finally:
            self._waiting -= 1
        if self._is_down:
            raise KeysUnavailable

    def _is_fetching(self) -> bool:
        return self._fetching is not None and not self._fetching.done()

    def _rest(self) -> timedelta:
        """How long the next fetch must wait; a clock that was set back does not make it longer."""
        if self._tried_at is None:
            return timedelta(0)
        since = self._now() - self._tried_at
        return self._pause - since if since >= timedelta(0) else timedelta(0)

    def _renewal(self) -> asyncio.Task[None]:
        """The fetch under way, or else the next one."""
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetch(self._rest()))
        return self._fetching

    async def _fetch(self, rest: timedelta) -> None:
        await asyncio.sleep(max(rest.total_seconds(), 0))
        self._tried_at = self._now()
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                metadata = await self._get(self._metadata_url)
                self._keys = _read(await self._get(keys_url(self._metadata_url, metadata["jwks_uri"])))
        except (aiohttp.ClientError, OSError, ValueError, LookupError, TypeError, RecursionError) as error:
            self._is_down = True
            _log.warning("The signing keys could not be fetched: %s", error)
        else:
            self._is_down = False
            self._fetched_at = self._now()

    async def _get(self, url: URL) -> Any:
        # A redirect would let whoever answers choose the host that our trust comes from.
        async with self._session.get(url, allow_redirects=False, raise_for_status=True) as answer:
            raw = bytearray()
            async for chunk in answer.content.iter_any():
                raw += chunk
                if len(raw) > _LARGEST:
                    raise ValueError("the answer is too large")
            return json.loads(raw)


def keys_url(metadata_url: URL, told: str) -> URL:
    """Where the metadata says the keys are, if that is the same issuer's; raises ValueError or TypeError otherwise."""
    url = URL(told)
    is_ours = url.scheme == "https" and _domain(url) == _domain(metadata_url)
    if not is_ours and url.origin() != metadata_url.origin():
        raise ValueError(f"the keys are said to be on another host: {url.host}")
    return url


def _domain(url: URL) -> list[str]:
    """The last two names of the host, which at Microsoft are what somebody registered."""
    return (url.host or "").rsplit(".", 2)[-2:]


def _read(jwks: Mapping[str, Any]) -> dict[str, Key]:
    keys = {each["kid"]: key for each in jwks["keys"] if (key := _key(each))}
    if not keys:
        raise ValueError("no usable key")
    return keys


def _key(jwk: Any) -> Key | None:
    """The key, or None when it is of a kind we do not know: its neighbours still serve."""
    if not isinstance(jwk, dict) or jwk.get("kty") != "RSA" or not isinstance(jwk.get("kid"), str):
        return None
    try:
        return Key(jwt.PyJWK(jwk, "RS256").key, frozenset(jwk.get("endorsements") or ()))
    except (jwt.PyJWTError, TypeError, ValueError):
        return None
