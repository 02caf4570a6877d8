"""The agenda's draft."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


class ShowAgenda(MeetingAction, Query):
    """The draft (or what was sent) with its timetable."""


class EditAgenda(MeetingAction, Query):
    """Show the secretariat's editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAction(MeetingAction):
    """Something done to the draft's item at a position (from 1)."""

    position: int
    revision: int | None = None


class OpenItem(ItemAction, Query):
    """Show the form for one item."""


class RemoveItem(ItemAction, Command):
    """Take it off the draft; its proposal becomes undecided again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveItem(ItemAction, Command):
    """Put it at another position."""

    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditItem(ItemAction, Command):
    """Change its texts and times; None leaves a field as it is."""

    title: str | None = None
    recommendation: str | None = None
    amount: str | None = None
    duration: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem(MeetingAction, Command):
    """Put a new item on the draft without a proposal."""

    title: str = ""
    duration: str = ""
    revision: int | None = None


AgendaQuery: TypeAlias = ShowAgenda | EditAgenda | OpenItem
AgendaCommand: TypeAlias = AddItem | EditItem | MoveItem | RemoveItem
