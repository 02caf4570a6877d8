"""What stands in the stand-in's conversations, and who sees which card."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from bot.local.directory import Account, Json
from cards.kit.unlinked import as_typed

CARD = "application/vnd.microsoft.card.adaptive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; `thread` is the root message it stands under, `author` None the bot, `activity` what was sent."""

    id: str
    conversation: str
    thread: str
    author: Account | None
    text: str
    card: Json | None
    activity: Json
    sent: datetime
    revision: int = 0

    @property
    def is_edited(self) -> bool:
        """Whether the bot has changed it since."""
        return self.revision > 0


@dataclass(frozen=True, slots=True)
class View:
    """The card that only one person sees in place of a message's, and the message's revision when it came."""

    card: Json
    revision: int


class Board:
    """Every message in order of arrival; `clock` says when one was sent."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._messages: dict[str, Message] = {}
        self._views: dict[tuple[str, str], View] = {}
        self._cards: dict[str, Json] = {}
        self._changed = asyncio.Event()
        self._is_open = True
        self._last = 0

    def now(self) -> datetime:
        """The time in the stand-in."""
        return self._clock()

    def messages(self, conversation: str | None = None) -> list[Message]:
        """The messages of one conversation (or of all) in order of arrival."""
        return [each for each in self._messages.values() if conversation in (None, each.conversation)]

    def message(self, ident: str) -> Message | None:
        """The message with that activity id."""
        return self._messages.get(ident)

    def next_id(self) -> str:
        """An activity id: milliseconds since 1970, as in Teams, and never the same twice."""
        self._last = max(int(self._clock().timestamp() * 1000), self._last + 1)
        return str(self._last)

    def post(
        self,
        conversation: str,
        activity: Json,
        *,
        thread: str | None = None,
        author: Account | None = None,
        ident: str | None = None,
    ) -> Message:
        """Put a message on the board; without a thread it is a root message."""
        ident = ident or self.next_id()
        message = Message(
            id=ident,
            conversation=conversation,
            thread=thread or ident,
            author=author,
            text=str(activity.get("text") or ""),
            card=card_of(activity),
            activity=activity,
            sent=self.now(),
        )
        self._messages[ident] = message
        self._tell()
        return message

    def edit(self, message: Message, activity: Json) -> None:
        """Replace what a message says."""
        self._messages[message.id] = replace(
            message,
            text=str(activity.get("text") or ""),
            card=card_of(activity),
            activity=activity,
            revision=message.revision + 1,
        )
        self._tell()

    def remove(self, message: Message) -> None:
        """Take a message away."""
        del self._messages[message.id]
        self._tell()

    def show(self, message: Message, person: Account, card: Json) -> None:
        """Show one person another card in place of the message's."""
        current = self._messages.get(message.id, message)
        self._views[message.id, person.object_id] = View(card, current.revision)
        self._tell()

    def hide(self, message: Message, person: Account) -> None:
        """Show the person the message's own card again."""
        if self._views.pop((message.id, person.object_id), None):
            self._tell()

    def view(self, message: Message, person: Account) -> View | None:
        """What only that person sees in place of the message's card."""
        return self._views.get((message.id, person.object_id))

    def keep(self, card: Json) -> str:
        """Remember a card that was drawn, so that a click means the card as the person saw it; its key."""
        key = sha256(json.dumps(card, sort_keys=True).encode()).hexdigest()[:16]
        self._cards[key] = card
        return key

    def kept(self, key: str) -> Json | None:
        """The card that was remembered under that key."""
        return self._cards.get(key)

    async def wait_for(self, predicate: Callable[[Message], bool], timeout: float = 10.0) -> Message:  # noqa: ASYNC109 - a test reads better so
        """The first message that fits, now or within `timeout` seconds; TimeoutError names what is there instead."""
        try:
            async with asyncio.timeout(timeout):
                while True:
                    changed = self._changed
                    for message in self._messages.values():
                        if predicate(message):
                            return message
                    await changed.wait()
        except TimeoutError:
            raise TimeoutError(f"none of {[words(each) for each in self.messages()]} fits") from None

    async def watch(self) -> AsyncIterator[None]:
        """Yields after every change until the board is closed."""
        while self._is_open:
            changed = self._changed
            yield
            await changed.wait()

    def close(self) -> None:
        """End every watch."""
        self._is_open = False
        self._tell()

    def _tell(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


def card_of(activity: Json) -> Json | None:
    """The Adaptive Card that an activity carries."""
    for each in activity.get("attachments") or []:
        if each.get("contentType") == CARD and isinstance(each.get("content"), dict):
            card: Json = each["content"]
            return card
    return None


def words(message: Message) -> str:
    """Everything a message says, its card's texts included."""
    return as_typed(" · ".join([message.text, *_texts(message.card)])).strip(" ·")


def _texts(part: object) -> list[str]:
    if isinstance(part, list):
        return [text for each in part for text in _texts(each)]
    if not isinstance(part, dict):
        return []
    own = [part[key] for key in ("text", "title", "value") if isinstance(part.get(key), str)]
    inner = ("body", "items", "columns", "facts", "inlines", "actions", "card")
    return [*own, *(text for key in inner for text in _texts(part.get(key)))]
