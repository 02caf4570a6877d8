"""Finding one's way: help, meetings, deadlines, and tying a channel to a forum."""

from dataclasses import dataclass

from bot.domain.actions.base import Action


class TieChannel(Action):
    """Make this channel the forum's."""


class ShowHelp(Action):
    """What the bot can do."""


class ShowMeetings(Action):
    """Coming meetings and their hosts."""


class ShowDeadlines(Action):
    """The next deadlines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Action):
    """A sentence that is no command, with the nearest one."""

    nearest: str | None = None


AboutForum = ShowHelp | ShowMeetings | ShowDeadlines | NotUnderstood
