"""What can be asked for about publication: a paper is named by its meeting, a release by its number in the forum."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Action, Command, MeetingAction, Query
from bot.domain.publication.state import Paper


class ShowPublication(MeetingAction, Query):
    """What was made public where, when and by whom, and what is missing; of one meeting, or of the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAction(MeetingAction):
    """Something about one paper of a meeting; without one, about what is owed first."""

    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRelease(PaperAction, Query):
    """What the public will see of it and what is left out, with the fields to let it out."""

    moment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePaper(PaperAction, Command):
    """Let the public have it, at once or from a moment on; `seen` is the beginning of the digest of what was shown."""

    seen: str = ""
    moment: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAction(Action):
    """Something about one release; without a number the newest that stands."""

    number: int | None = None


class OpenTakeBack(ReleaseAction, Query):
    """The form to take a release back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackRelease(ReleaseAction, Command):
    """Nobody is to see it any more, for that reason."""

    words: str = ""


class OpenLink(PaperAction, Query):
    """The form for the link that proves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertLink(PaperAction, Command):
    """It stands at that address; `seen` is the number of the link that was known as the form was drawn, 0 of none."""

    link: str = ""
    seen: int | None = None


PublicationQuery: TypeAlias = ShowPublication | OpenRelease | OpenTakeBack | OpenLink
PublicationCommand: TypeAlias = ReleasePaper | TakeBackRelease | InsertLink
