"""A version's items as a reminder of what is asked about: a line each, the whole of them being a click away."""

from collections.abc import Iterable, Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.state import Content
from cards.agenda.cards import is_hidden
from cards.kit.elements import Json, text
from cards.kit.fitting import Room
from cards.kit.words import duration, money, say

_MOST = 12


def item_lines(items: Sequence[AgendaItem], meeting: Meeting, room: Room) -> Iterable[Json]:
    """The first dozen, on a phone a line each but for those that cost something or are closed; more are counted."""
    for place, item in enumerate(items[:_MOST], start=1):
        line = text(_line(place, item, room), close=place > 1)
        yield line if _is_marked(item) else line | {"wrap": False}
    if len(items) > _MOST:
        yield text(say("approval.items.more", antal=len(items) - _MOST), subtle=True)


def _line(place: int, item: AgendaItem, room: Room) -> str:
    marks = [duration(item.content.duration), *_marks(item.content)]
    return f"{place}. {room.cut(item.content.title)} · {' · '.join(marks)}"


def _is_marked(item: AgendaItem) -> bool:
    return any(_marks(item.content))


def _marks(content: Content) -> Iterable[str]:
    if is_hidden(content):
        return
    if content.amount is not None:
        yield money(content.amount)
    if content.is_closed:
        yield say("agenda.closed_item")
