"""Minutes: written from the meeting's start, approved first where the forum wants that, sent, and commented on."""

from dataclasses import replace

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel import settings
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.deadlines import ends
from bot.domain.kernel.naming import people_meant
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes import rules
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    RecordAbsence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
)
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import Minutes, MinutesStatus, Resolution
from bot.usecases.desk import WritingDesk
from bot.usecases.minutes import sending as minutes_sending
from bot.usecases.minutes.views import approvers, begun, card_for, check_place, item_at, people, remarks_until
from bot.usecases.rights import require_seat, require_secretariat
from cards.kit.elements import Card
from cards.kit.words import say
from cards.minutes import cards
from cards.minutes import form as forms
from cards.minutes.cards import LONGEST
from storage import agenda as agendas
from storage import minutes as store


async def record_resolution(desk: WritingDesk, actor: str, action: RecordResolution) -> Card:
    """What the meeting resolved on one item."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    item = item_at(record, action.position)
    check_place(desk, item)
    resolution = _resolution(record.minutes, item, action)
    changed = rules.record(record.minutes, record.items, resolution, revision=action.revision)
    if changed != record.minutes:
        if record.agenda.sent_version is None:
            await agendas.put(desk.conn, record.agenda)  # the item's id must not be given to another one
        await _change(
            desk,
            actor,
            changed,
            "minutes.resolved",
            words=resolution.words,
            position=action.position,
            item=item.id,
            outcome=resolution.outcome,
        )
    words = say("minutes.done.resolution", nr=action.position)
    return cards.confirmed(words, await card_for(desk, actor, replace(record, minutes=changed)))


async def record_absence(desk: WritingDesk, actor: str, action: RecordAbsence) -> Card:
    """Who was absent: ids from the card, or names as typed."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    seated = people(desk, record)
    absent = people_meant(action.absent, [person for person in desk.forum.people if person.id in seated])
    changed = rules.note_absence(record.minutes, absent, revision=action.revision)
    if changed != record.minutes:
        await _change(desk, actor, changed, "minutes.absence", absent=absent)
    below = await card_for(desk, actor, replace(record, minutes=changed))
    return cards.confirmed(say("minutes.done.absence"), below)


async def send_minutes(desk: WritingDesk, actor: str, action: SendMinutes) -> Card:
    """Send them, or put them forward to those who approve them first."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    asked = approvers(desk, record.meeting) if settings.minutes_approval(desk.forum) == "before_sending" else None
    changed = rules.send(record.minutes, record.items, desk.now, approvers=asked, revision=action.revision)
    after = await minutes_sending.leave(desk, actor, record, changed)
    words = say("minutes.done.sent" if rules.is_sent(changed) else "minutes.done.put_forward")
    return cards.confirmed(words, await card_for(desk, actor, after))


async def approve_minutes(desk: WritingDesk, actor: str, action: ApproveMinutes) -> Card:
    """One approver's yes; the last one sends the minutes."""
    record = await begun(desk, action.meeting)
    asked = approvers(desk, record.meeting)
    if actor not in asked:
        raise Refusal("not_approver", godkendere=[desk.name_of(person) for person in asked])
    changed = rules.approve(record.minutes, actor, desk.now, approvers=asked, revision=action.revision)
    if changed != record.minutes:
        await desk.log(actor, "minutes.approved_by", meeting=record.meeting.id, revision=changed.revision)
    after = await minutes_sending.leave(desk, actor, record, changed)
    return cards.confirmed(say("minutes.done.approval"), await card_for(desk, actor, after))


async def remark(desk: WritingDesk, actor: str, action: RemarkOnMinutes) -> Card:
    """A member's remark, for the secretariat."""
    record = await begun(desk, action.meeting)
    require_seat(desk, actor)
    words = _words(action.words, "minutes.field.remarks")
    until = remarks_until(desk, record.minutes)
    last = None if until is None else ends(until, desk.forum.timezone)
    changed = rules.remark(record.minutes, actor, words, desk.now, ends=last)
    if changed != record.minutes:
        await _change(desk, actor, changed, "minutes.remarked", words=words)
    below = await card_for(desk, actor, replace(record, minutes=changed))
    return cards.confirmed(say("minutes.done.remark"), below)


async def add(desk: WritingDesk, actor: str, action: AddToMinutes) -> Card:
    """A correction after sending, told in the channel by a message of its own."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    words = _words(action.words, "minutes.field.addition")
    changed = rules.add(record.minutes, actor, words, desk.now)
    if changed != record.minutes:
        await _change(desk, actor, changed, "minutes.added", words=words)
        place = len(changed.remarks) - 1
        await desk.tell(MinutesNotice.ADDITION, place, meeting=record.meeting.id, addition=place)
    below = await card_for(desk, actor, replace(record, minutes=changed))
    return cards.confirmed(say("minutes.done.addition"), below)


async def _change(
    desk: WritingDesk,
    actor: str,
    changed: Minutes,
    what: str,
    *,
    words: str | None = None,
    **about: object,
) -> None:
    """Store and log it; where others have the minutes before them, their card is told anew."""
    await store.put(desk.conn, changed)
    texts = None if words is None else {"words": words}
    await desk.log(actor, what, meeting=changed.meeting, revision=changed.revision, texts=texts, **about)
    if changed.status is not MinutesStatus.DRAFT:
        await desk.tell(MinutesNotice.MINUTES, meeting=changed.meeting)


def _resolution(minutes: Minutes, item: AgendaItem, action: RecordResolution) -> Resolution:
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
        raise Refusal("missing_remarks", field="words")
    return clean_text(typed, say(field), LONGEST)
