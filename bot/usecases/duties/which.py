"""Which duty a sentence means, by its number, its title or as the one that was shown; and what a new one would say."""

import re
from dataclasses import dataclass

from bot.domain.duties.actions import CreateDuty, DutyAction, ShowDuties
from bot.domain.duties.state import Kind
from bot.domain.saying.slots import Counted
from bot.usecases.said.held_item import item_told
from bot.usecases.said.kept_text import after_colon
from bot.usecases.said.numbered import numbered
from bot.usecases.said.people_told import one_told, says_self
from bot.usecases.said.pointed import numbers_of, place_said
from bot.usecases.said.told import Told

_NUMBERED = numbered(
    r"opg\.?|indsats(?:en)?|(?:pulje)?ans(?:ø|oe?)gning(?:en)?|(?:samarbejds)?aftalen?|(?:lokalt? )?initiativ(?:et)?"
)
_ANY = re.compile(r"opgave|indsats|initiativ", re.IGNORECASE)
_SEVERAL = re.compile(r"\bopgaver(?:ne)?\b", re.IGNORECASE)
_READ = 1_000  # characters
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
    if (number := next(iter(numbers_of(told, Counted.TASK)), None)) is not None:
        return Which(number)
    if (written := _NUMBERED.search(told.said[:_READ])) is not None:
        return Which(int(written["number"]), int(written["year"]) if written["year"] else None)
    if (bare_one := _bare(told)) is not None:
        return Which(bare_one)
    if told.task is not None and told.task.number:
        return Which(told.task.number, told.task.year)
    shown = told.moment.talk.shown
    return Which(shown.number, shown.year) if isinstance(shown, DutyAction) else None


def which_likely(told: Told) -> Which | None:
    """The same where the words speak of a duty in any case: the first or last of those shown, or the only one."""
    if (named := which(told)) is not None:
        return named
    numbered_ones = [each for each in told.moment.tasks if each.number]
    if (number := next((each for each in numbers_of(told, Counted.ITEM) if each in _known(told)), None)) is not None:
        return None if "punkt" in told.said.casefold() else Which(number)
    own = [each for each in numbered_ones if each.is_own]
    among = own + [each for each in numbered_ones if not each.is_own]
    if is_all_shown(told) and (place := place_said(told)) is not None and among:
        return Which(among[place].number, among[place].year)
    only = own if len(own) == 1 else among
    return Which(only[0].number, only[0].year) if len(only) == 1 and not told.slots.numbers else None


def is_all_shown(told: Told) -> bool:
    """Whether the list of them all was shown last."""
    shown = told.moment.talk.shown
    return isinstance(shown, ShowDuties) and shown.kind is None


def _bare(told: Told) -> int | None:
    """A number of which nothing is said, where it is one's or is called a number."""
    known = _known(told)
    bares = (each for each in told.slots.numbers if each.counts is Counted.BARE)
    return next((each.number for each in bares if each.is_numbered or each.number in known), None)


def _known(told: Told) -> set[int]:
    return {each.number for each in told.moment.tasks if each.number}


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
