"""What members would have the minutes say, as far as the minutes themselves tell of it."""

from collections.abc import Iterable, Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.wording.state import Suggestion


def waiting_of(items: Iterable[AgendaItem], every: Sequence[Suggestion]) -> dict[int, int]:
    """How many suggestions wait for each item that has any, by its position (from 1)."""
    counted = (
        (place, sum(each.waits and each.item == item.id for each in every)) for place, item in enumerate(items, 1)
    )
    return {place: count for place, count in counted if count}
