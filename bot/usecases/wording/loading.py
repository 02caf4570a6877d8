"""A suggestion with the minutes that it is about, and what may be said of them here and by whom."""

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.office import no_rights, office
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.state import MinutesStatus
from bot.domain.wording.actions import SuggestionAction
from bot.domain.wording.state import Suggestion
from bot.usecases.desk import Desk
from bot.usecases.minutes.records import Record, load
from bot.usecases.minutes.views import seen_by
from bot.usecases.rights import is_secretariat, require_seat
from storage import wordings as store


async def found(desk: Desk, actor: str, action: SuggestionAction) -> Suggestion:
    """The suggestion that is meant, where it is that person's to see; Refusal("wording_unknown") or "no_rights"."""
    require_seat(desk, actor)
    suggestion = await store.by_number(desk.conn, desk.forum.id, action.number, action.year)
    if suggestion is None:
        raise Refusal("wording_unknown", nr=action.number, forum=desk.forum.name)
    if actor != suggestion.person and not is_secretariat(desk, actor):
        raise no_rights(desk.forum, desk.today)
    return suggestion


async def record_of(desk: Desk, suggestion: Suggestion) -> Record:
    """The minutes that it is about; Refusal where their meeting is held no more."""
    return await load(desk, desk.meeting(suggestion.meeting))


def place_of(record: Record, suggestion: Suggestion) -> int | None:
    """The position (from 1) of its item in the minutes; None where it is about them as a whole."""
    places = (place for place, item in enumerate(record.items, start=1) if item.id == suggestion.item)
    return next(places, None)


async def check_sees(desk: Desk, actor: str, record: Record, item: AgendaItem) -> None:
    """Refusal("wording_closed_item") where others read along, "wording_hidden" for whoever may not see the item."""
    if not item.content.is_closed:
        return
    if desk.is_public:
        raise Refusal("wording_closed_item")
    if not (await seen_by(desk, actor, record))(item):
        raise Refusal("wording_hidden", kontor=office(desk.forum, desk.today))


def check_put_forward(record: Record) -> None:
    """Refusal("wording_not_sent") before anybody has the minutes."""
    if record.minutes.status is MinutesStatus.DRAFT:
        raise Refusal("wording_not_sent")
