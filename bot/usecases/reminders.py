"""Reminders of proposals, the meeting and its minutes: planned ahead, and written when they leave."""

from bot.domain.agenda import AgendaItem
from bot.domain.closed import public
from bot.domain.meeting import Meeting
from bot.domain.minute_taking import is_sent
from bot.domain.notice import Notice, NoticeKind, Stale
from bot.domain.reminding import Reminder, reminders
from bot.usecases import sending
from bot.usecases.desk import Desk
from bot.usecases.drafts import draft_of, host_of
from cards import reminders as cards
from cards.elements import Card
from cards.words import say
from storage import agendas
from storage import minutes as store

_OF_MINUTES = (NoticeKind.MINUTES_DUE, NoticeKind.MINUTES_OVERDUE)


async def plan(desk: Desk, meeting: Meeting) -> None:
    """Plan every timed notice of a meeting that is still of use; planned again, they only move."""
    for each in reminders(meeting, desk.timetable(meeting), desk.calendar, desk.forum.timezone):
        if await _is_of_use(desk, meeting, each):
            await desk.remind(each.kind, each.about, at=each.at, meeting=meeting.id, about=each.about)
    await sending.plan(desk, meeting)


async def proposal_deadline(desk: Desk, notice: Notice) -> Card | Stale:
    """Until when proposals are taken."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    deadline = desk.timetable(meeting).proposals
    if deadline is None:
        return Stale(say("stale.no_deadline"))
    if desk.today > deadline.day:
        return Stale(say("stale.deadline_passed"))
    return cards.proposal_deadline(desk.forum.id, desk.forum.name, meeting, deadline)


async def meeting(desk: Desk, notice: Notice) -> Card | Stale:
    """The meeting is near: when, where, with whom and about what."""
    held = desk.forum.meeting(notice.meeting or "")
    if held is None:
        return Stale(say("stale.no_meeting"))
    if desk.now >= held.starts:
        return Stale(say("stale.meeting_begun"))
    return cards.meeting(
        desk.forum.name,
        held,
        desk.forum.timezone,
        host=host_of(desk, held),
        host_leads=desk.forum.charter.chair_model.value == "host_leads",
        titles=[public(item.content).title for item in await _items(desk, held)],
    )


async def _items(desk: Desk, held: Meeting) -> tuple[AgendaItem, ...]:
    """What was sent, else the draft."""
    agenda = await draft_of(desk, held)
    return agenda.items if agenda.sent is None else agenda.sent.items


async def _is_of_use(desk: Desk, meeting: Meeting, each: Reminder) -> bool:
    if each.kind in _OF_MINUTES and is_sent(await store.get(desk.conn, desk.forum.id, meeting.id)):
        return False
    if each.kind is NoticeKind.MINUTES_OVERDUE and desk.now >= each.until:
        # of a meeting that was held before the forum came here nobody expects minutes
        return await agendas.get(desk.conn, desk.forum.id, meeting.id) is not None
    return desk.now < each.until
