"""The agenda's draft is ordered, timed and edited by the secretariat until it is sent."""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.actions import AddItem, EditItem, MoveItem, Part, RemoveItem, RestoreItem, Then
from bot.domain.agenda.editing import added, check_closing, edited, is_blank, tells, whole
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.funds.settings import has_fund
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content
from bot.usecases.agenda import origins
from bot.usecases.agenda.forms import confirmed, editor, item_form
from bot.usecases.agenda.views import draft_of
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import require_secretariat
from bot.usecases.telling import tell_moved
from cards.kit.elements import Card
from cards.kit.words import say
from storage import agenda as agendas

_STEPS = {Then.UP: -1, Then.DOWN: 1}
_PARTS = {Then(part): part for part in Part}


async def remove_item(desk: WritingDesk, actor: str, action: RemoveItem) -> Card:
    """Take an item off the draft; the proposal it came from is undecided again."""
    meeting, agenda = await _checked(desk, actor, action.meeting, action.revision)
    return await _removed(desk, actor, meeting, agenda, action.position, action.words)


async def restore_item(desk: WritingDesk, actor: str, action: RestoreItem) -> Card:
    """Put a removed item back as it was; its proposal is accepted again."""
    meeting, agenda = await _checked(desk, actor, action.meeting, None)
    item = drafting.removed_item(agenda, action.item)
    await origins.accept_again(desk, actor, agenda, item)
    longer = drafting.restore(agenda, item, action.position)
    place = drafting.meant(longer, 0, item.id)
    await _keep(desk, actor, agenda, longer, "agenda.item_restored", item=item.id, position=place)
    said = say("agenda.done.restored", punkt=place)
    return await confirmed(desk, actor, meeting, longer, said, position=place)


async def move_item(desk: WritingDesk, actor: str, action: MoveItem) -> Card:
    """Put an item at another position."""
    meeting, agenda = await _checked(desk, actor, action.meeting, action.revision)
    to = _place(action.to)
    moved = drafting.move(agenda, action.position, to)
    await _keep(desk, actor, agenda, moved, "agenda.item_moved", position=action.position, to=to)
    said = say("agenda.done.moved", punkt=action.position, plads=to)
    return await confirmed(desk, actor, meeting, moved, said, position=to, is_moved=True)


async def edit_item(desk: WritingDesk, actor: str, typed: EditItem) -> Card:
    """Save what an item's form says and then do what its button asks for: nothing that was typed is dropped."""
    action = whole(typed)
    meeting, agenda = await _checked(desk, actor, action.meeting, action.revision, item=action.item)
    position = _position(agenda, action)
    if action.on_funds and not has_fund(desk.forum):
        raise Refusal("funds_none", forum=desk.forum.name)
    item = drafting.item_at(agenda, position)
    content = _content(desk, item, action)
    to = _wanted_place(agenda, position, action)
    changed = drafting.move(drafting.edit(agenda, position, content), position, to)
    after = agenda if changed.items == agenda.items else replace(changed, revision=agenda.revision + 1)
    what = "agenda.item_edited" if content != item.content or action.then is Then.NOTHING else "agenda.item_moved"
    await _keep(desk, actor, agenda, after, what, position=position, to=to)
    if content != item.content:
        await origins.tell_of_change(desk, actor, meeting, item, content)
    said = _said(item.content, content, position, to)
    if action.then is Then.REMOVE:
        return await _removed(desk, actor, meeting, after, to, saved=said)
    if action.then in _PARTS:
        return await item_form(desk, actor, meeting, after, to, part=_PARTS[action.then], saved=said)
    if action.then is Then.BACK:
        return await editor(desk, actor, meeting, after, saved=said)
    done = said or say("agenda.done.unchanged", punkt=to)
    return await confirmed(desk, actor, meeting, after, done, position=to, is_moved=to != position)


async def add_item(desk: WritingDesk, actor: str, action: AddItem) -> Card:
    """Put a new item on the draft without a proposal; back from a form in which nothing was typed, add none."""
    meeting, agenda = await _checked(desk, actor, action.meeting, action.revision)
    if action.then is Then.BACK and is_blank(action):
        return await editor(desk, actor, meeting, agenda)
    content = added(action)
    longer = drafting.insert(agenda, content)
    await _keep(desk, actor, agenda, longer, "agenda.item_added", texts={"title": content.title})
    place = drafting.last_place(longer) - 1
    said = say("agenda.done.added", punkt=place)
    return await confirmed(desk, actor, meeting, longer, said, position=place)


async def _removed(
    desk: WritingDesk,
    actor: str,
    meeting: Meeting,
    agenda: Agenda,
    position: int,
    reason: str = "",
    *,
    saved: str | None = None,
) -> Card:
    """Take it off, unless it is there by right: then it stays, and the meeting leader is asked."""
    item = drafting.item_at(agenda, position)
    shorter = drafting.remove(agenda, position)
    asked = await origins.ask_instead(desk, actor, meeting, item, reason)
    if asked is not None:
        why = None if reason else say("agenda.done.leader_asked.why", punkt=position)
        told = " ".join(each for each in (saved, asked, why) if each)
        return await confirmed(desk, actor, meeting, agenda, told, position=position, is_done=False)
    await origins.undecide(desk, actor, item)
    await agendas.put(desk.conn, shorter)
    await tell_moved(desk, agenda, shorter)
    await desk.log(actor, "agenda.item_removed", meeting=meeting.id, item=item.id, position=position)
    said = say("agenda.done.removed", punkt=position)
    return await confirmed(desk, actor, meeting, shorter, said, stood=position)


async def _checked(
    desk: Desk, actor: str, named: str | None, revision: int | None, *, item: int | None = None
) -> tuple[Meeting, Agenda]:
    """The meeting and its draft, where the person may change just this draft; `item` is the one that a form shows."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(named)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, None)
    if item is not None and drafting.meant(agenda, 0, item) is None:
        raise Refusal("item_gone")
    if item is not None and revision not in (None, agenda.revision):
        raise Refusal("stale.item")
    drafting.check(agenda, revision)
    return meeting, agenda


async def _keep(
    desk: WritingDesk,
    actor: str,
    before: Agenda,
    after: Agenda,
    what: str,
    *,
    texts: Mapping[str, str] | None = None,
    **facts: object,
) -> None:
    """Store and log a change; what changed nothing leaves no trace."""
    if after != before:
        await agendas.put(desk.conn, after)
        await tell_moved(desk, before, after)
        await desk.log(actor, what, meeting=after.meeting, revision=after.revision, texts=texts, **facts)


def _position(agenda: Agenda, action: EditItem) -> int:
    found = drafting.meant(agenda, action.position, action.item)
    return action.position if found is None else found


def _content(desk: Desk, item: AgendaItem, action: EditItem) -> Content:
    """What the item says afterwards; Refusal("closed_here") for texts of a closed one where others read along."""
    if item.content.is_closed and desk.is_public and tells(action):
        raise Refusal("closed_here")
    content = edited(item.content, action)
    check_closing(item, content)
    return content


def _wanted_place(agenda: Agenda, position: int, action: EditItem) -> int:
    """Where the item goes: to the place that was chosen, and a step on where the button says so and there is one."""
    to = _place(action.to) if action.to else position
    step = to + _STEPS.get(action.then, 0)
    return step if step in drafting.places(agenda) else to


def _said(before: Content, after: Content, position: int, to: int) -> str | None:
    """What was done; None where nothing was."""
    if before == after:
        return None if to == position else say("agenda.done.moved", punkt=position, plads=to)
    moved = say("agenda.done.edited.moved", punkt=position, plads=to)
    saved = say("agenda.done.edited", punkt=to) if to == position else moved
    if before.is_closed == after.is_closed:
        return saved
    return f"{saved} {say('agenda.done.closed' if after.is_closed else 'agenda.done.opened')}"


def _place(typed: str) -> int:
    """A position as typed; Refusal("bad_number")."""
    bare = typed.strip().rstrip(".")
    if not bare.isdecimal() or len(bare) > 3:
        raise Refusal("bad_number", field="to")
    return int(bare)
