"""The bot's own token for Teams: one msal application, asked in a thread, and only when the token in hand grows old."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import msal  # type: ignore[import-untyped]  # msal ships no types
import requests

from bot.config import AppType, Settings
from bot.messenger import Unsent
from bot.teams.certificate import read_certificate
from cards.kit.words import say

AUDIENCE = "https://api.botframework.com"
_AUTHORITY = "https://login.microsoftonline.com/"
_TIMEOUT = timedelta(seconds=10)
_MARGIN = timedelta(minutes=5)
_TRY_AGAIN = timedelta(minutes=1)
_log = logging.getLogger(__name__)

Ask = Callable[[], Mapping[str, Any]]
"""Asks Microsoft for a token; blocks, and answers with msal's dictionary."""


@dataclass(frozen=True, slots=True)
class _Held:
    token: str
    until: datetime


class Credentials:
    """Hands out a valid bearer token; `connect` builds the msal application, which may block and use the network."""

    def __init__(self, connect: Callable[[], Ask], now: Callable[[], datetime]) -> None:
        self._connect = connect
        self._now = now
        self._ask: Ask | None = None
        self._held: _Held | None = None
        self._asking = asyncio.Lock()

    async def bearer(self) -> str:
        """A token that is good for some minutes yet; raises Unsent."""
        held = self._held
        if held is None or held.until - self._now() < _MARGIN:
            async with self._asking:
                if self._held is held:
                    self._held = await self._renewed(held)
        assert self._held is not None  # noqa: S101 - the lines above end in a token or in Unsent
        return self._held.token

    def forget(self) -> None:
        """Drop a token that Teams would not take."""
        self._held = None
        self._ask = None

    async def _renewed(self, held: _Held | None) -> _Held:
        answer = await asyncio.to_thread(self._answer)
        if "access_token" in answer:
            return _Held(answer["access_token"], self._now() + timedelta(seconds=int(answer.get("expires_in", 0))))
        if held is not None and held.until > self._now():
            return held
        raise Unsent(
            say("teams.no_token"),
            retry_after=_TRY_AGAIN,
        )

    def _answer(self) -> Mapping[str, Any]:
        try:
            if self._ask is None:
                self._ask = self._connect()
            answer = self._ask()
        except (OSError, ValueError) as error:  # requests' errors are OSError; msal raises ValueError for a bad tenant
            _log.warning("No token from Microsoft: %s", error)
            return {}
        if "access_token" not in answer:
            _log.warning("No token from Microsoft: %s %s", answer.get("error"), answer.get("error_codes", ""))
        return answer


def msal_connection(settings: Settings, http_client: Any = None) -> Callable[[], Ask]:
    """How to reach Microsoft with these settings; nothing is read or sent before the result is called."""
    if settings.app_type is AppType.MANAGED_IDENTITY:
        return partial(_managed_identity, settings, http_client)
    return partial(_confidential_client, settings, http_client)


def _confidential_client(settings: Settings, http_client: Any) -> Ask:
    application = msal.ConfidentialClientApplication(
        settings.app_id,
        client_credential=_secret(settings),
        authority=_AUTHORITY + settings.app_tenant,
        timeout=_TIMEOUT.total_seconds(),
        http_client=http_client,
    )
    return partial(application.acquire_token_for_client, scopes=[f"{AUDIENCE}/.default"])


def _managed_identity(settings: Settings, http_client: Any) -> Ask:
    identity = msal.UserAssignedManagedIdentity(client_id=settings.app_id)
    client = msal.ManagedIdentityClient(identity, http_client=http_client or _PatientSession())
    return partial(client.acquire_token_for_client, resource=AUDIENCE)


def _secret(settings: Settings) -> str | dict[str, str]:
    if settings.certificate is None:
        return settings.app_password.get_secret_value()
    return read_certificate(settings.certificate)


class _PatientSession(requests.Session):
    """A session that gives up after a while, which msal's managed identity client leaves to its caller."""

    def request(self, *args: Any, **kwargs: Any) -> Any:
        """As the parent's, with a timeout."""
        return super().request(*args, **{"timeout": _TIMEOUT.total_seconds(), **kwargs})
