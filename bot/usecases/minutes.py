"""Minutes: written from the meeting's start, approved first where the forum wants that, sent, and commented on."""

from dataclasses import replace

from bot.domain import actions as do
from bot.domain import minute_taking as rules
from bot.domain import settings
from bot.domain.agenda import AgendaItem
from bot.domain.danish import clean_text
from bot.domain.deadlines import ends
from bot.domain.minutes import Minutes, MinutesStatus, Resolution
from bot.domain.naming import people_meant
from bot.domain.notice import NoticeKind
from bot.domain.refusal import Refusal
from bot.usecases import minutes_sending
from bot.usecases.desk import Desk
from bot.usecases.minutes_views import (
    Record,
    approvers,
    card_for,
    load,
    meeting_meant,
    people,
    remarks_until,
    shown,
    sight,
)
from bot.usecases.sight import is_secretariat, require_seat, require_secretariat
from cards import minutes as cards
from cards import minutes_form as forms
from cards.elements import Card
from cards.minutes import LONGEST
from cards.words import say
from storage import agendas
from storage import minutes as store


async def show_minutes(desk: Desk, actor: str, action: do.ShowMinutes) -> Card:
    """The latest meeting's minutes, or those of the one that is named; for the secretariat with what it needs."""
    meeting = meeting_meant(desk, action.meeting)
    if meeting is None:
        return cards.none_yet(desk.forum.name, desk.next_meeting())
    return await card_for(desk, actor, await load(desk, meeting))


async def open_resolution(desk: Desk, actor: str, action: do.OpenResolution) -> Card:
    """The form for one item; for others, and after sending, the item with its whole resolution."""
    record = await _begun(desk, action.meeting)
    item = _item(record, action.position)
    seen = shown(desk, record, await sight(desk, actor, record))
    line = seen.lines[action.position - 1]
    if rules.is_sent(record.minutes):
        return cards.item(seen, line)
    if not is_secretariat(desk, actor):
        if record.minutes.status is MinutesStatus.DRAFT:
            raise Refusal("minutes_not_sent")
        return cards.item(seen, line)
    _check_place(desk, item)
    return forms.resolution_form(
        seen, line, recommendation=item.content.recommendation, outcome=line.outcome, words=line.words
    )


async def record_resolution(desk: Desk, actor: str, action: do.RecordResolution) -> Card:
    """What the meeting resolved on one item."""
    record = await _begun(desk, action.meeting)
    require_secretariat(desk, actor)
    item = _item(record, action.position)
    _check_place(desk, item)
    resolution = _resolution(record.minutes, item, action)
    changed = rules.record(record.minutes, record.items, resolution, revision=action.revision)
    if changed != record.minutes:
        if record.agenda.sent_version is None:
            await agendas.put(desk.conn, record.agenda)  # the item's id must not be given to another one
        facts = {"position": action.position, "item": item.id, "outcome": resolution.outcome, "words": resolution.words}
        await _change(desk, actor, changed, "minutes.resolved", **facts)
    words = say("minutes.done.resolution", nr=action.position)
    return cards.confirmed(words, await card_for(desk, actor, replace(record, minutes=changed)))


async def record_absence(desk: Desk, actor: str, action: do.RecordAbsence) -> Card:
    """Who was absent: ids from the card, or names as typed."""
    record = await _begun(desk, action.meeting)
    require_secretariat(desk, actor)
    seated = people(desk, record)
    absent = people_meant(action.absent, [person for person in desk.forum.people if person.id in seated])
    changed = rules.note_absence(record.minutes, absent, revision=action.revision)
    if changed != record.minutes:
        await _change(desk, actor, changed, "minutes.absence", absent=absent)
    below = await card_for(desk, actor, replace(record, minutes=changed))
    return cards.confirmed(say("minutes.done.absence"), below)


async def send_minutes(desk: Desk, actor: str, action: do.SendMinutes) -> Card:
    """Send them, or put them forward to those who approve them first."""
    record = await _begun(desk, action.meeting)
    require_secretariat(desk, actor)
    asked = approvers(desk, record.meeting) if settings.minutes_approval(desk.forum) == "before_sending" else None
    changed = rules.send(record.minutes, record.items, desk.now, approvers=asked, revision=action.revision)
    after = await minutes_sending.leave(desk, actor, record, changed)
    words = say("minutes.done.sent" if rules.is_sent(changed) else "minutes.done.put_forward")
    return cards.confirmed(words, await card_for(desk, actor, after))


async def approve_minutes(desk: Desk, actor: str, action: do.ApproveMinutes) -> Card:
    """One approver's yes; the last one sends the minutes."""
    record = await _begun(desk, action.meeting)
    asked = approvers(desk, record.meeting)
    if actor not in asked:
        raise Refusal("not_approver", godkendere=[desk.name_of(person) for person in asked])
    changed = rules.approve(record.minutes, actor, desk.now, approvers=asked, revision=action.revision)
    if changed != record.minutes:
        await desk.log(actor, "minutes.approved_by", meeting=record.meeting.id, revision=changed.revision)
    after = await minutes_sending.leave(desk, actor, record, changed)
    return cards.confirmed(say("minutes.done.approval"), await card_for(desk, actor, after))


async def remark(desk: Desk, actor: str, action: do.RemarkOnMinutes) -> Card:
    """A member's remark, for the secretariat."""
    record = await _begun(desk, action.meeting)
    require_seat(desk, actor)
    words = _words(action.words, "minutes.field.remarks")
    until = remarks_until(desk, record.minutes)
    last = None if until is None else ends(until, desk.forum.timezone)
    changed = rules.remark(record.minutes, actor, words, desk.now, ends=last)
    if changed != record.minutes:
        await _change(desk, actor, changed, "minutes.remarked", words=words)
    below = await card_for(desk, actor, replace(record, minutes=changed))
    return cards.confirmed(say("minutes.done.remark"), below)


async def add(desk: Desk, actor: str, action: do.AddToMinutes) -> Card:
    """A correction after sending, told in the channel by a message of its own."""
    record = await _begun(desk, action.meeting)
    require_secretariat(desk, actor)
    words = _words(action.words, "minutes.field.addition")
    changed = rules.add(record.minutes, actor, words, desk.now)
    if changed != record.minutes:
        await _change(desk, actor, changed, "minutes.added", words=words)
        place = len(changed.remarks) - 1
        await desk.tell(NoticeKind.MINUTES_ADDITION, place, meeting=record.meeting.id, addition=place)
    below = await card_for(desk, actor, replace(record, minutes=changed))
    return cards.confirmed(say("minutes.done.addition"), below)


async def again(desk: Desk, actor: str, action: do.MeetingAction) -> Card | None:
    """What to show below a refusal: the form with what was typed, or the minutes as they stand."""
    if not isinstance(action, do.AboutMinutes):
        return None
    meeting = meeting_meant(desk, action.meeting)
    if meeting is None:
        return cards.none_yet(desk.forum.name, desk.next_meeting())
    record = await load(desk, meeting)
    if isinstance(action, do.RecordResolution) and (form := await _form_again(desk, actor, record, action)):
        return form
    is_shown = isinstance(action, do.RemarkOnMinutes | do.AddToMinutes) and not desk.is_overheard
    typed = getattr(action, "words", "") if is_shown else ""
    return await card_for(desk, actor, record, typed=typed)


async def _form_again(desk: Desk, actor: str, record: Record, action: do.RecordResolution) -> Card | None:
    """The resolution's form as it was filled in, where that person may (still) fill it in here."""
    if (
        not 1 <= action.position <= len(record.items)
        or rules.is_sent(record.minutes)
        or not is_secretariat(desk, actor)
    ):
        return None
    item = record.items[action.position - 1]
    if record.meeting.starts > desk.now or (item.content.is_closed and desk.is_public):
        return None
    seen = shown(desk, record, await sight(desk, actor, record))
    line = seen.lines[action.position - 1]
    recommendation = item.content.recommendation
    return forms.resolution_form(seen, line, recommendation=recommendation, outcome=action.outcome, words=action.words)


async def _begun(desk: Desk, named: str | None) -> Record:
    """The minutes of the meeting that is meant, which must have begun."""
    meeting = meeting_meant(desk, named)
    if meeting is None or meeting.starts > desk.now:
        raise Refusal("minutes_too_early")
    return await load(desk, meeting)


async def _change(desk: Desk, actor: str, changed: Minutes, what: str, **facts: object) -> None:
    """Store and log it; where others have the minutes before them, their card is told anew."""
    await store.put(desk.conn, changed)
    await desk.log(actor, what, meeting=changed.meeting, revision=changed.revision, **facts)
    if changed.status is not MinutesStatus.DRAFT:
        await desk.tell(NoticeKind.MINUTES, meeting=changed.meeting)


def _item(record: Record, position: int) -> AgendaItem:
    if not 1 <= position <= len(record.items):
        raise Refusal("minutes_no_item", punkt=position)
    return record.items[position - 1]


def _resolution(minutes: Minutes, item: AgendaItem, action: do.RecordResolution) -> Resolution:
    """From a form both fields; a typed sentence may begin with the outcome, else the recorded one stays."""
    words = clean_text(action.words, say("minutes.field.words"), LONGEST, required=False)
    if action.outcome is not None or action.revision is not None:
        return Resolution(item=item.id, outcome=action.outcome, words=words)
    outcome, rest = forms.spoken_outcome(words)
    before = rules.resolution_of(minutes, item.id)
    kept = before.outcome if before is not None else None
    return Resolution(item=item.id, outcome=outcome or kept, words=rest)


def _words(typed: str, field: str) -> str:
    if not typed.strip():
        raise Refusal("missing_remarks")
    return clean_text(typed, say(field), LONGEST)


def _check_place(desk: Desk, item: AgendaItem) -> None:
    """A closed item's resolution is written where nobody else reads along."""
    if item.content.is_closed and desk.is_public:
        raise Refusal("minutes_closed_item")
