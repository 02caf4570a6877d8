"""What can be asked for about duties; a duty is named by its number and year, the minutes by their meeting."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.duties.state import Kind, Status
from bot.domain.kernel.action import Action, Command, MeetingAction, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyAction(Action):
    """Something about one duty."""

    number: int
    year: int | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDuties(Query):
    """Everything that is owed, one's own first; with `mine` that alone, and of one `kind` its register."""

    mine: bool = False
    kind: Kind | None = None


class ShowDuty(DutyAction, Query):
    """One duty, with what one may do with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDutyForm(MeetingAction, Query):
    """The form for a new one; `position` is the item that it comes from.

    `words` are what stood in the field of the card that it was opened from: the form begins with them.
    """

    kind: Kind = Kind.TASK
    position: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDuty(MeetingAction, Command):
    """A new duty; `form` tells a second click from a second duty, and a typed sentence has none."""

    kind: Kind = Kind.TASK
    form: str = ""
    position: int | None = None
    title: str = ""
    owner: str = ""
    due: str = ""
    source: str = ""
    parties: str = ""
    followed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDuty(DutyAction, Command):
    """»Jeg tager den«; with `takes_over` also where somebody else has it."""

    takes_over: bool = False


class GiveBackDuty(DutyAction, Command):
    """Whoever took it does not after all."""


class FinishDuty(DutyAction, Command):
    """It is done."""


class ReopenDuty(DutyAction, Command):
    """It is not done after all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyToSource(DutyAction, Command):
    """»Meld tilbage«: what is answered to the body that set the task, once."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateDuty(DutyAction, Command):
    """How far it is, with a note."""

    status: Status | None = None
    words: str = ""


class PutOnNextAgenda(DutyAction, Command):
    """An agreement becomes an item of the next draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeMinutes(MeetingAction, Command):
    """»Jeg tager den« of the minutes of a meeting (the latest without minutes)."""

    takes_over: bool = False


class GiveBackMinutes(MeetingAction, Command):
    """Whoever took the minutes does not write them after all."""


DutiesQuery: TypeAlias = ShowDuties | ShowDuty | OpenDutyForm
Owning: TypeAlias = TakeDuty | GiveBackDuty | TakeMinutes | GiveBackMinutes
DutiesCommand: TypeAlias = CreateDuty | Owning | FinishDuty | ReopenDuty | UpdateDuty | ReplyToSource | PutOnNextAgenda
