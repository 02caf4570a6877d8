"""What is told of minutes: reminders, the request to approve them, the minutes, and what was said of them."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.minutes.items import nobody_sees
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.reminders import reminder
from bot.domain.minutes.rules import dissent_of, is_sent
from bot.domain.minutes.state import MinutesStatus
from bot.usecases.desk import Desk
from bot.usecases.duties.of_minutes import writer_of
from bot.usecases.minutes import extracts
from bot.usecases.minutes.records import Record, load
from bot.usecases.minutes.views import additions, channel_card, said, shown
from cards.kit.elements import Card
from cards.kit.words import say
from cards.minutes import cards, reminders, told


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
    if await _is_anothers(desk, notice, meeting):
        return Stale(say("stale.duty_taken"))
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
    if await _is_anothers(desk, notice, meeting):
        return Stale(say("stale.duty_taken"))
    return reminders.minutes_overdue(desk.forum.id, meeting, deadline, desk.called(notice))


async def request(desk: Desk, notice: Notice) -> Card | Stale:
    """The minutes as the approvers are asked about them; once they have left, that they have."""
    record = await _record(desk, notice)
    if isinstance(record, Stale):
        return record
    if is_sent(record.minutes):
        return cards.request_over(shown(desk, record, nobody_sees))
    if record.minutes.status is MinutesStatus.DRAFT:
        return Stale(say("stale.minutes_unsent"))
    return channel_card(desk, record)


async def minutes(desk: Desk, notice: Notice) -> Card | Stale:
    """The minutes that were sent, as the whole channel may read them."""
    record = await _record(desk, notice)
    if isinstance(record, Stale):
        return record
    return channel_card(desk, record) if is_sent(record.minutes) else Stale(say("stale.minutes_unsent"))


async def addition(desk: Desk, notice: Notice) -> Card | Stale:
    """A correction that was added after sending."""
    record, place = await _record(desk, notice), notice.subject.get("addition")
    if isinstance(record, Stale):
        return record
    remarks = record.minutes.remarks
    if not isinstance(place, int) or not 0 <= place < len(remarks):
        return Stale(say("stale.no_addition"))
    every = [at for at, each in enumerate(remarks) if each.is_addition]
    if place not in every:
        return Stale(say("stale.no_addition"))
    words = additions(desk, record, nobody_sees)[every.index(place)]
    return cards.addition(shown(desk, record, nobody_sees), words)


async def dissent(desk: Desk, notice: Notice) -> Card | Stale:
    """A dissenting opinion, told to somebody of the secretariat; where others read along, only that there is one."""
    record = await _record(desk, notice)
    if isinstance(record, Stale):
        return record
    item, person = notice.subject.get("item"), str(notice.subject.get("person", ""))
    found = dissent_of(record.minutes, item, person) if isinstance(item, int) else None
    if found is None:
        return Stale(say("stale.minutes_no_dissent"))
    seen = shown(desk, record, lambda _: not desk.is_public)
    minuted = next((each for each, own in zip(seen.items, record.items, strict=True) if own.id == item), None)
    organisation = seen.organisations.get(found.organisation, found.organisation)
    line = None if desk.is_public else told.dissent_line(desk.name_of(person), organisation, found.words)
    return told.dissent(seen, "" if minuted is None else minuted.title, line, desk.called(notice))


async def extract(desk: Desk, notice: Notice) -> Card | Stale:
    """What was resolved on the recipient's items."""
    record = await _record(desk, notice)
    return record if isinstance(record, Stale) else await extracts.extract(desk, notice, record)


async def remark(desk: Desk, notice: Notice) -> Card | Stale:
    """A remark, told to somebody of the secretariat; where others read along, only that there is one."""
    record, place = await _record(desk, notice), notice.subject.get("remark")
    if isinstance(record, Stale):
        return record
    remarks = record.minutes.remarks
    if not isinstance(place, int) or not 0 <= place < len(remarks):
        return Stale(say("stale.minutes_no_remark"))
    (words,) = said(desk, [remarks[place]])
    return told.remark(shown(desk, record, nobody_sees), None if desk.is_public else words, desk.called(notice))


async def approved(desk: Desk, notice: Notice) -> Card | Stale:
    """Everybody has approved, told to somebody of the secretariat."""
    record = await _record(desk, notice)
    if isinstance(record, Stale):
        return record
    if not is_sent(record.minutes):
        return Stale(say("stale.minutes_unsent"))
    return told.approved(shown(desk, record, nobody_sees), desk.called(notice))


async def _is_anothers(desk: Desk, notice: Notice, meeting: Meeting) -> bool:
    """Whether somebody else of the secretariat took the minutes: they alone are reminded then."""
    return await writer_of(desk, meeting.id) not in (None, notice.recipient)


async def _record(desk: Desk, notice: Notice) -> Record | Stale:
    meeting = desk.forum.meeting(notice.meeting or "")
    return Stale(say("stale.no_meeting")) if meeting is None else await load(desk, meeting)
