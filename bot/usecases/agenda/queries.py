"""The agenda is shown to all who have a seat, and opened for editing to the secretariat."""

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.actions import EditAgenda, OpenItem, OpenNewItem, ShowAgenda
from bot.domain.agenda.state import AgendaVersion
from bot.domain.approval.actions import ShowVersion
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.usecases.agenda.forms import editor, item_form
from bot.usecases.agenda.views import agenda_card, draft_of, seen_items
from bot.usecases.attached import seen_attachments
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.rights import is_secretariat, require_seat, require_secretariat
from cards.agenda import item as item_cards
from cards.agenda.version import single
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
    """The form for one part of an item; to others what the newest version says of it, once there is one."""
    require_seat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    frozen = agenda.sent or agenda.newest
    if frozen is not None and not is_secretariat(desk, actor):
        return await _read(desk, actor, meeting, frozen, action.position)
    require_secretariat(desk, actor)
    drafting.check(agenda, action.revision)
    return await item_form(desk, actor, meeting, agenda, action.position, part=action.part)


async def _read(desk: Desk, actor: str, meeting: Meeting, version: AgendaVersion, position: int) -> Card:
    """One item as it was frozen, in full."""
    items = await seen_items(desk, actor, meeting, version.items)
    if not 1 <= position <= len(items):
        raise Refusal("no_item", punkt=position, antal=len(items))
    item = items[position - 1]
    bilag = await seen_attachments(desk, actor, meeting, version.items)
    asked = ShowVersion(forum=desk.forum.id, meeting=meeting.id, version=version.number, position=position)
    return single(asked, meeting, item, position=position, bilag=bilag.get(item.id, ()))
