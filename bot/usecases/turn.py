"""What a person did in Teams, in our own words: the edge makes a `Turn` of each verified activity."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.kernel.conversation import Conversation
from bot.domain.kernel.people import Identity
from cards.kit.elements import Card

THUMB = "\N{THUMBS UP SIGN}"
LONGEST_TURN = 50_000
"""Characters that somebody can tell us at once, five times what the longest field holds: all that a turn can cost."""


class Kind(StrEnum):
    """`CLICK` is answered in the same round trip, `MESSAGE` by a reply, `JOINED` (the bot was added) by a welcome."""

    MESSAGE = "message"
    CLICK = "click"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that came with a message; the address opens it for whoever has it, and is empty where there is none."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One verified activity.

    `sender.tenant` is what the activity named, which in a shared channel is the host's: trust the object id alone.
    `text` has the bot's mention removed; `data` is the button's data merged with the inputs, untrusted. `thread` is the
    root message a reply belongs under. `person` is set on a page of somebody's own alone: whose it is. `liked` is the
    message that was given a thumb, which is then all that is said.
    """

    kind: Kind
    activity: str
    sender: Identity
    sender_name: str
    conversation: Conversation
    text: str = ""
    data: Mapping[str, Any] | None = None
    thread: str | None = None
    person: str | None = None
    files: tuple[SentFile, ...] = ()
    liked: str | None = None


Handler = Callable[[Turn], Awaitable[Card | None]]
"""Answers a turn; None where nothing is to be said. Raises nothing that a person could cause."""

Roster = Callable[[Conversation, str], Awaitable[str | None]]
"""The home tenant of an object id in a conversation, or None when Teams cannot say."""
