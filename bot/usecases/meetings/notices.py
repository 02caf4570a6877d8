"""The meeting's post, and reminders of the proposal deadline and the meeting: written when they leave."""

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.meetings.reminders import reminders
from bot.usecases.agenda.views import draft_of, host_of, is_sent
from bot.usecases.composition.views import doctors_words
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.live.notices import held_now
from bot.usecases.meetings.attending import attending_words
from bot.usecases.meetings.post import post_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.meetings import reminders as cards
from cards.meetings.post import post as post_card
from cards.proposals.closed import public


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan each reminder that is still of use; planned again, they only move."""
    for each in reminders(meeting, desk.timetable(meeting), desk.calendar, desk.forum.timezone):
        if desk.now < each.until:
            await desk.remind(each.kind, each.about, at=each.at, meeting=meeting.id, about=each.about)


async def post(desk: Desk, notice: Notice) -> Card | Stale:
    """How things stand with the meeting, for everybody; while it is held, how far it has come."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    return await held_now(desk, meeting) or post_card(await post_of(desk, meeting))


async def proposal_deadline(desk: Desk, notice: Notice) -> Card | Stale:
    """Until when proposals are taken: the meeting's post says so until that day has ended."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    deadline = desk.timetable(meeting).proposals
    if deadline is None:
        return Stale(say("stale.no_deadline"))
    if desk.today > deadline.day:
        return Stale(say("stale.deadline_passed"))
    if await is_sent(desk, meeting.id):
        return Stale(say("stale.sent"))
    return await post(desk, notice)


async def meeting(desk: Desk, notice: Notice) -> Card | Stale:
    """The meeting is near: when, where, with whom and about what; where it stands already, as it is by now."""
    held = desk.forum.meeting(notice.meeting or "")
    if held is None:
        return Stale(say("stale.no_meeting"))
    if desk.now >= held.starts and notice.activity is None:
        return Stale(say("stale.meeting_begun"))
    return cards.meeting(
        desk.forum.name,
        held,
        desk.forum.timezone,
        host=host_of(desk, held),
        host_leads=desk.forum.charter_on(held.day).chair.model.value == "host_leads",
        titles=[public(item.content).title for item in await _items(desk, held) if item.gone is None],
        doctors=await doctors_words(desk, held),
        attending=await attending_words(desk, held),
    )


async def _items(desk: Desk, held: Meeting) -> tuple[AgendaItem, ...]:
    """What was sent, else the draft."""
    agenda = await draft_of(desk, held)
    return agenda.current
