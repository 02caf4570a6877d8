"""The moment minutes are put forward or sent: everything that follows from it, in the same transaction."""

from dataclasses import replace

from bot.domain import settings
from bot.domain.agenda import Agenda
from bot.domain.drafting import freeze, is_frozen
from bot.domain.minute_taking import approved_by_meeting, approves_earlier, is_sent
from bot.domain.minutes import Minutes, MinutesStatus
from bot.domain.notice import NoticeKind
from bot.usecases.desk import Desk
from bot.usecases.minutes_views import Record
from cards.words import say
from storage import agendas, notices
from storage import minutes as store


async def leave(desk: Desk, actor: str, record: Record, changed: Minutes) -> Record:
    """Store the changed minutes and tell of them; once sent, nobody is reminded of them any more."""
    before = record.minutes
    if changed == before:
        return record
    agenda = await _agenda(desk, actor, record.agenda)
    after = replace(record, minutes=changed, agenda=agenda)
    await store.put(desk.conn, changed)
    await desk.tell(NoticeKind.MINUTES, meeting=changed.meeting)
    if before.status is MinutesStatus.DRAFT and not is_sent(changed):
        await desk.log(actor, "minutes.put_forward", meeting=changed.meeting, revision=changed.revision)
    if is_sent(changed):
        await desk.log(actor, "minutes.sent", meeting=changed.meeting, revision=changed.revision)
        await _remind_no_more(desk, changed.meeting)
        await _approve_earlier(desk, actor, after)
    return after


async def _agenda(desk: Desk, actor: str, agenda: Agenda) -> Agenda:
    """Where no agenda was sent, the draft is frozen, so that the items cannot change under the resolutions."""
    if agenda.sent is not None or is_frozen(agenda):
        return agenda
    frozen = freeze(agenda, by=actor, at=desk.now)
    await agendas.put(desk.conn, frozen)
    return frozen


async def _remind_no_more(desk: Desk, meeting: str) -> None:
    kinds = NoticeKind.MINUTES_DUE, NoticeKind.MINUTES_OVERDUE
    await notices.cancel(desk.conn, desk.forum.id, meeting, *kinds, reason=say("stale.minutes_sent"))


async def _approve_earlier(desk: Desk, actor: str, record: Record) -> None:
    """Where minutes are approved at the next meeting: the latest earlier ones that wait for it, if it approved them."""
    if settings.minutes_approval(desk.forum) != "next_meeting" or not approves_earlier(record.items, record.minutes):
        return
    for meeting in reversed(desk.forum.meetings):
        earlier = await store.get(desk.conn, desk.forum.id, meeting.id)
        if meeting.starts < record.meeting.starts and earlier and earlier.status is MinutesStatus.SENT:
            await store.put(desk.conn, approved_by_meeting(earlier))
            await desk.log(actor, "minutes.approved", meeting=meeting.id, at_meeting=record.meeting.id)
            await desk.tell(NoticeKind.MINUTES, meeting=meeting.id)
            return
