"""Cards into Teams: a thread of their own, an answer in a thread, a personal chat, a change of what was posted."""

import re
from collections.abc import Callable
from typing import Any

from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.people import Identity
from bot.messenger import Begins, Unsent
from bot.teams.connector import Connector
from bot.teams.lanes import Lane
from cards.kit.elements import Card
from cards.kit.words import say

CARD_TYPE = "application/vnd.microsoft.card.adaptive"


class TeamsMessenger:
    """The Messenger over the connectors; `connector_at` raises Unsent for an address that may not be sent to."""

    def __init__(self, connector_at: Callable[[str], Connector]) -> None:
        self._connector_at = connector_at

    async def post(
        self,
        where: Conversation,
        card: Card,
        thread: str | None = None,
        *,
        begins: Begins | None = None,
        answers: str | None = None,
    ) -> str:
        """The id of the new message; in a channel without `thread` it begins a thread of its own. Raises Unsent.

        `answers` is the activity that it is the reply to.
        """
        connector = self._connector_at(where.service_url)
        if where.place is Place.CHANNEL and thread is None:
            made = await connector.post(_lane(where), "conversations", body=_new_thread(where, card), begins=begins)
            return _text(made, "activityId") or _root(_text(made, "id"))
        conversation = _in_thread(where, thread)
        path, body = ("conversations", conversation, "activities"), _message(where, conversation, card)
        if answers:
            body["replyToId"] = answers
        made = await connector.post(_lane(where), *path, body=body, begins=begins)
        return _text(made, "id")

    async def update(self, where: Conversation, activity: str, card: Card, thread: str | None = None) -> None:
        """Replace a message that was posted earlier; in a channel without `thread` it began one. Raises Unsent."""
        conversation = _in_thread(where, thread or activity)
        body = _message(where, conversation, card) | {"id": activity}
        connector = self._connector_at(where.service_url)
        await connector.put(_lane(where), "conversations", conversation, "activities", activity, body=body)

    async def open_chat(self, person: Identity, via: Conversation) -> Conversation:
        """The personal chat with somebody, created when there is none; raises Unsent."""
        body = {
            "bot": {"id": via.bot},
            "isGroup": False,
            "members": [{"id": person.object_id, "tenantId": person.tenant}],
            "tenantId": person.tenant,
            "channelData": {"tenant": {"id": person.tenant}},
        }
        lane = Lane(person.tenant, person.object_id)
        try:
            made = await self._connector_at(via.service_url).post(lane, "conversations", body=body)
        except Unsent as unsent:
            unsent.outcome_unknown = False  # who asks twice gets the same chat
            raise
        if not _text(made, "id"):
            raise Unsent(say("teams.no_chat"), permanent=True, status=404)
        return Conversation(
            place=Place.PERSONAL, service_url=via.service_url, tenant=person.tenant, id=made["id"], bot=via.bot
        )


def _lane(where: Conversation) -> Lane:
    return Lane(where.tenant, where.id)


def _new_thread(where: Conversation, card: Card) -> dict[str, Any]:
    return {
        "isGroup": True,
        "bot": {"id": where.bot},
        "tenantId": where.tenant,
        "channelData": {"channel": {"id": where.id}, "tenant": {"id": where.tenant}},
        "activity": _message(where, where.id, card),
    }


def _message(where: Conversation, conversation: str, card: Card) -> dict[str, Any]:
    return {
        "type": "message",
        "from": {"id": where.bot},
        "conversation": {"id": conversation},
        "locale": "da-DK",
        "summary": card.summary,
        "attachments": [{"contentType": CARD_TYPE, "content": card.content}],
        "channelData": {"notification": {"alert": True}},
    }


def _in_thread(where: Conversation, thread: str | None) -> str:
    return f"{where.id};messageid={thread}" if thread and where.place is Place.CHANNEL else where.id


def _root(conversation: str) -> str:
    found = re.search(r";messageid=([^;]+)", conversation)
    return found[1] if found else ""


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name)
    return value if isinstance(value, str) else ""
