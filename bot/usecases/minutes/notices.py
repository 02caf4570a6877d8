"""What the channel is told about minutes: that they are due or overdue, the minutes themselves, and additions."""

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.minutes.items import nobody_sees
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.reminders import reminder
from bot.domain.minutes.rules import is_sent
from bot.domain.minutes.state import MinutesStatus
from bot.usecases.desk import Desk
from bot.usecases.minutes.views import channel_card, load, said, shown
from cards.kit.elements import Card
from cards.kit.words import say
from cards.minutes import cards, reminders


async def due(desk: Desk, notice: Notice, kind: MinutesNotice) -> Card | Stale:
    """The minutes are to be written; of no use once they are sent, or when a later reminder has taken over."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    timetable = desk.timetable(meeting)
    about = str(notice.subject.get("about", ""))
    planned = reminder(kind, about, meeting, timetable, desk.calendar, desk.forum.timezone)
    if planned is None or timetable.minutes is None:
        return Stale(say("stale.no_deadline"))
    if is_sent((await load(desk, meeting)).minutes):
        return Stale(say("stale.minutes_sent"))
    if desk.now >= planned.until:
        return Stale(say("stale.later_reminder"))
    return reminders.minutes_due(desk.forum.id, meeting, timetable.minutes, desk.called(notice))


async def overdue(desk: Desk, notice: Notice) -> Card | Stale:
    """The minutes should have been sent."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    deadline = desk.timetable(meeting).minutes
    if deadline is None or desk.today <= deadline.day:
        return Stale(say("stale.not_overdue"))
    if is_sent((await load(desk, meeting)).minutes):
        return Stale(say("stale.minutes_sent"))
    return reminders.minutes_overdue(desk.forum.id, meeting, deadline, desk.called(notice))


async def minutes(desk: Desk, notice: Notice) -> Card | Stale:
    """The minutes as the whole channel may read them."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    record = await load(desk, meeting)
    if record.minutes.status is MinutesStatus.DRAFT:
        return Stale(say("stale.minutes_unsent"))
    return channel_card(desk, record)


async def addition(desk: Desk, notice: Notice) -> Card | Stale:
    """A correction that was added after sending."""
    meeting = desk.forum.meeting(notice.meeting or "")
    place = notice.subject.get("addition")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    record = await load(desk, meeting)
    remarks = record.minutes.remarks
    if not isinstance(place, int) or not 0 <= place < len(remarks):
        return Stale(say("stale.no_addition"))
    return cards.addition(shown(desk, record, nobody_sees), said(desk, [remarks[place]])[0])
