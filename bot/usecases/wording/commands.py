"""A member suggests another wording of an item, says something of it, brings it up later, or takes it back."""

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.wording import rules
from bot.domain.wording.actions import BringUp, CommentOnItem, SuggestWording, WithdrawWording
from bot.domain.wording.state import Details, Kind, Status, Suggestion
from bot.usecases.desk import WritingDesk
from bot.usecases.duties.forms import form_id
from bot.usecases.minutes.late import awaits_meeting, check_in_time, comes_late
from bot.usecases.minutes.records import Record, begun
from bot.usecases.minutes.views import item_at
from bot.usecases.rights import require_seat
from bot.usecases.wording.loading import check_put_forward, check_sees, found
from bot.usecases.wording.telling import tell_changed, tell_made
from bot.usecases.wording.views import view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.minutes.body import LONGEST
from cards.wording import cards
from storage import wordings as store


async def suggest(desk: WritingDesk, actor: str, action: SuggestWording) -> Card:
    """A new wording, held against the text as it stands; the same sent again is answered again."""
    record, item = await _about(desk, actor, action)
    words = _words(action.words)
    check_in_time(desk, record.minutes, words, action.position)
    if (sent := await _sent_already(desk, actor, action.form, record)) is not None:
        return sent
    rules.check_seen(record.minutes, item.id, action.seen)
    rules.check_new(record.minutes, item.id, words)
    new = _new(desk, actor, record, item, words, kind=Kind.SUGGESTION, status=Status.WAITING)
    done = say("wording.done.suggested", punkt=action.position, kontor=_office(desk))
    return await _keep(desk, actor, record, new, action.form, "wording.suggested", done)


async def comment(desk: WritingDesk, actor: str, action: CommentOnItem) -> Card:
    """Something said of one item."""
    record, item = await _about(desk, actor, action)
    words = _words(action.words)
    check_in_time(desk, record.minutes, words, action.position)
    if (sent := await _sent_already(desk, actor, action.form, record)) is not None:
        return sent
    rules.check_new(record.minutes, item.id, words)
    new = _new(desk, actor, record, item, words, kind=Kind.COMMENT, status=Status.SAID)
    done = say("wording.done.commented", punkt=action.position, kontor=_office(desk))
    return await _keep(desk, actor, record, new, action.form, "wording.commented", done)


async def bring_up(desk: WritingDesk, actor: str, action: BringUp) -> Card:
    """What came too late is kept for the meeting that is to approve the minutes; Refusal where none is, or in time."""
    record = await begun(desk, action.meeting)
    require_seat(desk, actor)
    check_put_forward(record)
    item = None if action.position is None else item_at(record, action.position)
    if item is not None:
        await check_sees(desk, actor, record, item)
    words = _words(action.words)
    if not comes_late(desk, record.minutes):
        raise Refusal("wording_in_time")
    if not awaits_meeting(desk, record.minutes):
        raise Refusal("wording_not_next", kontor=office(desk.forum, desk.today))
    new = _new(desk, actor, record, item, words, kind=Kind.COMMENT, status=Status.LATE)
    return await _keep(desk, actor, record, new, "", "wording.brought_up", say("wording.done.brought_up"))


async def withdraw(desk: WritingDesk, actor: str, action: WithdrawWording) -> Card:
    """Its author does not suggest it any more; Refusal("wording_over") once it was answered."""
    suggestion = await found(desk, actor, action)
    if suggestion.person != actor:
        raise Refusal("wording_unknown", nr=action.number, forum=desk.forum.name)
    changed = rules.withdraw(suggestion)
    if changed != suggestion:
        changed = await store.save(desk.conn, changed)
        await log(desk, actor, changed, "wording.withdrawn")
        await tell_changed(desk, changed)
    return cards.one(await view_of(desk, actor, changed), outcome=say("wording.done.withdrawn"))


async def log(desk: WritingDesk, actor: str, suggestion: Suggestion, what: str, **texts: str) -> None:
    """By numbers; what people wrote where it can be erased."""
    await desk.log(
        actor,
        what,
        meeting=suggestion.meeting,
        number=suggestion.number,
        year=suggestion.year,
        revision=suggestion.revision,
        item=suggestion.item,
        status=suggestion.status.value,
        texts={name: words for name, words in texts.items() if words},
    )


async def _about(desk: WritingDesk, actor: str, action: SuggestWording | CommentOnItem) -> tuple[Record, AgendaItem]:
    """The minutes and the item, where that person may say something of it here and now."""
    record = await begun(desk, action.meeting)
    require_seat(desk, actor)
    check_put_forward(record)
    item = item_at(record, action.position)
    await check_sees(desk, actor, record, item)
    return record, item


async def _sent_already(desk: WritingDesk, actor: str, form: str, record: Record) -> Card | None:
    """What that form became, for whoever sent it."""
    sent = await store.by_form(desk.conn, desk.forum.id, form_id(form)) if form else None
    return await _again(desk, actor, sent, record) if sent is not None and sent.person == actor else None


async def _keep(
    desk: WritingDesk, actor: str, record: Record, new: Suggestion, form: str, what: str, done: str
) -> Card:
    """Store it, log it and tell the secretariat; one who said the same already is told that they did."""
    if (same := rules.known(record.suggestions, new)) is not None:
        return await _again(desk, actor, same, record)
    stored = await store.add(desk.conn, new, form_id(form))
    await log(desk, actor, stored, what, words=stored.details.words, seen=stored.details.seen)
    await tell_made(desk, actor, stored)
    return cards.one(await view_of(desk, actor, stored, record), outcome=done)


async def _again(desk: WritingDesk, actor: str, same: Suggestion, record: Record) -> Card:
    outcome = say("wording.done.again", kontor=_office(desk))
    return cards.one(await view_of(desk, actor, same, record), outcome=outcome)


def _new(
    desk: WritingDesk, actor: str, record: Record, item: AgendaItem | None, words: str, *, kind: Kind, status: Status
) -> Suggestion:
    seen = "" if item is None else rules.words_of(record.minutes, item.id)
    return Suggestion(
        forum=desk.forum.id,
        year=desk.now.year,
        number=0,
        revision=1,
        meeting=record.meeting.id,
        item=None if item is None else item.id,
        person=actor,
        kind=kind,
        status=status,
        details=Details(words=words, at=desk.now, seen=seen),
    )


def _words(typed: str) -> str:
    if not typed.strip():
        raise Refusal("missing_remarks", field="words")
    return clean_text(typed, Term("wording.field.words"), LONGEST)


def _office(desk: WritingDesk) -> str:
    return say(office(desk.forum, desk.today))
