"""The minutes item by item as somebody may see them: of an item closed to them, the neutral title and no resolution."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.agenda.state import AgendaItem
from bot.domain.minutes.rules import resolution_of
from bot.domain.minutes.state import Minutes, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutedItem:
    """One item; `is_hidden` when there is more to it than may be seen here, `needed` when it must get a resolution."""

    position: int
    title: str
    recommendation: str = ""
    is_recorded: bool
    is_hidden: bool = False
    is_needed: bool = True
    outcome: Outcome | None = None
    words: str = ""


def minuted(
    items: Sequence[AgendaItem], minutes: Minutes, sees: Callable[[AgendaItem], bool], title: str
) -> tuple[MinutedItem, ...]:
    """Every item in its order; `sees` says of a closed item whether the reader may see more than `title`."""
    return tuple(_minuted(position, item, minutes, sees, title) for position, item in enumerate(items, start=1))


def nobody_sees(item: AgendaItem) -> bool:
    """What a channel may see of closed items."""
    return False


def _minuted(
    position: int, item: AgendaItem, minutes: Minutes, sees: Callable[[AgendaItem], bool], title: str
) -> MinutedItem:
    resolution = resolution_of(minutes, item.id)
    is_recorded, is_needed = resolution is not None, item.is_own
    if item.content.is_closed and not sees(item):
        return MinutedItem(position=position, title=title, is_recorded=is_recorded, is_hidden=True, is_needed=is_needed)
    return MinutedItem(
        position=position,
        title=item.content.title,
        recommendation=item.content.recommendation,
        is_recorded=is_recorded,
        is_needed=is_needed,
        outcome=None if resolution is None else resolution.outcome,
        words="" if resolution is None else resolution.words,
    )
