"""The moment minutes are put forward or sent: everything that follows from it, in the same transaction."""

from dataclasses import replace

from bot.domain.agenda.rules import approval_of, freeze, is_frozen
from bot.domain.agenda.state import Agenda
from bot.domain.kernel import settings
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.rules import approved_by_meeting, approves_earlier, is_sent
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.usecases import made_public
from bot.usecases.desk import WritingDesk
from bot.usecases.duties import of_minutes
from bot.usecases.funds import of_minutes as of_funds
from bot.usecases.minutes import extracts, keeping
from bot.usecases.minutes.records import Record
from bot.usecases.telling_back import tell_resolved
from bot.usecases.witness import tell_with
from cards.kit.words import say
from storage import agenda as agendas
from storage import minutes as store
from storage.outbox import notices


async def leave(desk: WritingDesk, actor: str, record: Record, changed: Minutes) -> Record:
    """Store the changed minutes and tell of them; once sent, nobody is reminded of them any more."""
    before = record.minutes
    if changed == before:
        return record
    agenda = await _agenda(desk, actor, record.agenda)
    after = await keeping.keep(desk, replace(record, agenda=agenda), changed)
    new = [each for each in changed.approved_by if each not in before.approved_by]
    if new:
        await desk.log(actor, "minutes.approved_by", meeting=changed.meeting, revision=changed.revision, seats=new)
    if before.status is MinutesStatus.DRAFT and not is_sent(changed):
        await desk.log(actor, "minutes.put_forward", meeting=changed.meeting, revision=changed.revision)
    if is_sent(changed):
        entry = await desk.log(actor, "minutes.sent", meeting=changed.meeting, revision=changed.revision)
        await tell_with(desk, MinutesNotice.MINUTES, entry, changed.meeting)
        await _remind_no_more(desk, changed.meeting)
        await of_minutes.end_writing(desk, actor, changed.meeting)
        await of_funds.decide(desk, actor, changed, after.items)
        await _approve_earlier(desk, actor, after)
        await tell_resolved(desk, record.meeting, after.items, changed.resolutions)
        await extracts.tell(desk, None if new else actor, after)
        await made_public.follow(desk, record.meeting)
        if before.status is MinutesStatus.FOR_APPROVAL:
            await _end_request(desk, actor, changed, is_approved=bool(new))
    return after


def secretariat_but(desk: WritingDesk, actor: str) -> list[str]:
    """Those who serve the forum, without whoever did it."""
    return [person for person in settings.secretariat(desk.forum, desk.today) if person != actor]


async def _end_request(desk: WritingDesk, actor: str, sent: Minutes, *, is_approved: bool) -> None:
    """The request says that it is over, and the secretariat hears that everybody has approved."""
    await desk.tell(MinutesNotice.REQUEST, meeting=sent.meeting)
    if is_approved:
        await desk.tell_each(secretariat_but(desk, actor), MinutesNotice.APPROVED, meeting=sent.meeting)


async def _agenda(desk: WritingDesk, actor: str, agenda: Agenda) -> Agenda:
    """Where no agenda was sent, the draft is frozen, so that the items cannot change under the resolutions."""
    if agenda.sent is not None or is_frozen(agenda):
        return agenda
    frozen = freeze(agenda, by=actor, at=desk.now)
    await agendas.put(desk.conn, frozen)
    return frozen


async def _remind_no_more(desk: WritingDesk, meeting: str) -> None:
    kinds = MinutesNotice.DUE, MinutesNotice.OVERDUE
    await notices.cancel(desk.conn, desk.forum.id, meeting, *kinds, reason=say("stale.minutes_sent"))


async def _approve_earlier(desk: WritingDesk, actor: str, record: Record) -> None:
    """Where minutes are approved at the next meeting: those that its agenda names, if it approved them."""
    if settings.minutes_approval(desk.forum) != "next_meeting" or not approves_earlier(record.items, record.minutes):
        return
    item = approval_of(record.items)
    named = None if item is None else item.minutes_of
    if named is None:  # an agenda from before they were named
        named = await store.unapproved(desk.conn, desk.forum.id, before=record.meeting.starts)
    earlier = None if named is None else await store.get(desk.conn, desk.forum.id, named)
    if earlier is not None and earlier.status is MinutesStatus.SENT:
        await store.put(desk.conn, approved_by_meeting(earlier))
        entry = await desk.log(actor, "minutes.approved", meeting=earlier.meeting, at_meeting=record.meeting.id)
        await tell_with(desk, MinutesNotice.MINUTES, entry, earlier.meeting)
        if (approved := desk.forum.meeting(earlier.meeting)) is not None:
            await made_public.follow(desk, approved)
