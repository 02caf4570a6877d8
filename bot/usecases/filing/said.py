"""What something is filed on, in somebody's own words: the case's number, the item, the meeting."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.filing.actions import FetchCaseFile, FileOn, MarkFiled, ShowFiling
from bot.domain.kernel.danish import bare
from bot.domain.saying.slots import Counted
from bot.usecases.filing.typed import read_kle
from bot.usecases.said.listed import item_meant
from bot.usecases.said.pointed import numbers_of
from bot.usecases.said.told import Told

_READ = 1_000  # characters
_PUT = re.compile(r"\b(?:lagt|lagde)\b")
_CASE = re.compile(r"(?<![\w./-])(?P<number>(?:[A-ZÆØÅ]{2,5}-)?[0-9]{2,4}[-/][0-9]{2,9}(?:[-/][0-9]{1,6})?)(?![\w/-])")
_AFTER_WORD = re.compile(
    r"\b(?:sag(?:en|snumm?er(?:et)?|snr\.?)?|journalnummer(?:et)?)\s(?:er\s|nr\.?\s|nummer\s)?"
    r"(?P<number>(?=[^\s]{0,20}[0-9])[\w./-]{2,40}[\w])",
    re.IGNORECASE,
)
_TAKEN_AWAY = re.compile(r"\b(?:fjern|slet|stryg|tag)\w*\b.{0,30}\b(?:sagsnumm?er|sagsnr|journalnummer)")
_FACET = re.compile(r"\bhandlingsfacet\w*\s(?P<facet>[A-ZÆØÅ][0-9]{2})\b", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:hele )?mødet\b", re.IGNORECASE)
_KLE = re.compile(r"(?<![\w.])(?P<code>[0-9]{2}\.[0-9]{2}\.[0-9]{2}(?: [A-ZÆØÅ][0-9]{2})?)(?![\w.])", re.IGNORECASE)


def filing(told: Told) -> ShowFiling:
    """Of the meeting that is named, with the item that is."""
    return ShowFiling(meeting=told.meeting, pick=_item(told))


def file_on(told: Told) -> AnyQuery | AnyCommand:
    """The case that is named, of the item or of the meeting; without one, how it stands."""
    said = told.said[:_READ]
    if _TAKEN_AWAY.search(bare(said)) and not _case(told):
        return FileOn(meeting=told.meeting, position=_item_in_hand(told), case_number="")
    if (code := _KLE.search(said)) is not None:
        item = _item_in_hand(told)
        return read_kle(code["code"] + (f" på punkt {item}" if item else ""))
    if (facet := _FACET.search(said)) is not None and not _case(told):
        return FileOn(meeting=told.meeting, position=_item_in_hand(told), facet=facet["facet"].upper())
    if told.mood.asks or not (number := _case(told)):
        return filing(told)
    return FileOn(meeting=told.meeting, position=_item_in_hand(told), case_number=number)


def file_on_or_show(told: Told) -> AnyQuery | AnyCommand:
    """The same; what is asked about is shown with the item that is named, by title as well."""
    found = file_on(told)
    return found if not isinstance(found, ShowFiling) else ShowFiling(meeting=told.meeting, pick=_item_in_hand(told))


def names_case(told: Told) -> bool:
    """Whether it is said what it is filed on."""
    return bool(_case(told) or _KLE.search(told.said[:_READ]))


def put(told: Told) -> AnyQuery | AnyCommand | None:
    """The same where it says that it is done: "lagt", not "læg"."""
    return marked(told) if _PUT.search(told.sound) else None


def says_case(told: Told) -> bool:
    """Whether it says that this is what it is filed on."""
    return names_case(told) and not (told.mood.asks or told.mood.negates)


def marked(told: Told) -> AnyQuery | AnyCommand:
    """Under the number that is named; asked about, it is shown."""
    if told.mood.asks:
        return ShowFiling(meeting=told.meeting)
    return MarkFiled(meeting=told.meeting, reference=_case(told))


def case_file(told: Told) -> FetchCaseFile:
    """Of the meeting that is named."""
    return FetchCaseFile(meeting=told.meeting)


def _case(told: Told) -> str:
    said = told.said[:_READ]
    found = _AFTER_WORD.search(said) or _CASE.search(said)
    return found["number"] if found else ""


def _item(told: Told) -> int | None:
    return next(iter(numbers_of(told, Counted.ITEM)), None) or told.held_item


def _item_in_hand(told: Told) -> int | None:
    """The same, also by its title or place on the agenda in hand, or as what was shown."""
    return _item(told) or (None if told.moment.held_items or _WHOLE.search(told.said[:_READ]) else item_meant(told))
