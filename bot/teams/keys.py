"""Microsoft's signing keys: fetched when first needed, renewed when a new one appears, and kept through an outage."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import jwt

METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
_TIMEOUT = aiohttp.ClientTimeout(total=5)
_FRESH = timedelta(hours=24)
_PAUSE = timedelta(minutes=1)
_PAUSE_WHILE_DOWN = timedelta(seconds=5)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Key:
    """A public key and the channels it may speak for."""

    public: Any
    endorsements: frozenset[str]


class KeysUnavailable(Exception):  # noqa: N818 - an outage elsewhere, not an error here
    """The key server does not answer, so a token can be neither trusted nor refused."""

    retry_after = _PAUSE_WHILE_DOWN


class Keys:
    """The keys behind one OpenID metadata address; one fetch at a time, however many ask."""

    def __init__(self, metadata_url: str, session: aiohttp.ClientSession, now: Callable[[], datetime]) -> None:
        self._metadata_url = metadata_url
        self._session = session
        self._now = now
        self._keys: dict[str, Key] = {}
        self._fetched_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._is_down = False
        self._fetching: asyncio.Task[None] | None = None

    async def find(self, kid: str) -> Key | None:
        """The key with that id; None when Microsoft has no such key. Raises KeysUnavailable."""
        if kid not in self._keys:
            if fetching := self._renewal():
                await asyncio.shield(fetching)
            if kid not in self._keys and self._is_down:
                raise KeysUnavailable
        elif self._fetched_at is not None and self._now() - self._fetched_at > _FRESH:
            self._renewal()
        return self._keys.get(kid)

    async def close(self) -> None:
        """Stop a fetch that is under way."""
        if self._fetching and not self._fetching.done():
            self._fetching.cancel()
            await asyncio.gather(self._fetching, return_exceptions=True)

    def _renewal(self) -> asyncio.Task[None] | None:
        """The fetch under way, or a new one unless the last was a moment ago: made-up key ids cost one a minute."""
        if self._fetching and not self._fetching.done():
            return self._fetching
        pause = _PAUSE_WHILE_DOWN if self._is_down else _PAUSE
        if self._tried_at is not None and self._now() - self._tried_at < pause:
            return None
        self._tried_at = self._now()
        self._fetching = asyncio.create_task(self._fetch())
        return self._fetching

    async def _fetch(self) -> None:
        try:
            metadata = await self._get(self._metadata_url)
            self._keys = _read(await self._get(metadata["jwks_uri"]))
        except (aiohttp.ClientError, TimeoutError, ValueError, LookupError, TypeError) as error:
            self._is_down = True
            _log.warning("The signing keys could not be fetched: %r", error)
        else:
            self._is_down = False
            self._fetched_at = self._now()

    async def _get(self, url: str) -> Any:
        async with self._session.get(url, timeout=_TIMEOUT, raise_for_status=True) as answer:
            return await answer.json(content_type=None)


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
    except (jwt.PyJWTError, TypeError):
        return None
