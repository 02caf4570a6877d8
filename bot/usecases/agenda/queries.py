"""The agenda is shown to all who have a seat, and opened for editing to the secretariat."""

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.actions import EditAgenda, OpenItem, OpenNewItem, ShowAgenda
from bot.usecases.agenda.forms import editor, item_form
from bot.usecases.agenda.views import agenda_card, draft_of
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.rights import require_seat, require_secretariat
from cards.agenda import item as item_cards
from cards.kit.elements import Card


async def show_agenda(desk: Desk, actor: str, action: ShowAgenda) -> Card:
    """The draft, or what was sent."""
    require_seat(desk, actor)
    named = action.meeting
    return await agenda_card(desk, actor, desk.meeting(None) if named is None else meeting_meant(desk, named))


async def edit_agenda(desk: Desk, actor: str, action: EditAgenda) -> Card:
    """The secretariat's editor."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, None)
    return await editor(desk, actor, meeting, agenda)


async def new_item(desk: Desk, actor: str, action: OpenNewItem) -> Card:
    """The form for a new item."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, None)
    return item_cards.new_item(agenda, meeting)


async def open_item(desk: Desk, actor: str, action: OpenItem) -> Card:
    """The form for one part of an item."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, action.revision)
    return await item_form(desk, actor, meeting, agenda, action.position, part=action.part)
