"""A meeting as it is held."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


class Step(StrEnum):
    """Where the meeting goes on to."""

    NEXT = "next"
    PREVIOUS = "previous"
    ITEM = "item"
    BREAK = "break"
    RESUME = "resume"


class Change(StrEnum):
    """What happens to somebody, or to everybody who is expected, while the meeting is held."""

    CAME = "came"
    LEFT = "left"
    RECUSED = "recused"
    NOT_RECUSED = "not_recused"
    STEPS_IN = "steps_in"
    EVERYBODY = "everybody"


class ShowLive(MeetingAction, Query):
    """How far the meeting has come, and what one does while it is held."""


class StartMeeting(MeetingAction, Command):
    """The meeting begins, with its first item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveOn(MeetingAction, Command):
    """The meeting goes on to another item (`position` for one that is named), has a break, or goes on after one."""

    step: Step = Step.NEXT
    position: int | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteInMeeting(MeetingAction, Command):
    """Somebody came, left, steps in or is recused now; `words` are a name as typed, of one who steps in »x for y«.

    `position` names an item that is not the one that is on; only who was recused can be said of it.
    """

    change: Change
    person: str = ""
    words: str = ""
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTaskInMeeting(MeetingAction, Command):
    """A task of the item that is on; without words it is called what the item is."""

    duty: str = ""


class EndMeeting(MeetingAction, Command):
    """The meeting is over."""


LiveQuery: TypeAlias = ShowLive
LiveCommand: TypeAlias = StartMeeting | MoveOn | NoteInMeeting | AddTaskInMeeting | EndMeeting
