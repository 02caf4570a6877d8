"""Which version of an agenda somebody asks about, which item of it, and since when it changed."""

import re

from bot.domain.actions import AnyQuery
from bot.domain.approval.actions import ShowChanges, ShowVersion
from bot.domain.saying.slots import Counted
from bot.domain.supplements.actions import ShowVersions
from bot.usecases.said.told import Told

_BEFORE = re.compile(
    r"\b(?:gaml[ae]?|gamle|forrige|tidligere|sidste (?:version|udgave))\b|\b(?:retur|tilbage|for rettels)"
)
_AGAIN = re.compile(r"\b(?:ny|nye|nyeste|nu|seneste)\b")


def version_said(told: Told) -> AnyQuery:
    """The version that is named, else the one that awaits the person, else the newest; of it an item that is named."""
    asked = told.moment.asked
    number = next((each.number for each in told.slots.numbers if each.counts is Counted.VERSION), None)
    if number is None and _is_before(told):
        if asked is None or asked.version == 1:
            return ShowVersions()
        number = asked.version - 1
    return ShowVersion(version=number or (asked.version if asked else None), position=_item(told))


def changes_said(told: Told) -> ShowChanges:
    """Between two versions that are named or since the one that is, else what the newest changed."""
    asked = told.moment.asked
    newest = asked.version if asked else None
    named = sorted(_versions(told))
    position = _item(told, besides=named)
    if len(named) > 1:
        return ShowChanges(since=named[0], version=named[-1], position=position)
    if named == [newest] or not named:
        return ShowChanges(since=newest - 1 if newest and newest > 1 else None, version=newest, position=position)
    return ShowChanges(since=named[0], version=newest, position=position)


def _is_before(told: Told) -> bool:
    said = told.sound
    return _BEFORE.search(said) is not None and _AGAIN.search(said) is None


def _versions(told: Told) -> list[int]:
    """Those that are named, also the second of "fra version 1 til 2"."""
    numbers = told.slots.numbers
    named = [each.number for each in numbers if each.counts is Counted.VERSION]
    is_one_of_two = len(named) == 1 and told.item is None and all(each.counts is not Counted.ITEM for each in numbers)
    bares = [each.number for each in numbers if each.counts is Counted.BARE] if is_one_of_two else []
    return list(dict.fromkeys((*named, *bares[:1])))


def _item(told: Told, besides: list[int] | None = None) -> int | None:
    """The item that is named by its number or title, else the one of a bare number that is no version's."""
    known = range(1, len(told.moment.items) + 1)
    numbers = told.slots.numbers
    said = [each.number for each in numbers if each.counts is Counted.ITEM or each.is_numbered]
    bares = [each.number for each in numbers if each.counts is Counted.BARE and each.number not in (besides or ())]
    return next((each for each in (*said, told.item, *bares) if each in known), None)
