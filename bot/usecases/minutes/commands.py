"""Minutes put forward and sent, approved first where the forum wants that, remarked on and added to."""

from dataclasses import replace

from bot.domain.kernel import settings
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.deadlines import ends
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes import rules
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    RemarkOnMinutes,
    SendMinutes,
    TakeBackMinutesApproval,
)
from bot.domain.minutes.notices import MinutesNotice
from bot.usecases.desk import WritingDesk
from bot.usecases.minutes import keeping
from bot.usecases.minutes import sending as minutes_sending
from bot.usecases.minutes.adding import added
from bot.usecases.minutes.approving import approvers, asked_name, seats_of
from bot.usecases.minutes.late import check_in_time
from bot.usecases.minutes.records import Record, begun
from bot.usecases.minutes.views import card_for, check_place, item_at, receipt, remarks_until, waiting
from bot.usecases.named import stands_in_words
from bot.usecases.rights import require_seat, require_secretariat
from cards.kit.elements import Card
from cards.kit.words import listing, say
from cards.minutes.body import LONGEST


async def send_minutes(desk: WritingDesk, actor: str, action: SendMinutes) -> Card:
    """Send them, or put them forward to those who approve them first."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    asked = approvers(desk, record.meeting) if settings.minutes_approval(desk.forum) == "before_sending" else None
    changed = rules.send(record.minutes, record.items, desk.now, approvers=asked, revision=action.revision)
    after = await minutes_sending.leave(desk, actor, record, changed)
    if rules.is_sent(changed):
        return await receipt(desk, actor, after, say("minutes.done.sent"))
    return await receipt(desk, actor, after, say("minutes.done.put_forward"), _pending(desk, after))


async def approve_minutes(desk: WritingDesk, actor: str, action: ApproveMinutes) -> Card:
    """One approver's yes, with a remark where one stood in the field; the last one sends the minutes."""
    record = await begun(desk, action.meeting)
    asked, own = approvers(desk, record.meeting), seats_of(desk, record.meeting, actor)
    _require_approver(desk, asked, own)
    approved = rules.approve(record.minutes, own, desk.now, approvers=asked, revision=action.revision)
    said = bool(action.words.strip())
    if said:
        record = await _remarked(desk, actor, record, action.words)
        approved = replace(approved, remarks=record.minutes.remarks)
    after = await minutes_sending.leave(desk, actor, record, approved)
    others = [each for each in own if each != actor]
    more = [stands_in_words(desk, actor, others)] if others else []
    more += [say("minutes.done.remark", kontor=say(office(desk.forum, desk.today)))] if said else []
    following = say("minutes.approval.complete") if rules.is_sent(approved) else _pending(desk, after)
    return await receipt(desk, actor, after, say("minutes.done.approval"), *more, following)


async def take_back_approval(desk: WritingDesk, actor: str, action: TakeBackMinutesApproval) -> Card:
    """An approver's yes is not given after all; what stood in the field still stands there."""
    record = await begun(desk, action.meeting)
    asked = approvers(desk, record.meeting)
    own = seats_of(desk, record.meeting, actor) or tuple(each for each in record.minutes.approved_by if each == actor)
    _require_approver(desk, asked, own)
    changed = rules.take_back_approval(record.minutes, own)
    after = await keeping.keep(desk, record, changed)
    if changed != record.minutes:
        taken_back = {"revision": changed.revision, "seats": list(own)}
        await desk.log(actor, "minutes.approval_taken_back", texts=None, meeting=changed.meeting, **taken_back)
    words = say("minutes.done.taken_back")
    return await card_for(desk, actor, after, typed="" if desk.is_overheard else action.words, outcome=words)


async def remark(desk: WritingDesk, actor: str, action: RemarkOnMinutes) -> Card:
    """A member's remark, for the secretariat."""
    record = await begun(desk, action.meeting)
    require_seat(desk, actor)
    after = await _remarked(desk, actor, record, action.words)
    return await receipt(desk, actor, after, say("minutes.done.remark", kontor=say(office(desk.forum, desk.today))))


async def add(desk: WritingDesk, actor: str, action: AddToMinutes) -> Card:
    """A correction after sending, told in the channel by a message of its own, and to whoever proposed the item."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    item = None if action.position is None else item_at(record, action.position)
    if item is not None:
        check_place(desk, item)
    words = _words(action.words, "minutes.field.addition")
    after = await added(desk, actor, record, words, item)
    return await receipt(desk, actor, after, say("minutes.done.addition"))


def _require_approver(desk: WritingDesk, asked: tuple[str, ...], own: tuple[str, ...]) -> None:
    """Refusal("not_approver") unless some of the seats are theirs or of somebody whom they stand in for."""
    if not own:
        raise Refusal("not_approver", godkendere=[desk.name_of(person) for person in asked])


async def _remarked(desk: WritingDesk, actor: str, record: Record, typed: str) -> Record:
    """The minutes with the remark, of which each of the secretariat hears."""
    words = _words(typed, "minutes.field.remarks")
    check_in_time(desk, record.minutes, words)
    until = remarks_until(desk, record.minutes)
    last = None if until is None else ends(until, desk.forum.timezone)
    changed = rules.remark(record.minutes, actor, words, desk.now, ends=last)
    after = await keeping.keep(desk, record, changed)
    if changed != record.minutes:
        place = len(changed.remarks) - 1
        texts = {"words": words}
        await desk.log(actor, "minutes.remarked", meeting=changed.meeting, revision=changed.revision, texts=texts)
        hearing = minutes_sending.secretariat_but(desk, actor)
        await desk.tell_each(hearing, MinutesNotice.REMARK, place, meeting=record.meeting.id, remark=place)
    return after


def _pending(desk: WritingDesk, record: Record) -> str:
    names = [asked_name(desk, record.meeting, person) for person in waiting(desk, record)]
    return say("minutes.approval.waiting", navne=listing(names))


def _words(typed: str, field: str) -> str:
    if not typed.strip():
        raise Refusal("missing_remarks", field="words")
    return clean_text(typed, say(field), LONGEST)
