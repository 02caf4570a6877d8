"""What delivery needs of a chat service: post a card, change it later, open a personal chat, or say why not."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Protocol

from bot.domain.kernel.conversation import Conversation
from bot.domain.kernel.people import Identity
from cards.kit.elements import Card

Begins = Callable[[], Awaitable[None]]
"""What must have been done before a request leaves."""


class Messenger(Protocol):
    """Sends cards; every method raises Unsent and nothing else that the network could cause."""

    async def post(
        self,
        where: Conversation,
        card: Card,
        thread: str | None = None,
        *,
        begins: Begins | None = None,
        answers: str | None = None,
    ) -> str:
        """The id of the new message, empty where none is told; in a channel without `thread` it begins one of its own.

        `answers` is the activity that it is the reply to.
        `begins` is awaited once, when the connection stands and the request's first byte is next: never while the
        request waits for its turn or is put off. What it raises is raised here, and then nothing leaves.
        """

    async def update(self, where: Conversation, activity: str, card: Card, thread: str | None = None) -> None:
        """Replace a message that was posted earlier; in a channel without `thread` it began a thread of its own."""

    async def open_chat(self, person: Identity, via: Conversation) -> Conversation:
        """The personal chat with somebody who can be reached through the service of `via`."""


class Unsent(Exception):  # noqa: N818 - an expected outcome, not a fault of the program
    """A card did not get through, or nobody knows whether it did.

    `reason` is a short Danish sentence that says what to do. `retry_after` is the wait the service asked for.
    `permanent` means that trying again cannot help, `outcome_unknown` that it may have been posted all the same,
    `is_put_off` that it was not tried: its turn comes after `retry_after`. `status` is the HTTP status, if any.
    """

    is_discreet = True

    def __init__(
        self,
        reason: str,
        *,
        retry_after: timedelta | None = None,
        permanent: bool = False,
        outcome_unknown: bool = False,
        is_put_off: bool = False,
        status: int | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.permanent = permanent
        self.outcome_unknown = outcome_unknown
        self.is_put_off = is_put_off
        self.status = status
