"""A suggestion as somebody may see it: whose it is, both texts, what became of it, and what they may do with it."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from bot.domain.kernel.meeting import Meeting
from bot.domain.wording.rules import mark_of
from bot.domain.wording.state import Kind, Status
from cards.kit.words import keyed, medium_date, medium_date_time, say

STATUSES = keyed(Status, "wording.status")


class Act(StrEnum):
    """What may be done with it."""

    ANSWER = "answer"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Who answered and when, with a reason where there is one."""

    name: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingView:
    """`seen` is the text that it was held against, `present` the one that stands there now.

    `is_hidden` leaves out every word of a closed item; `position` is None for what is about the minutes as a whole.
    """

    forum: str
    meeting: Meeting
    tz: tzinfo
    number: int
    year: int
    kind: Kind
    status: Status
    position: int | None
    title: str
    name: str
    at: datetime
    words: str
    seen: str
    present: str
    answered: Answered | None = None
    acts: frozenset[Act] = frozenset()
    is_hidden: bool = False
    is_sent: bool = False

    @property
    def is_overtaken(self) -> bool:
        """Whether the text was changed while it waited."""
        return self.status is Status.WAITING and self.seen != self.present

    @property
    def mark(self) -> str:
        """What tells the text that stands there now from another."""
        return mark_of(self.present)


def called(view: WordingView) -> str:
    """What it is called by: its kind, its number, and the item it is about."""
    nr = f"{view.number}/{view.year}"
    if view.position is None:
        return say("wording.called.whole", nr=nr)
    is_comment = view.kind is Kind.COMMENT
    key = "wording.called.comment" if is_comment else "wording.called.suggestion"
    return say(key, nr=nr, punkt=view.position)


def of_minutes(view: WordingView) -> str:
    """Which minutes it is about."""
    return say("minutes.of_meeting", moede_dato=medium_date(view.meeting.day))


def by_whom(view: WordingView) -> str:
    """Who said it when."""
    return say("wording.by", navn=view.name, tidspunkt=medium_date_time(view.at, view.tz))


def state_words(view: WordingView) -> str:
    """What became of it, by whom and when where somebody answered."""
    words = say(STATUSES[view.status])
    if view.answered is None:
        return words
    told = medium_date_time(view.answered.at, view.tz)
    return say("wording.answered", status=words, navn=view.answered.name, tidspunkt=told)
