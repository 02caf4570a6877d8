"""Finding one's way in a forum, and tying a channel to it."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, Query


class TieChannel(Command):
    """Make this channel the forum's; asked for before anybody has a desk there."""


class ShowHelp(Query):
    """What the bot can do."""


class ShowContact(Query):
    """Whom to turn to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Query):
    """A sentence that is no command, with the nearest one; no button asks for it."""

    nearest: str | None = None


ForumQuery: TypeAlias = ShowHelp | ShowContact | NotUnderstood
