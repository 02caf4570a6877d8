"""What is known at the moment somebody writes: who they are, what awaits them, and what was just spoken of."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.approval.state import Standpoint
from bot.domain.kernel.action import Action
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A version of an agenda that awaits this person's answer; they may only be consulted."""

    meeting: str
    version: int
    is_consulted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something with a number that people call by its title: a proposal, a task."""

    number: int
    year: int
    title: str
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What was last said to that person there, of that forum: the action that was shown, and what was offered.

    `offered` is what an answer may take now, and `is_fresh` says that it was said within the hour.
    """

    forum: str | None = None
    is_fresh: bool = False
    shown: Action | None = None
    offered: tuple[Action, ...] = ()

    def about(self, forum: str) -> "Talk":
        """What of it helps to understand a sentence that is about that forum."""
        return self if self.forum == forum else NO_TALK


NO_TALK = Talk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """All that a sentence is understood by, besides its words.

    `items` are the titles of the agenda in hand (of `agenda_of`) by their position, as the person sees them, and
    `agenda_sent` is whether it has left; `standpoint` is how far the first agenda ahead is that was sent for approval.
    `held_items` are those of the last meeting, `minutes_sent` whether its minutes have left. `live` is the meeting that
    is held right now, `live_item` the position of what it is at.
    """

    forum: Forum
    actor: str
    now: datetime
    serves: bool
    next: Meeting | None = None
    last: Meeting | None = None
    asked: Asked | None = None
    live: str | None = None
    live_item: int | None = None
    minutes_sent: bool = False
    agenda_of: str | None = None
    agenda_sent: bool = False
    standpoint: Standpoint | None = None
    items: tuple[str, ...] = ()
    held_items: tuple[str, ...] = ()
    proposals: tuple[Named, ...] = ()
    tasks: tuple[Named, ...] = ()
    talk: Talk = NO_TALK
