"""What was said of the last minutes too late for them: it stands below the item of the agenda that approves them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.agenda.rules import approval_of
from bot.domain.agenda.state import AgendaItem
from bot.domain.wording.state import Status, Suggestion
from bot.usecases.desk import Desk
from cards.kit.words import say, several
from storage import agenda as agendas
from storage import wordings


async def late_remarks(
    desk: Desk, items: Sequence[AgendaItem], until: datetime | None = None
) -> Mapping[int, Sequence[str]]:
    """The lines below that item, by its id: those that came before the agenda left; of closed items how many alone."""
    item = approval_of(items)
    if item is None or item.minutes_of is None:
        return {}
    every = await wordings.of_meeting(desk.conn, desk.forum.id, item.minutes_of)
    late = [each for each in every if each.status is Status.LATE and (until is None or each.details.at <= until)]
    if not late:
        return {}
    return {item.id: _lines(desk, late, await _items_of(desk, item.minutes_of))}


async def _items_of(desk: Desk, meeting: str) -> Sequence[AgendaItem]:
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting)
    if agenda is None:
        return ()
    return agenda.items if agenda.sent is None else agenda.sent.items


def _lines(desk: Desk, late: Sequence[Suggestion], items: Sequence[AgendaItem]) -> list[str]:
    open_places = {item.id: place for place, item in enumerate(items, start=1) if not item.content.is_closed}
    told = [each for each in late if each.item is None or each.item in open_places]
    lines = [say("wording.late"), *(_line(desk, each, open_places) for each in told)]
    hidden = len(late) - len(told)
    return [*lines, several("wording.late.closed", hidden)] if hidden else lines


def _line(desk: Desk, each: Suggestion, places: Mapping[int, int]) -> str:
    name, words = desk.name_of(each.person), each.details.words
    if each.item is None:
        return say("wording.late.whole", navn=name, ord=words)
    return say("wording.late.item", navn=name, punkt=places[each.item], ord=words)
