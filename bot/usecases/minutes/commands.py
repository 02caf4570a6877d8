"""Minutes: written from the meeting's start, approved first where the forum wants that, sent, and commented on."""

from collections.abc import Collection
from dataclasses import replace

from bot.domain.agenda.state import AgendaItem
from bot.domain.duties.actions import CreateDuty
from bot.domain.duties.state import FollowUp
from bot.domain.kernel import settings
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.deadlines import ends
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes import rules
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    TakeBackMinutesApproval,
)
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import Minutes, Outcome, Resolution
from bot.usecases.desk import WritingDesk
from bot.usecases.duties import of_minutes
from bot.usecases.minutes import keeping
from bot.usecases.minutes import sending as minutes_sending
from bot.usecases.minutes.approving import approvers, asked_name, seats_of
from bot.usecases.minutes.forms import after_resolution
from bot.usecases.minutes.views import (
    Record,
    begun,
    card_for,
    check_place,
    item_at,
    receipt,
    remarks_until,
    waiting,
)
from bot.usecases.named import stands_in_words
from bot.usecases.rights import require_seat, require_secretariat
from cards.kit.elements import Card
from cards.kit.words import listing, say
from cards.minutes import form as forms
from cards.minutes.body import LONGEST
from storage import agenda as agendas


async def record_resolution(desk: WritingDesk, actor: str, action: RecordResolution) -> Card:
    """What the meeting resolved on one item; then the form of the next one, or the minutes."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    item = item_at(record, action.position)
    check_place(desk, item)
    resolution = _resolution(record.minutes, item, action, rules.outcomes(desk.forum.charter))
    changed = rules.record(record.minutes, record.items, resolution, revision=action.revision)
    is_new = changed != record.minutes
    if is_new and record.agenda.sent_version is None:
        await agendas.put(desk.conn, record.agenda)  # the item's id must not be given to another one
    after = await keeping.keep(desk, record, changed)
    if is_new:
        await desk.log(
            actor,
            "minutes.resolved",
            meeting=changed.meeting,
            revision=changed.revision,
            texts={"words": resolution.words},
            position=action.position,
            item=item.id,
            outcome=resolution.outcome,
        )
    after, task = await _followed_up(desk, actor, after, item, resolution, action)
    return await after_resolution(desk, actor, after, action, task)


async def _followed_up(
    desk: WritingDesk, actor: str, record: Record, item: AgendaItem, resolution: Resolution, action: RecordResolution
) -> tuple[Record, FollowUp | None]:
    """The record with the task that was typed, if one was, and with the local initiative that the item became."""
    is_initiative = resolution.outcome is Outcome.LOCAL_INITIATIVE
    await of_minutes.keep_initiative(desk, actor, record.meeting, item, is_one=is_initiative)
    task = None
    said = (each.strip() for each in (action.duty, action.owner, action.due))
    if action.adds_duty or any(said):
        typed = CreateDuty(title=action.duty.strip() or item.content.title, owner=action.owner, due=action.due)
        task = await of_minutes.add_task(desk, actor, (record.meeting, item, action.position), typed)
        record = await keeping.keep(desk, record, rules.with_task(record.minutes))
    return replace(record, duties=await of_minutes.duties_of(desk, record.meeting.id)), task


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
    """A correction after sending, told in the channel by a message of its own."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    words = _words(action.words, "minutes.field.addition")
    changed = rules.add(record.minutes, actor, words, desk.now)
    after = await keeping.keep(desk, record, changed)
    if changed != record.minutes:
        place = len(changed.remarks) - 1
        await _log_words(desk, actor, changed, "minutes.added", words)
        await desk.tell(MinutesNotice.ADDITION, place, meeting=record.meeting.id, addition=place)
    return await receipt(desk, actor, after, say("minutes.done.addition"))


def _require_approver(desk: WritingDesk, asked: tuple[str, ...], own: tuple[str, ...]) -> None:
    """Refusal("not_approver") unless some of the seats are theirs or of somebody whom they stand in for."""
    if not own:
        raise Refusal("not_approver", godkendere=[desk.name_of(person) for person in asked])


async def _remarked(desk: WritingDesk, actor: str, record: Record, typed: str) -> Record:
    """The minutes with the remark, of which each of the secretariat hears."""
    words = _words(typed, "minutes.field.remarks")
    until = remarks_until(desk, record.minutes)
    last = None if until is None else ends(until, desk.forum.timezone)
    changed = rules.remark(record.minutes, actor, words, desk.now, ends=last)
    after = await keeping.keep(desk, record, changed)
    if changed != record.minutes:
        place = len(changed.remarks) - 1
        await _log_words(desk, actor, changed, "minutes.remarked", words)
        hearing = minutes_sending.secretariat_but(desk, actor)
        await desk.tell_each(hearing, MinutesNotice.REMARK, place, meeting=record.meeting.id, remark=place)
    return after


async def _log_words(desk: WritingDesk, actor: str, changed: Minutes, what: str, words: str) -> None:
    texts = {"words": words}
    await desk.log(actor, what, meeting=changed.meeting, revision=changed.revision, texts=texts)


def _pending(desk: WritingDesk, record: Record) -> str:
    names = [asked_name(desk, record.meeting, person) for person in waiting(desk, record)]
    return say("minutes.approval.waiting", navne=listing(names))


def _resolution(minutes: Minutes, item: AgendaItem, action: RecordResolution, known: Collection[Outcome]) -> Resolution:
    """From a form both fields; a typed sentence may begin with the outcome, else the recorded one stays."""
    words = clean_text(action.words, say("minutes.field.words"), LONGEST, required=False)
    if action.outcome is not None or action.revision is not None:
        if action.outcome is not None and action.outcome not in known:
            raise Refusal("bad_card")
        return Resolution(item=item.id, outcome=action.outcome, words=words)
    outcome, rest = forms.spoken_outcome(words, known)
    before = rules.resolution_of(minutes, item.id)
    kept = before.outcome if before is not None else None
    return Resolution(item=item.id, outcome=outcome or kept, words=rest)


def _words(typed: str, field: str) -> str:
    if not typed.strip():
        raise Refusal("missing_remarks", field="words")
    return clean_text(typed, say(field), LONGEST)
