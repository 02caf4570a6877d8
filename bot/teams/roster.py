"""Where a person comes from, as Teams' roster of the conversation says; a roster that fails says nothing."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.domain.kernel.conversation import Conversation
from bot.messenger import Unsent
from bot.teams.connector import Connector
from bot.teams.lanes import Lane

_PATIENCE = timedelta(seconds=1.5)
_PAGES = 10
_SIZE = "500"
_log = logging.getLogger(__name__)


class TeamsRoster:
    """Looks people up among a conversation's members; `connector_at` raises Unsent for a forbidden address."""

    def __init__(self, connector_at: Callable[[str], Connector]) -> None:
        self._connector_at = connector_at

    async def tenant(self, conversation: Conversation, object_id: str) -> str | None:
        """The home tenant of an object id, or None when Teams cannot say within a moment."""
        try:
            async with asyncio.timeout(_PATIENCE.total_seconds()):
                return await self._search(conversation, object_id.lower())
        except (Unsent, TimeoutError) as failure:
            _log.info("The roster says nothing: %s", failure)
            return None

    async def _search(self, conversation: Conversation, object_id: str) -> str | None:
        connector = self._connector_at(conversation.service_url)
        lane = Lane(conversation.tenant, conversation.id, is_roster=True)
        onward: dict[str, str] = {}
        for _ in range(_PAGES):
            page = await connector.get(lane, "conversations", conversation.id, "pagedmembers", pageSize=_SIZE, **onward)
            members = page.get("members")
            for member in members if isinstance(members, list) else []:
                if _is(member, object_id):
                    return _tenant(member)
            token = page.get("continuationToken")
            if not isinstance(token, str) or not token:
                return None
            onward = {"continuationToken": token}
        return None


def _is(member: Any, object_id: str) -> bool:
    return isinstance(member, dict) and object_id in {
        value.lower() for name in ("aadObjectId", "objectId") if isinstance(value := member.get(name), str)
    }


def _tenant(member: dict[str, Any]) -> str | None:
    tenant = member.get("tenantId")
    return tenant.lower() if isinstance(tenant, str) and tenant else None
