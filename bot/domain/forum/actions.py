"""Finding one's way in a forum, and tying a channel to it."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, Query


class TieChannel(Command):
    """Make this channel the forum's; asked for before anybody has a desk there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenHandOver(Query):
    """An admin's: which forum ends and which goes on there or, where both are named, what would follow.

    Both are ids or names; `typed` is a sentence that names them. Asked for without a seat anywhere.
    """

    ended: str = ""
    heir: str = ""
    reason: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Command):
    """An admin's: let the heir go on with everything that is open in the forum that ends."""

    ended: str = ""
    heir: str = ""
    reason: str = ""


AdminAction: TypeAlias = OpenHandOver | HandOver


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSuccession(Query):
    """What became of everything in the forum that `ended`, by its id; without one, in all that went on here."""

    ended: str = ""


class ShowHelp(Query):
    """What the bot can do."""


class ShowContact(Query):
    """Whom to turn to."""


class ShowAbout(Query):
    """What the forum is: its charter in force, in layers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowProvisions(Query):
    """Every provision with its words, a page at a time; where a `word` is given, those alone that speak of it."""

    page: int = 1
    word: str = ""


class ShowChoices(Query):
    """What the forum chose, and what nobody settled."""


class OpenChoices(Query):
    """Which choice is to be made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChoice(Query):
    """The form for one choice, as it stands or as it was filled in; shown again it says what would follow.

    `choice` is its key.
    """

    choice: str = ""
    value: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeChoice(Command):
    """Make a choice: `decision` says who decided it and when. Without a value it is opened; `typed` is a sentence."""

    choice: str = ""
    value: str = ""
    decision: str = ""
    typed: str = ""


ForumQuery: TypeAlias = (
    ShowHelp | ShowContact | ShowAbout | ShowSuccession | ShowProvisions | ShowChoices | OpenChoices | OpenChoice
)
ForumCommand: TypeAlias = ChangeChoice
