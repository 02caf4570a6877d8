"""The agenda's draft: shown to all who have a seat; ordered, timed and edited by the secretariat until it is sent."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.actions import AddItem, EditItem, ItemAction, MoveItem, RemoveItem
from bot.domain.agenda.state import Agenda
from bot.domain.kernel.danish import clean_line, clean_text, parse_amount, parse_duration
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, ItemKind, ProposalStatus
from bot.usecases.agenda.views import draft_of, editor
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import require_secretariat
from bot.usecases.telling import tell_changed
from cards.agenda.editor import LONGEST_RECOMMENDATION, LONGEST_TITLE
from cards.kit.elements import Card
from cards.kit.words import say
from storage import agenda as agendas
from storage import proposals

_USUAL_TIME = timedelta(minutes=15)


async def remove_item(desk: WritingDesk, actor: str, action: RemoveItem) -> Card:
    """Take an item off the draft; the proposal it came from is undecided again."""
    meeting, agenda = await _checked(desk, actor, action)
    item = drafting.item_at(agenda, action.position)
    shorter = drafting.remove(agenda, action.position)
    await agendas.put(desk.conn, shorter)
    await desk.log(actor, "agenda.item_removed", meeting=meeting.id, item=item.id, position=action.position)
    if item.proposal is not None:
        await _undecide(desk, actor, item.proposal)
    return await editor(desk, actor, meeting, shorter, done=say("agenda.done.removed", punkt=action.position))


async def move_item(desk: WritingDesk, actor: str, action: MoveItem) -> Card:
    """Put an item at another position."""
    meeting, agenda = await _checked(desk, actor, action)
    to = _place(action.to)
    moved = drafting.move(agenda, action.position, to)
    await _keep(desk, actor, agenda, moved, "agenda.item_moved", position=action.position, to=to)
    return await editor(desk, actor, meeting, moved, done=say("agenda.done.moved", punkt=action.position, plads=to))


async def edit_item(desk: WritingDesk, actor: str, action: EditItem) -> Card:
    """Change an item's texts, time and position."""
    meeting, agenda = await _checked(desk, actor, action)
    edited = drafting.edit(agenda, action.position, _edited(drafting.item_at(agenda, action.position).content, action))
    to = _place(action.to) if action.to else action.position
    moved = drafting.move(edited, action.position, to)
    await _keep(desk, actor, agenda, moved, "agenda.item_edited", position=action.position, to=to)
    return await editor(desk, actor, meeting, moved, done=say("agenda.done.edited", punkt=to))


async def add_item(desk: WritingDesk, actor: str, action: AddItem) -> Card:
    """Put a new item on the draft without a proposal."""
    meeting, agenda = await _checked(desk, actor, action)
    content = Content(
        title=clean_line(action.title, say("proposal.field.title"), LONGEST_TITLE),
        kind=ItemKind.DISCUSSION,
        duration=parse_duration(action.duration) if action.duration.strip() else _USUAL_TIME,
    )
    longer = drafting.insert(agenda, content)
    await _keep(desk, actor, agenda, longer, "agenda.item_added", texts={"title": content.title})
    place = drafting.last_place(longer) - 1
    return await editor(desk, actor, meeting, longer, done=say("agenda.done.added", punkt=place))


async def _checked(desk: Desk, actor: str, action: ItemAction | AddItem) -> tuple[Meeting, Agenda]:
    """The meeting and its draft, where the person may change just this draft."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, action.revision)
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
        await desk.log(actor, what, meeting=after.meeting, revision=after.revision, texts=texts, **facts)


async def _undecide(desk: WritingDesk, actor: str, proposal: int) -> None:
    found = await proposals.by_id(desk.conn, desk.forum.id, proposal)
    if found is not None and found.status is ProposalStatus.ACCEPTED:
        undecided = await proposals.save(desk.conn, replace(found, status=ProposalStatus.RECEIVED, words=""))
        await desk.log(actor, "proposal.undecided", proposal=found.id)
        await tell_changed(desk, undecided)


def _edited(content: Content, action: EditItem) -> Content:
    """The content with the fields that were filled in; one that is None stays as it is."""
    changed: dict[str, object] = {}
    if action.title is not None:
        changed["title"] = clean_line(action.title, say("proposal.field.title"), LONGEST_TITLE)
    if action.recommendation is not None:
        label = say("proposal.field.recommendation")
        changed["recommendation"] = clean_text(action.recommendation, label, LONGEST_RECOMMENDATION, required=False)
    if action.amount is not None:
        changed["amount"] = parse_amount(action.amount) if action.amount.strip() else None
    if action.duration is not None:
        changed["duration"] = parse_duration(action.duration)
    return replace(content, **changed)  # type: ignore[arg-type]  # the keys are the content's fields


def _place(typed: str) -> int:
    """A position as typed; Refusal("bad_number")."""
    bare = typed.strip().rstrip(".")
    if not bare.isdecimal() or len(bare) > 3:
        raise Refusal("bad_number", field="to")
    return int(bare)
