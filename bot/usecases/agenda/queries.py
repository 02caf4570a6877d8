"""The agenda is shown to all who have a seat, and opened for editing to the secretariat."""

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.actions import EditAgenda, OpenItem, ShowAgenda
from bot.usecases.agenda.views import agenda_card, draft_of, editor, item_form, meeting_meant
from bot.usecases.desk import Desk
from bot.usecases.rights import require_seat, require_secretariat
from cards.kit.elements import Card


async def show_agenda(desk: Desk, actor: str, action: ShowAgenda) -> Card:
    """The draft, or what was sent."""
    require_seat(desk, actor)
    return await agenda_card(desk, actor, meeting_meant(desk, action.meeting))


async def edit_agenda(desk: Desk, actor: str, action: EditAgenda) -> Card:
    """The secretariat's editor."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, None)
    return await editor(desk, actor, meeting, agenda)


async def open_item(desk: Desk, actor: str, action: OpenItem) -> Card:
    """The form for one item."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, action.revision)
    return await item_form(desk, actor, meeting, agenda, action.position)
