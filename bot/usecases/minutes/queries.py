"""The minutes of a meeting, and one item of them."""

from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes import rules
from bot.domain.minutes.actions import OpenResolution, ShowMinutes
from bot.domain.minutes.state import MinutesStatus
from bot.usecases.desk import Desk
from bot.usecases.minutes.views import begun, card_for, check_place, held_meeting, item_at, load, seen_by, shown
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card
from cards.minutes import cards
from cards.minutes import form as forms


async def show_minutes(desk: Desk, actor: str, action: ShowMinutes) -> Card:
    """The latest meeting's minutes, or those of the one that is named; for the secretariat with what it needs."""
    meeting = held_meeting(desk, action.meeting)
    if meeting is None:
        return cards.none_yet(desk.forum.name, desk.next_meeting())
    return await card_for(desk, actor, await load(desk, meeting))


async def open_resolution(desk: Desk, actor: str, action: OpenResolution) -> Card:
    """The form for one item; for others, and after sending, the item with its whole resolution."""
    record = await begun(desk, action.meeting)
    item = item_at(record, action.position)
    seen = shown(desk, record, await seen_by(desk, actor, record))
    minuted = seen.items[action.position - 1]
    if rules.is_sent(record.minutes):
        return cards.item(seen, minuted)
    if not is_secretariat(desk, actor):
        if record.minutes.status is MinutesStatus.DRAFT:
            raise Refusal("minutes_not_sent")
        return cards.item(seen, minuted)
    check_place(desk, item)
    return forms.resolution_form(
        seen, minuted, recommendation=item.content.recommendation, outcome=minuted.outcome, words=minuted.words
    )
