"""Which item of a meeting that was or is held a sentence means, and which meeting that is."""

import re

from bot.domain.kernel.action import MeetingAction
from bot.domain.kernel.danish import bare
from bot.domain.saying.slots import Counted
from bot.usecases.said.told import Told

_SHORT = 25  # characters: in so few words "det sidste" is an item
_LAST_ITEM = re.compile(r"\b(?:sidste|nederste) p(?:un)?kt\b")
_LAST = re.compile(r"\b(?:sidste|nederste)\W*$")
_FIRST = re.compile(r"\b(?:forste|overste)\W*$")
_NEXT = re.compile(r"\bnaste(?: p(?:un)?kt)?\W*$")
_PREVIOUS = re.compile(r"\bforrige(?: p(?:un)?kt)?\W*$")
_TELLING = 5  # letters of a title's word that says which item it is


def item_told(told: Told) -> int | None:
    """By its number, its title, or as what was shown last."""
    return item_named(told) or _placed(told) or _shown(told)


def item_named(told: Told) -> int | None:
    """By its number or its title."""
    numbers = {kind: [each.number for each in told.slots.numbers if each.counts is kind] for kind in Counted}
    known = range(1, len(told.moment.held_items) + 1)
    bare = (each for each in numbers[Counted.BARE] if each in known)
    return next(iter(numbers[Counted.ITEM]), None) or told.held_item or next(bare, None)


def item_on(told: Told) -> int | None:
    """That or, while a meeting is held, the item that it is at."""
    return item_told(told) or told.moment.live_item


def item_on_rather(told: Told) -> int | None:
    """The same where words of a title may name somebody: those count where nothing else says which item it is."""
    numbered = (each.number for each in told.slots.numbers if each.counts is Counted.ITEM)
    found = next(numbered, None) or told.moment.live_item or _placed(told) or _shown(told)
    return found or (None if told.held_item and not is_titled(told) else item_named(told))


def is_titled(told: Told) -> bool:
    """Whether an item is called by its title, not merely by the name of an organisation that the title holds."""
    if told.held_item is None:
        return False
    named = [bare(each.name.split()[0]) for each in told.moment.forum.organisations if each.id in told.organisations]
    words = bare(told.moment.held_items[told.held_item - 1]).split()
    telling = [each for each in words if len(each) > _TELLING and not any(other in each for other in named)]
    sound = told.sound
    return not named or any(each[: _TELLING + 1] in sound for each in telling)


def meeting_told(told: Told) -> str | None:
    """The meeting that is named, else the last one, which somebody looks back at."""
    last = told.moment.last
    return told.meeting or (None if last is None else last.id)


def _placed(told: Told) -> int | None:
    """By its place: the last or first one, or the one next to what was shown."""
    sound, last, shown = told.sound, len(told.moment.held_items), _shown(told)
    is_short = len(sound) <= _SHORT
    if _LAST_ITEM.search(sound) or (is_short and _LAST.search(sound)):
        return last or None
    if is_short and shown is None and _FIRST.search(sound):
        return 1 if last else None
    step = 1 if _NEXT.search(sound) else -1 if _PREVIOUS.search(sound) else 0
    beside = 0 if shown is None or not is_short else shown + step
    return beside if step and 0 < beside <= last else None


def _shown(told: Told) -> int | None:
    shown = told.moment.talk.shown
    found = getattr(shown, "position", None) if isinstance(shown, MeetingAction) else None
    return found if isinstance(found, int) else None
