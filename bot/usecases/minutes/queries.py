"""The minutes of a meeting, how they will be sent, one item of them, and the form for who was there."""

from bot.domain.kernel import settings
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes import rules
from bot.domain.minutes.actions import OpenAttendance, OpenResolution, ShowMinutes, ShowMinutesPreview
from bot.domain.minutes.items import nobody_sees
from bot.domain.minutes.state import MinutesStatus
from bot.domain.referrals.destinations import destinations
from bot.usecases.desk import Desk
from bot.usecases.duties import of_minutes
from bot.usecases.minutes.approving import approvers
from bot.usecases.minutes.dissenting import may_dissent
from bot.usecases.minutes.forms import attendance_card, resolution_card
from bot.usecases.minutes.records import begun, held_meeting, load
from bot.usecases.minutes.views import additions_to, card_for, check_place, item_at, shown, shown_to
from bot.usecases.rights import is_secretariat, require_secretariat
from cards.kit.elements import Card
from cards.minutes import cards
from cards.minutes.preview import preview
from cards.minutes.typed import adding, remarking


async def show_minutes(desk: Desk, actor: str, action: ShowMinutes) -> Card:
    """The latest meeting's minutes, or those of the one that is named; for the secretariat with what it needs."""
    meeting = await held_meeting(desk, action.meeting)
    if meeting is None:
        return cards.none_yet(desk.forum.name, desk.next_meeting())
    return await card_for(desk, actor, await load(desk, meeting), typed=_kept(desk, action.words))


async def show_preview(desk: Desk, actor: str, action: ShowMinutesPreview) -> Card:
    """Just what the channel will read; where others read along before it is sent, only that it is not."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    if desk.is_overheard or rules.is_sent(record.minutes):
        return await card_for(desk, actor, record)
    asked = settings.minutes_approval(desk.forum) == "before_sending"
    names = [desk.name_of(person) for person in approvers(desk, record.meeting)] if asked else None
    may_send = record.minutes.status is MinutesStatus.DRAFT
    return preview(shown(desk, record, nobody_sees), approvers=names, may_send=may_send)


async def open_attendance(desk: Desk, actor: str, action: OpenAttendance) -> Card:
    """The form for who was there; once the minutes are sent, the minutes."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    if rules.is_sent(record.minutes):
        return await card_for(desk, actor, record)
    return attendance_card(desk, record, await shown_to(desk, actor, record))


async def open_resolution(desk: Desk, actor: str, action: OpenResolution) -> Card:
    """The form for one item; for others, and after sending, the item with its whole resolution."""
    record = await begun(desk, action.meeting)
    item = item_at(record, action.position)
    seen = await shown_to(desk, actor, record)
    minuted, typed = seen.items[action.position - 1], _kept(desk, action.words)
    is_writer, status = is_secretariat(desk, actor), record.minutes.status
    if rules.is_sent(record.minutes):
        remarked = remarking(seen) if seen.takes_remarks else None
        return cards.item(
            seen,
            minuted,
            tasks=() if minuted.is_hidden else of_minutes.lines_now(desk, record.duties, item.id),
            additions=() if minuted.is_hidden else additions_to(record.minutes, item),
            typed=typed,
            saying=adding(seen, action.position) if is_writer else remarked,
            may_create=is_writer and not minuted.is_hidden,
            may_send_on=is_writer and not minuted.is_hidden and bool(destinations(desk.forum)),
        )
    if status is MinutesStatus.FOR_APPROVAL and (typed or not is_writer):
        return cards.item(
            seen, minuted, typed=typed, saying=remarking(seen), may_dissent=may_dissent(desk, actor, record)
        )
    if not is_writer:
        raise Refusal("minutes_not_sent")
    check_place(desk, item)
    return await resolution_card(desk, record, seen, action.position)


def _kept(desk: Desk, words: str) -> str:
    """What stood in the field, where nobody else reads it."""
    return "" if desk.is_overheard else words
