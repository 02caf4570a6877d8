"""Which item of a meeting that was or is held a sentence means, and which meeting that is."""

from bot.domain.kernel.action import MeetingAction
from bot.domain.saying.slots import Counted
from bot.usecases.said.told import Told


def item_told(told: Told) -> int | None:
    """By its number, its title, or as what was shown last."""
    return item_named(told) or _shown(told)


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
    return next(numbered, None) or told.moment.live_item or item_told(told)


def meeting_told(told: Told) -> str | None:
    """The meeting that is named, else the last one, which somebody looks back at."""
    last = told.moment.last
    return told.meeting or (None if last is None else last.id)


def _shown(told: Told) -> int | None:
    shown = told.moment.talk.shown
    found = getattr(shown, "position", None) if isinstance(shown, MeetingAction) else None
    return found if isinstance(found, int) else None
