"""The form for one item's wording, as it is opened and as it was filled in."""

from uuid import uuid4

from bot.domain.kernel.deadlines import Deadline
from bot.domain.minutes.rules import resolution_of
from bot.domain.wording.actions import BringUp, CommentOnItem, OpenSuggestion, SuggestWording
from bot.domain.wording.rules import mark_of, words_of
from bot.usecases.desk import Desk
from bot.usecases.minutes.late import awaits_meeting, check_in_time, comes_late
from bot.usecases.minutes.records import Record, begun
from bot.usecases.minutes.views import item_at, remarks_until, shown_to
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import require_seat
from bot.usecases.wording.loading import check_put_forward, check_sees
from cards.kit.elements import Card
from cards.kit.words import deadline_words, say
from cards.minutes.sentence import OUTCOMES
from cards.wording.form import Form, choose_item, suggestion_form

Filled = SuggestWording | CommentOnItem | BringUp


async def open_form(desk: Desk, actor: str, action: OpenSuggestion) -> Card:
    """One item's form; without an item those to choose among, unless there is but one."""
    record = await begun(desk, action.meeting)
    require_seat(desk, actor)
    check_put_forward(record)
    position, typed = action.position, "" if desk.is_overheard else action.words
    if position is None:
        seen = (await shown_to(desk, actor, record)).items
        told = (each for each in seen if not each.is_hidden and (each.is_recorded or each.is_needed))
        items = [(each.position, each.title) for each in told]
        if len(items) != 1:
            return _choice(desk, record, items, typed)
        position = items[0][0]
    return await _form(desk, actor, record, position, None, typed)


async def as_filled(desk: Desk, actor: str, action: Filled) -> Card | None:
    """The form with all that was typed, against the text as it stands now; None where it may not be shown here."""
    if desk.is_overheard or action.position is None:
        return None
    record = await begun(desk, action.meeting)
    check_put_forward(record)
    return typed_on(desk, await _form(desk, actor, record, action.position, action))


def _choice(desk: Desk, record: Record, items: list[tuple[int, str]], typed: str) -> Card:
    """The items; what was typed goes along where a card has room for it at each of them, else it stays in the hand."""
    return typed_on(desk, choose_item(desk.forum.id, record.meeting, items, typed))


async def _form(desk: Desk, actor: str, record: Record, position: int, filled: Filled | None, typed: str = "") -> Card:
    item = item_at(record, position)
    await check_sees(desk, actor, record, item)
    minutes, present = record.minutes, words_of(record.minutes, item.id)
    is_late = comes_late(desk, minutes)
    if is_late and not awaits_meeting(desk, minutes):
        check_in_time(desk, minutes, "")
    resolution, until = resolution_of(minutes, item.id), remarks_until(desk, minutes)
    return suggestion_form(
        Form(
            forum=desk.forum.id,
            meeting=record.meeting,
            position=position,
            title=item.content.title,
            form=uuid4().hex if filled is None or isinstance(filled, BringUp) else filled.form,
            seen=mark_of(present),
            present=present,
            typed=(typed or present) if filled is None else filled.words,
            outcome=say(OUTCOMES[resolution.outcome]) if resolution is not None and resolution.outcome else "",
            until=_until(until, is_late=is_late) if filled is None else "",
            is_late=is_late,
        )
    )


def _until(deadline: Deadline | None, *, is_late: bool) -> str:
    if is_late:
        return say("error.wording_late_next")
    return say("minutes.remarks.until", frist=deadline_words(deadline)) if deadline else ""
