"""Which duty a sentence means, by its number, its title or as the one that was shown; and what a new one would say."""

import re
from dataclasses import dataclass

from bot.domain.duties.actions import CreateDuty, DutyAction
from bot.domain.duties.state import Kind
from bot.domain.saying.slots import Counted
from bot.usecases.said.held_item import item_told
from bot.usecases.said.kept_text import after_colon
from bot.usecases.said.people_told import one_told, says_self
from bot.usecases.said.told import Told

_ANY = re.compile(r"opgave|indsats|initiativ", re.IGNORECASE)
_SEVERAL = re.compile(r"\bopgaver(?:ne)?\b", re.IGNORECASE)
_LONGEST = 500  # characters of a title
_SHORTEST = 5
_TO_DO = re.compile(r"\b(?:at|skal|om)\s+(?P<what>.{3,})", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Which:
    """A duty by its number, and its year where that is known."""

    number: int
    year: int | None = None


def says_several(told: Told) -> bool:
    """Whether it speaks of tasks rather than of a task."""
    return bool(_SEVERAL.search(told.said))


def which(told: Told) -> Which | None:
    """The duty that is meant; somebody's only one needs no name, where a task is spoken of at all."""
    named = which_named(told)
    if named is not None or not _ANY.search(told.said):
        return named
    own = [each for each in told.moment.tasks if each.is_own and each.number]
    open_ones = own or [each for each in told.moment.tasks if each.number]
    return Which(open_ones[0].number, open_ones[0].year) if len(open_ones) == 1 else None


def which_named(told: Told) -> Which | None:
    """The same, where it is named or was shown."""
    numbers = {each.counts: each.number for each in reversed(told.slots.numbers)}
    if (number := numbers.get(Counted.TASK) or numbers.get(Counted.BARE)) is not None:
        return Which(number)
    if told.task is not None and told.task.number:
        return Which(told.task.number, told.task.year)
    shown = told.moment.talk.shown
    return Which(shown.number, shown.year) if isinstance(shown, DutyAction) else None


def new_duty(told: Told, kind: Kind = Kind.TASK) -> CreateDuty | None:
    """A new one as far as it was said; None where nothing says what is to be done."""
    title = (after_colon(told) or _to_do(told) or told.rest).strip(" .,;:")[:_LONGEST]
    if len(title) < _SHORTEST:
        return None
    owner = one_told(told) or (told.moment.forum.person(told.moment.actor).name if says_self(told) else "")
    return CreateDuty(
        kind=kind, meeting=told.meeting, position=_item(told), title=title, owner=owner, due=told.day_typed
    )


def _item(told: Told) -> int | None:
    """The item that it comes from, where one is named."""
    is_named = any(each.counts is Counted.ITEM for each in told.slots.numbers)
    return item_told(told) if is_named else None


def _to_do(told: Told) -> str:
    match = _TO_DO.search(told.said[:_LONGEST]) if told.rest else None
    return match["what"] if match else ""
