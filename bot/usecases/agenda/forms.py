"""The editor and the forms as the secretariat may see them here, also when what was typed into one was refused."""

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.actions import AddItem, EditItem, MoveItem, OpenItem, Part, RemoveItem, RestoreItem
from bot.domain.agenda.editing import is_blank, whole
from bot.domain.agenda.state import Agenda
from bot.domain.agenda.template import offered
from bot.domain.kernel.meeting import Meeting
from bot.domain.referrals.destinations import destinations
from bot.usecases.agenda.views import agenda_card, departed, draft_of, seen_items
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from cards.agenda import editor as editor_cards
from cards.agenda import item as item_cards
from cards.agenda.departure import change_words
from cards.kit.answers import IN_HAND
from cards.kit.both import with_both
from cards.kit.elements import Card
from cards.kit.fitting import is_small


async def editor(desk: Desk, actor: str, meeting: Meeting, agenda: Agenda, *, saved: str | None = None) -> Card:
    """The draft for editing; `saved` is what was just done."""
    items = await seen_items(desk, actor, meeting, agenda.items)
    differs = await departed(desk, meeting, agenda)
    asked = desk.forum.charter.agenda.requirements
    return editor_cards.editor(
        agenda,
        meeting,
        items,
        departed=differs,
        saved=saved,
        offered=offered(desk.forum, agenda),
        requirements=None if asked.value is None else asked.words,
        may_send_on=bool(destinations(desk.forum)),
    )


async def confirmed(
    desk: Desk,
    actor: str,
    meeting: Meeting,
    agenda: Agenda,
    said: str,
    *,
    position: int | None = None,
    is_moved: bool = False,
    stood: int | None = None,
    is_done: bool = True,
) -> Card:
    """That it was done, and what it means for the version that was sent out."""
    differs = await departed(desk, meeting, agenda)
    means = change_words(differs, position)
    return editor_cards.confirmed(
        agenda,
        await seen_items(desk, actor, meeting, agenda.items),
        [said, means] if means else [said],
        departed=differs,
        position=position,
        is_moved=is_moved,
        stood=stood,
        is_done=is_done,
    )


async def item_form(
    desk: Desk,
    actor: str,
    meeting: Meeting,
    agenda: Agenda,
    position: int,
    *,
    part: Part = Part.TEXTS,
    typed: EditItem | None = None,
    saved: str | None = None,
) -> Card:
    """The form for one part of an item of the draft."""
    item = drafting.item_at(agenda, position)
    (seen,) = await seen_items(desk, actor, meeting, [item])
    return item_cards.item_form(agenda, seen, position, part=part, typed=typed, saved=saved)


async def as_refused(
    desk: Desk, actor: str, action: OpenItem | AddItem | EditItem | MoveItem | RemoveItem | RestoreItem
) -> Card:
    """The form with all that was typed, where need be the one in hand; the agenda alone for those who may not edit."""
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    if not is_secretariat(desk, actor):
        return await agenda_card(desk, actor, meeting)
    if not isinstance(action, AddItem | EditItem) or (isinstance(action, EditItem) and is_blank(action)):
        is_sent = agenda.sent_version is not None
        return await (agenda_card(desk, actor, meeting) if is_sent else editor(desk, actor, meeting, agenda))
    filled = await _filled(desk, actor, meeting, agenda, action)
    return filled if is_small(filled) else IN_HAND


async def _filled(desk: Desk, actor: str, meeting: Meeting, agenda: Agenda, action: AddItem | EditItem) -> Card:
    """What was typed, where it can be gone on with."""
    if agenda.sent_version is not None:
        return item_cards.unsaved(action)
    if isinstance(action, AddItem):
        return item_cards.new_item(agenda, meeting, typed=action)
    position = drafting.meant(agenda, action.position, action.item)
    if position is None:
        is_form = action.item is not None
        return (
            item_cards.new_item(agenda, meeting, typed=action)
            if is_form
            else await editor(desk, actor, meeting, agenda)
        )
    return await _typed_form(desk, actor, meeting, agenda, position, whole(action))


async def _typed_form(desk: Desk, actor: str, meeting: Meeting, agenda: Agenda, position: int, typed: EditItem) -> Card:
    """The form as it was typed, with what stands by now where somebody else was first."""
    form = await item_form(desk, actor, meeting, agenda, position, part=typed.part, typed=typed)
    if typed.revision in (None, agenda.revision):
        return form
    (seen,) = await seen_items(desk, actor, meeting, [drafting.item_at(agenda, position)])
    here = OpenItem(forum=agenda.forum, meeting=meeting.id, position=position, part=typed.part)
    return with_both(form, item_cards.clashes(seen, typed), typed, here)
