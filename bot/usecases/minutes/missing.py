"""Who was not there for an item, or not for all of it, as the minutes say it: from the meeting as it was held."""

from collections.abc import Mapping, Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.live.presence import at_item
from bot.domain.live.state import Live
from bot.domain.minutes.state import Attendance
from bot.usecases.desk import Desk
from cards.live.told import RecusedLine, presence_lines


def presence_at(
    desk: Desk, meeting: Meeting, items: Sequence[AgendaItem], live: Live | None, noted: Attendance
) -> Mapping[int, list[str]]:
    """By position, of each item for which somebody was missing who was at the meeting; nothing where nobody saw it."""
    if live is None:
        return {}
    told = {place: _lines(desk, meeting, item, live, noted) for place, item in enumerate(items, start=1)}
    return {place: lines for place, lines in told.items() if lines}


def _lines(desk: Desk, meeting: Meeting, item: AgendaItem, live: Live, noted: Attendance) -> list[str]:
    found = at_item(noted, live, item.id, desk.now, noted.ended_at or live.ended_at)
    return presence_lines(
        [desk.name_of(each) for each in found.absent],
        [desk.name_of(each) for each in found.partly],
        [RecusedLine(name=desk.name_of(each.person), since=each.since, until=each.until) for each in found.recused],
        meeting.day,
        desk.forum.timezone,
    )
