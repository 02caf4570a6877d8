"""The routes a notice may take, best first: a personal chat is a courtesy, the forum's channel reaches everybody."""

from dataclasses import dataclass
from typing import Any, cast

from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.people import Identity
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.elements import Card
from storage import chats
from storage.engine.codec import from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A known conversation; with `account`, the personal chat with that account, which may have to be opened first.

    `where` is then the conversation through whose service it is opened.
    """

    where: Conversation
    account: Identity | None = None
    thread: str | None = None

    @property
    def place(self) -> Place:
        """What kind of place the card must be fit for."""
        return Place.PERSONAL if self.account is not None else self.where.place


async def routes(desk: Desk, notice: Notice) -> tuple[Route, ...]:
    """Where the notice can go; none while the forum has no channel and the recipient no chat."""
    if notice.kind in (ForumNotice.REPLY, ForumNotice.UNREADABLE):
        return (carried(notice)[0],)
    channel = () if desk.forum.channel is None else (Route(where=desk.forum.channel),)
    if notice.recipient is None:
        return channel
    return (*await _chats(desk, notice.recipient), *channel)


def carrying(card: Card, where: Conversation, thread: str | None = None) -> dict[str, Any]:
    """The subject of a notice that needs nothing of its forum to leave."""
    conversation = to_json(Conversation, where)
    return {"card": card.content, "summary": card.summary, "conversation": conversation, "thread": thread}


def carried(notice: Notice) -> tuple[Route, Card]:
    """Where such a notice goes, and its card."""
    subject = notice.subject
    thread = subject.get("thread")
    route = Route(
        where=from_json(Conversation, subject["conversation"]), thread=thread if isinstance(thread, str) else None
    )
    return route, Card(cast(dict[str, Any], subject["card"]), str(subject["summary"]))


async def _chats(desk: Desk, person: str) -> tuple[Route, ...]:
    """The chats the person wrote in, else one that can be opened: Teams opens none across tenants."""
    accounts = next((found.identities for found in desk.forum.people if found.id == person), ())
    known = [(account, await chats.get(desk.conn, account)) for account in accounts]
    open_already = tuple(Route(where=chat) for _, chat in known if chat is not None)
    channel = desk.forum.channel
    if open_already or channel is None:
        return open_already
    return tuple(Route(where=channel, account=account) for account in accounts if account.tenant == channel.tenant)


async def owe_reply(desk: WritingDesk, answer: Card, *, to: Conversation, thread: str | None, about: str) -> Notice:
    """Keep an answer that Teams did not take, so that it leaves later; `about` is the activity it answers."""
    return await desk.tell(ForumNotice.REPLY, to.id, about, **carrying(answer, to, thread))
