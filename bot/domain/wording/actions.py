"""What can be asked for about the wording of minutes; a suggestion is named by its number and year."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Action, Command, MeetingAction, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionAction(Action):
    """Something about one suggestion."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSuggestions(MeetingAction, Query):
    """All that is suggested to a meeting's minutes, for the secretariat; for others, and with `mine`, one's own.

    `words` are what stood in the field of the minutes, which stands there again.
    """

    mine: bool = False
    words: str = ""


class ShowSuggestion(SuggestionAction, Query):
    """One of them, word by word, with what one may do with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSuggestion(MeetingAction, Query):
    """The form for one item's wording; without a `position` the items to choose among.

    `words` are what stood in the field of the card that it was opened from: the form begins with them.
    """

    position: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestWording(MeetingAction, Command):
    """A whole new wording of the item's resolution.

    `seen` marks the text that the form showed, and `form` tells a second click from a second suggestion; a typed
    sentence has neither.
    """

    position: int
    form: str = ""
    seen: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentOnItem(MeetingAction, Command):
    """Something said of one item."""

    position: int
    form: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BringUp(MeetingAction, Command):
    """What came too late stands below the approval of these minutes on the next agenda."""

    position: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeWording(SuggestionAction, Command):
    """»Indarbejd«; `seen` marks the text that the suggestion was held against, as whoever takes it saw it."""

    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineWording(SuggestionAction, Command):
    """»Indarbejd ikke«, with a reason where one was given."""

    words: str = ""


class WithdrawWording(SuggestionAction, Command):
    """Whoever suggested it does not any more."""


WordingQuery: TypeAlias = ShowSuggestions | ShowSuggestion | OpenSuggestion
WordingCommand: TypeAlias = SuggestWording | CommentOnItem | BringUp | TakeWording | DeclineWording | WithdrawWording
