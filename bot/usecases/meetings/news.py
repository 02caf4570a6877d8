"""What is said of a meeting that was moved or cancelled, and what stands in place of all that was said of it before."""

from bot.domain.approval.state import Standpoint
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.meetings.notices import MeetingNotice
from bot.usecases.agenda.views import draft_of, host_of
from bot.usecases.desk import Desk, open_desk
from bot.usecases.meeting_facts import meeting_as_told
from cards.kit.elements import Card
from cards.kit.words import say
from cards.meetings import rescheduled as cards
from storage import approval as approvals


async def moved(desk: Desk, notice: Notice) -> Card | Stale:
    """As it was, and as it is by now; what was approved or sent stands."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.cancelled"))
    if desk.now >= meeting.starts:
        return Stale(say("stale.meeting_begun"))
    agenda = await draft_of(desk, meeting)
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    return cards.moved(
        None if notice.subject.get("is_resumed") else meeting_as_told(desk.forum, meeting.id, notice.subject["was"]),
        meeting,
        host=host_of(desk, meeting),
        is_sent=agenda.sent is not None,
        standpoint=Standpoint.WITHDRAWN if current is None else current.standpoint,
    )


def cancelled(desk: Desk, notice: Notice) -> Card | Stale:
    """That it is cancelled, and which meeting is next."""
    gone = desk.forum.cancelled_meeting(notice.meeting)
    if gone is None:
        return Stale(say("stale.resumed"))
    waiting = notice.subject.get("waiting")
    return cards.cancelled(gone, desk.next_meeting(), waiting=waiting if isinstance(waiting, int) else 0)


async def elsewhere(desk: Desk, notice: Notice) -> Card | Stale:
    """To a body that has a copy of the agenda: how the meeting of that other forum is by now."""
    there = await open_desk(desk.conn, str(notice.subject["from_forum"]), desk.now, Place.CHANNEL)
    meeting = str(notice.subject["of_meeting"])
    held, gone = there.forum.meeting(meeting), there.forum.cancelled_meeting(meeting)
    if held is None and gone is None:
        return Stale(say("stale.no_meeting"))
    was = None if notice.subject.get("is_resumed") else meeting_as_told(there.forum, meeting, notice.subject["was"])
    return cards.elsewhere(there.forum.name, was, held, gone, host=None if held is None else host_of(there, held))


def instead(desk: Desk, notice: Notice, gone: Meeting) -> Card | Stale:
    """In place of a message about a cancelled meeting that stands already; one that has not left is of no use.

    The meeting's post leaves all the same: what is said of the cancellation stands under it.
    """
    if notice.activity is None and notice.kind is not MeetingNotice.POST:
        return Stale(say("stale.cancelled"))
    return cards.cancelled(gone, desk.next_meeting())
