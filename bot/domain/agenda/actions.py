"""The agenda's draft."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


class Part(StrEnum):
    """The parts of an item that have a form each: together they would be too long for a phone and for a card."""

    TEXTS = "texts"
    CASE = "case"
    FRAME = "frame"


class Then(StrEnum):
    """What a form's button asks for once what stands in the form is saved; an item's parts name the form to open."""

    NOTHING = "nothing"
    BACK = "back"
    UP = "up"
    DOWN = "down"
    REMOVE = "remove"
    TEXTS = "texts"
    CASE = "case"
    FRAME = "frame"


class ShowAgenda(MeetingAction, Query):
    """The draft (or what was sent) with its timetable."""


class EditAgenda(MeetingAction, Query):
    """Show the secretariat's editor."""


class OpenNewItem(MeetingAction, Query):
    """Show the form for a new item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAction(MeetingAction):
    """Something done to the draft's item at a position (from 1)."""

    position: int
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem(ItemAction, Query):
    """Show a form for one item."""

    part: Part = Part.TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveItem(ItemAction, Command):
    """Take it off the draft; its proposal becomes undecided again.

    What is set by right stays, and the meeting leader is asked whether it may wait, with the words as the reason.
    """

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreItem(MeetingAction, Command):
    """Put a removed item (None: the last one) back, with all that it said, where it stood."""

    item: int | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveItem(ItemAction, Command):
    """Put it at another position."""

    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFields(MeetingAction):
    """All that an item says, as typed; None leaves a field as it is."""

    title: str | None = None
    kind: str | None = None
    summary: str | None = None
    case_description: str | None = None
    recommendation: str | None = None
    financial_note: str | None = None
    amount: str | None = None
    duration: str | None = None
    links: str | None = None
    is_closed: bool | None = None
    on_funds: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFields(ItemFields):
    """The same as a form sends it.

    `shown` names the form's text fields: one of them that is not sent was emptied, as clients leave out what is empty.
    """

    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditItem(FormFields, Command):
    """Change the item at that position; `item` is its id, `part` the form that it was typed into."""

    position: int
    revision: int | None = None
    item: int | None = None
    part: Part = Part.TEXTS
    to: str | None = None
    then: Then = Then.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem(ItemFields, Command):
    """Put a new item on the draft without a proposal."""

    revision: int | None = None
    then: Then = Then.NOTHING


AgendaQuery: TypeAlias = ShowAgenda | EditAgenda | OpenNewItem | OpenItem
AgendaCommand: TypeAlias = AddItem | EditItem | MoveItem | RemoveItem | RestoreItem
