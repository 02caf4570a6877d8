"""A dissenting opinion: asked for by whoever was at the meeting, in their own words, until the minutes are sent."""

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.office import office
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.minutes import rules
from bot.domain.minutes.actions import DissentCommand, OpenDissent, RecordDissent, TakeBackDissent
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.state import Dissent
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.minutes import keeping
from bot.usecases.minutes.presence import was_at
from bot.usecases.minutes.records import Record, begun
from bot.usecases.minutes.sending import secretariat_but
from bot.usecases.minutes.views import check_place, item_at, shown_to
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import require_seat
from cards.kit.elements import Card
from cards.kit.words import say, served_by
from cards.minutes import dissent as cards
from cards.minutes.body import LONGEST
from storage import agenda as agendas


async def open_form(desk: Desk, actor: str, action: OpenDissent) -> Card:
    """The form, with what the person said already, or which item is meant."""
    record = await _heard(desk, actor, action)
    if action.position is not None:
        check_place(desk, item_at(record, action.position))
    said = "" if desk.is_overheard else action.words
    return await form_card(desk, actor, record, action.position, typed=said or None)


async def form_card(desk: Desk, actor: str, record: Record, position: int | None, *, typed: str | None = None) -> Card:
    """The form as it was filled in, else with what is recorded."""
    known = None
    if position is not None and 1 <= position <= len(record.items):
        known = rules.dissent_of(record.minutes, record.items[position - 1].id, actor)
    said = "" if known is None or desk.is_overheard else known.words
    return cards.form(
        await shown_to(desk, actor, record),
        position,
        offered=tuple(at for at, item in enumerate(record.items, start=1) if _may_be_named(desk, item)),
        words=said if typed is None else typed,
        is_recorded=known is not None,
    )


async def dissent(desk: WritingDesk, actor: str, action: DissentCommand) -> Card:
    """Take it to the minutes, or out of them."""
    if isinstance(action, TakeBackDissent):
        return await _take_back(desk, actor, action)
    return await _record(desk, actor, action)


async def _record(desk: WritingDesk, actor: str, action: RecordDissent) -> Card:
    """Keep it, and let the secretariat hear of it."""
    record, item, position = await _item(desk, actor, action, action.position)
    if not action.words.strip():
        raise Refusal("missing_dissent", field="words")
    words = clean_text(action.words, Term("minutes.field.dissent"), LONGEST)
    organisation = next((each.organisation for each in desk.forum.seats_of(actor, record.meeting.day)), "")
    told = Dissent(item=item.id, person=actor, organisation=organisation, words=words, at=desk.now)
    changed = rules.dissent(record.minutes, told)
    if changed != record.minutes and record.agenda.sent_version is None:
        await agendas.put(desk.conn, record.agenda)  # the item's id must not be given to another one
    after = await keeping.keep(desk, record, changed)
    if changed != record.minutes:
        await desk.log(
            actor,
            "minutes.dissented",
            meeting=changed.meeting,
            revision=changed.revision,
            texts={"words": words},
            position=position,
            item=item.id,
        )
        people = secretariat_but(desk, actor)
        about = item.id, actor, changed.revision
        facts = {"item": item.id, "person": actor, "revision": changed.revision}
        await desk.tell_each(people, MinutesNotice.DISSENT, *about, meeting=changed.meeting, **facts)
    done = say("minutes.done.dissent", nr=position, **served_by(office(desk.forum, desk.today)))
    return cards.done_with(await shown_to(desk, actor, after), position, done)


async def _take_back(desk: WritingDesk, actor: str, action: TakeBackDissent) -> Card:
    """It does not stand in the minutes after all."""
    record, item, position = await _item(desk, actor, action, action.position)
    changed = rules.take_back_dissent(record.minutes, item.id, actor)
    after = await keeping.keep(desk, record, changed)
    await desk.log(
        actor,
        "minutes.dissent_taken_back",
        texts=None,
        meeting=changed.meeting,
        revision=changed.revision,
        position=position,
        item=item.id,
    )
    done = say("minutes.done.dissent_taken_back", nr=position)
    return cards.done_with(await shown_to(desk, actor, after), position, done)


async def as_refused(desk: Desk, actor: str, record: Record, action: RecordDissent | TakeBackDissent) -> Card | None:
    """The form with what was typed, where the person may still dissent; None where they may not."""
    if not may_dissent(desk, actor, record):
        return None
    typed = action.words if isinstance(action, RecordDissent) else None
    position = action.position
    if position is not None and not (1 <= position <= len(record.items)):
        position = None
    if position is not None and not _may_be_named(desk, record.items[position - 1]):
        return None
    return typed_on(desk, await form_card(desk, actor, record, position, typed=typed))


def may_dissent(desk: Desk, actor: str, record: Record) -> bool:
    """Whether the person was there and the minutes are not sent."""
    if record.meeting.starts > desk.now or rules.is_sent(record.minutes):
        return False
    return was_at(desk, record.meeting, record.minutes.attendance, actor)


async def _heard(desk: Desk, actor: str, action: OpenDissent | RecordDissent | TakeBackDissent) -> Record:
    """The minutes, while that person may dissent; Refusal that says what they may do instead."""
    record = await begun(desk, action.meeting)
    require_seat(desk, actor)
    if rules.is_sent(record.minutes):
        raise Refusal("dissent_too_late")
    if not was_at(desk, record.meeting, record.minutes.attendance, actor):
        raise Refusal("dissent_not_there", moede_dato=record.meeting.day)
    return record


async def _item(
    desk: Desk, actor: str, action: RecordDissent | TakeBackDissent, position: int | None
) -> tuple[Record, AgendaItem, int]:
    record = await _heard(desk, actor, action)
    if position is None:
        raise Refusal("missing_dissent_item", field="position")
    item = item_at(record, position)
    check_place(desk, item)
    return record, item, position


def _may_be_named(desk: Desk, item: AgendaItem) -> bool:
    return not (item.content.is_closed and desk.is_public)
