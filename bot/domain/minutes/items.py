"""The minutes item by item as somebody may see them: of an item closed to them, the neutral title and no resolution."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.domain.agenda.state import AgendaItem
from bot.domain.minutes.rules import resolution_of
from bot.domain.minutes.state import Dissent, Minutes, Outcome, Position, PutOff


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutedItem:
    """One item; `is_hidden` when there is more to it than may be seen here, `needed` when it must get a resolution.

    A withdrawn one was not taken up, and needs none.
    """

    position: int
    title: str
    recommendation: str = ""
    is_recorded: bool
    is_hidden: bool = False
    is_needed: bool = True
    is_withdrawn: bool = False
    outcome: Outcome | None = None
    words: str = ""
    positions: tuple[Position, ...] = ()
    put_off: PutOff | None = None
    sentence: str = ""
    is_edited: bool = False
    dissents: tuple[Dissent, ...] = ()

    @property
    def said(self) -> str:
        """What the minutes say of it: the sentence, or the words of minutes from before there was one."""
        return self.sentence or self.words


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
    is_recorded = resolution is not None and resolution.is_resolved
    is_withdrawn = item.gone is not None
    is_needed = item.is_own and not is_withdrawn
    if item.content.is_closed and not sees(item):
        return MinutedItem(
            position=position,
            title=title,
            is_recorded=is_recorded,
            is_hidden=True,
            is_needed=is_needed,
            is_withdrawn=is_withdrawn,
        )
    shown = MinutedItem(
        position=position,
        title=item.content.title,
        recommendation=item.content.recommendation,
        is_recorded=is_recorded,
        is_needed=is_needed,
        is_withdrawn=is_withdrawn,
        dissents=tuple(each for each in minutes.dissents if each.item == item.id),
    )
    if resolution is None:
        return shown
    return replace(
        shown,
        outcome=resolution.outcome,
        words=resolution.words,
        positions=resolution.positions,
        put_off=resolution.put_off,
        sentence=resolution.sentence,
        is_edited=resolution.is_edited,
    )
