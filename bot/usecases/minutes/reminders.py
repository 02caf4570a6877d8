"""Reminders to write minutes, planned ahead for each meeting."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.reminder import Reminder
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.reminders import reminders
from bot.domain.minutes.rules import is_sent
from bot.usecases.desk import Desk, WritingDesk
from storage import agenda as agendas
from storage import minutes as store


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan each reminder that is still of use; planned again, they only move. Of some meetings none is owed."""
    if not meeting.owes:
        return
    for each in reminders(meeting, desk.timetable(meeting), desk.calendar, desk.forum.timezone):
        if await _is_of_use(desk, meeting, each):
            await desk.remind_secretariat(each.kind, each.about, at=each.at, meeting=meeting.id, about=each.about)


async def _is_of_use(desk: Desk, meeting: Meeting, each: Reminder[MinutesNotice]) -> bool:
    if is_sent(await store.get(desk.conn, desk.forum.id, meeting.id)):
        return False
    if each.kind is MinutesNotice.OVERDUE and desk.now >= each.until:
        # of a meeting that was held before the forum came here nobody expects minutes
        return await agendas.get(desk.conn, desk.forum.id, meeting.id) is not None
    return desk.now < each.until
