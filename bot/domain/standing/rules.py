"""Which of all that awaits somebody comes first."""

from collections.abc import Iterable
from datetime import date

from bot.domain.standing.state import HELD, WAITED_FOR, Awaited, Matter, Way

_ORDER = tuple(Matter)


def most_pressing_first(every: Iterable[Awaited[Way]], today: date) -> list[Awaited[Way]]:
    """A meeting that is held, then what others wait for, what is due or late, what has a day, and the rest."""
    return sorted(every, key=lambda each: (_band(each, today), each.due or date.max, _ORDER.index(each.matter)))


def is_late(each: Awaited[Way], today: date) -> bool:
    """Whether its last day is past."""
    return each.due is not None and each.due < today


def _band(each: Awaited[Way], today: date) -> int:
    if each.matter in HELD:
        return 0
    if each.matter in WAITED_FOR:
        return 1
    if each.due is None:
        return 4
    return 2 if each.due <= today else 3
