"""»Føj til kalender«: what can be had for one's own calendar; the addresses themselves are in the answer alone."""

from bot.domain.calendars.actions import CalendarsCommand, CalendarsQuery, OpenCalendar, RenewCalendar
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.usecases.agenda.views import host_of
from bot.usecases.asker import Asker
from bot.usecases.calendars.handing import Calendars
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.meant import meeting_meant
from bot.usecases.turn import Kind, Turn
from cards.calendars import cards
from cards.kit.elements import Card
from storage import calendars as addresses


async def show(desk: Desk, _actor: str, action: OpenCalendar) -> Card:
    """The meeting that is meant (None: the next, if there is one), and a button where everybody reads along."""
    return _card(desk, meant(desk, action.meeting))


async def renew(desk: WritingDesk, actor: str, action: RenewCalendar) -> Card:
    """Whoever has the old address sees nothing with it any more."""
    if desk.account is None:
        raise ValueError("an address is renewed for an account")
    meeting = meant(desk, action.meeting)
    await addresses.renew(desk.conn, desk.forum.id, desk.account, at=desk.now)
    await desk.log(actor, "calendar.renewed")
    return _card(desk, meeting, is_renewed=True)


async def with_addresses(
    desk: Desk,
    turn: Turn,
    asker: Asker,
    action: CalendarsQuery | CalendarsCommand,
    card: Card,
    calendars: Calendars | None,
) -> Card:
    """The answer to one person alone with their addresses, which are kept nowhere; without any, whom to ask."""
    if calendars is None:
        others = (each for each in settings.secretariat(desk.forum, desk.today) if each != asker.person)
        return cards.with_advice(card, [desk.name_of(each) for each in others])
    if turn.kind is not Kind.CLICK and not turn.conversation.place.is_private:
        return card
    meeting = meant(desk, action.meeting)
    file = None if meeting is None else calendars.file_address(desk.forum.id, meeting.id, asker.account)
    feed = await calendars.feed_address(desk.conn, asker.account)
    return cards.with_addresses(card, desk.forum.id, meeting, file=file, feed=feed)


def meant(desk: Desk, named: str | None) -> Meeting | None:
    """That meeting, whether it is held or was cancelled, else the next one; None where there is none to come."""
    if named is None:
        return desk.next_meeting()
    return desk.forum.cancelled_meeting(named) or meeting_meant(desk, named)


def _card(desk: Desk, meeting: Meeting | None, *, is_renewed: bool = False) -> Card:
    is_cancelled = meeting is not None and desk.forum.cancelled_meeting(meeting.id) is not None
    return cards.calendar(
        desk.forum.id,
        meeting,
        None if meeting is None or is_cancelled else host_of(desk, meeting),
        is_cancelled=is_cancelled,
        is_renewed=is_renewed,
        is_overheard=desk.is_overheard,
    )
