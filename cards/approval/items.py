"""A version's items as a reminder of what is asked about: a line each, the whole of them being a click away."""

from collections.abc import Iterable, Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import is_hidden
from cards.kit.elements import Json, text
from cards.kit.fitting import Room
from cards.kit.words import duration, money, say

_MOST = 12


def item_lines(items: Sequence[AgendaItem], meeting: Meeting, room: Room) -> Iterable[Json]:
    """The first dozen; what more there is is counted."""
    for place, item in enumerate(items[:_MOST], start=1):
        yield text(_line(place, item, room), close=place > 1)
    if len(items) > _MOST:
        yield text(say("approval.items.more", antal=len(items) - _MOST), subtle=True)


def _line(place: int, item: AgendaItem, room: Room) -> str:
    content = item.content
    is_seen = not is_hidden(content)
    marks = [
        duration(content.duration),
        *([money(content.amount)] if is_seen and content.amount is not None else ()),
        *([say("agenda.closed_item")] if is_seen and content.is_closed else ()),
    ]
    return f"{place}. {room.cut(content.title)} · {' · '.join(marks)}"
