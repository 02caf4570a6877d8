"""A version's items as a reminder of what is asked about: a line each, the whole of them being a click away."""

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.proposals.state import Content
from cards.agenda.cards import is_hidden
from cards.kit.elements import Json, row, text
from cards.kit.fitting import Room
from cards.kit.words import duration, money, say
from cards.proposals.said import said_marks

_MOST = 12


def item_lines(items: Sequence[AgendaItem], room: Room) -> Iterable[Json]:
    """The first dozen, on a phone a line each but for those that cost something or are closed; more are counted."""
    for place, item in enumerate(items[:_MOST], start=1):
        yield _line(place, item, room) | {"spacing": "None" if place > 1 else "Small"}
    if len(items) > _MOST:
        yield text(say("approval.items.more", antal=len(items) - _MOST), subtle=True)


def _line(place: int, item: AgendaItem, room: Room) -> Json:
    content = item.content
    marks = list(_marks(content))
    title = text(" · ".join([f"{place}. {room.cut(content.title)}", *marks]))
    return row((title | {"wrap": bool(marks)}, "stretch"), (text(duration(content.duration), subtle=True), "auto"))


def _marks(content: Content) -> Iterator[str]:
    if is_hidden(content):
        return
    if content.amount is not None:
        yield money(content.amount)
    yield from said_marks(content)
    if content.is_closed:
        yield say("agenda.closed_item")
