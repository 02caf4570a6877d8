"""The SDK carries a turn, without what it would cost: one connector per service URL, and no clients made per turn."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiohttp
from botbuilder.core import CloudAdapterBase, InvokeResponse, TurnContext  # type: ignore[import-untyped]  # no types
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount  # type: ignore[import-untyped]  # no types
from botframework.connector.auth import (  # type: ignore[import-untyped]  # no types
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
    ConnectorFactory,
)

from bot.config import Settings
from bot.messenger import Unsent
from bot.teams.activity import part, text
from bot.teams.connector import TIMEOUTS, Connector
from bot.teams.credentials import AUDIENCE, Credentials
from bot.teams.hosts import may_send_to
from bot.teams.limits import PATIENCE, Limits
from cards.kit.words import say

Json = dict[str, Any]


class Connectors(ConnectorFactory):  # type: ignore[misc]  # the SDK has no types
    """One connector per (service URL, audience), all over one session; only addresses that may be sent to."""

    def __init__(
        self,
        settings: Settings,
        session: aiohttp.ClientSession,
        credentials: Credentials | None,
        *,
        timeouts: aiohttp.ClientTimeout = TIMEOUTS,
        patience: float = PATIENCE,
    ) -> None:
        self._settings = settings
        self._session = session
        self._credentials = credentials
        self._limits = Limits(settings.tenant_rate if settings.limits else None, patience)
        self._timeouts = timeouts
        self._known: dict[tuple[str, str], Connector] = {}

    def at(self, service_url: str, audience: str = AUDIENCE) -> Connector:
        """The connector of a service URL; raises Unsent for an address that may not be sent to."""
        key = (service_url.rstrip("/"), audience)
        if key not in self._known:
            if not may_send_to(service_url, self._settings):
                raise Unsent(say("teams.foreign_address"), permanent=True)
            self._known[key] = Connector(service_url, self._session, self._credentials, self._limits, self._timeouts)
        return self._known[key]

    async def create(self, service_url: str, audience: str) -> Connector:
        """What the SDK asks for in each turn."""
        return self.at(service_url, audience)


class _Verified(BotFrameworkAuthentication):  # type: ignore[misc]  # the SDK has no types
    """Stands where the SDK would authenticate: the edge has verified every request before the SDK sees it."""

    def __init__(self, connectors: Connectors) -> None:
        self._connectors = connectors

    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        raise NotImplementedError("requests are verified before they reach the SDK")

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> Any:
        raise NotImplementedError("streaming is not offered")

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> Connectors:
        return self._connectors

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        return None


class Adapter(CloudAdapterBase):  # type: ignore[misc]  # the SDK has no types
    """Runs verified activities through the SDK's pipeline."""

    def __init__(self, connectors: Connectors, app_id: str) -> None:
        super().__init__(_Verified(connectors))
        self._passed = AuthenticateRequestResult()
        self._passed.audience = AUDIENCE
        self._passed.claims_identity = ClaimsIdentity({"aud": app_id}, is_authenticated=bool(app_id))
        self._passed.connector_factory = connectors

    async def carry(self, activity: Mapping[str, Any], answer: Callable[[], Awaitable[Json | None]]) -> Json | None:
        """Let `answer` answer the activity inside a turn; what it returns is an invoke's body."""

        async def logic(context: TurnContext) -> None:
            body = await answer()
            if body is not None:
                # Not through send_activity, which would copy the whole card first.
                context.turn_state[self._INVOKE_RESPONSE_KEY] = Activity(value=InvokeResponse(status=200, body=body))

        response = await self.process_activity(self._passed, _sdk_activity(activity), logic)
        return response.body if response is not None else None


def _sdk_activity(activity: Mapping[str, Any]) -> Activity:
    """The SDK's own form, built by hand: its deserialiser costs more than all the rest of a turn."""
    conversation = part(activity, "conversation")
    return Activity(
        type=text(activity, "type"),
        id=text(activity, "id"),
        name=text(activity, "name"),
        channel_id=text(activity, "channelId"),
        service_url=text(activity, "serviceUrl"),
        locale=text(activity, "locale"),
        text=text(activity, "text"),
        value=activity.get("value"),
        channel_data=activity.get("channelData"),
        conversation=ConversationAccount(id=text(conversation, "id"), tenant_id=text(conversation, "tenantId")),
        from_property=_account(part(activity, "from")),
        recipient=_account(part(activity, "recipient")),
    )


def _account(told: Mapping[str, Any]) -> ChannelAccount:
    return ChannelAccount(id=text(told, "id"), name=text(told, "name"), aad_object_id=text(told, "aadObjectId"))
