"""The agenda's draft: shown to all who have a seat; ordered, timed and edited by the secretariat until it is sent."""

from dataclasses import replace
from datetime import timedelta

from bot.domain import actions as do
from bot.domain import drafting, settings
from bot.domain.agenda import Agenda, Standing
from bot.domain.approval import Mode
from bot.domain.danish import clean_line, clean_text, parse_amount, parse_date, parse_duration
from bot.domain.meeting import Meeting
from bot.domain.minutes import MinutesStatus
from bot.domain.notice import NoticeKind
from bot.domain.proposal import Content, ItemKind, ProposalStatus
from bot.domain.refusal import Refusal
from bot.usecases.desk import Desk
from bot.usecases.sight import is_secretariat, require_seat, require_secretariat, seen_items
from cards import agenda as cards
from cards import agenda_editor as editor_cards
from cards.agenda_editor import LONGEST_RECOMMENDATION, LONGEST_TITLE
from cards.elements import Card
from cards.words import say
from storage import agendas, minutes, proposals

_USUAL_TIME = timedelta(minutes=15)


async def draft_of(desk: Desk, meeting: Meeting) -> Agenda:
    """The meeting's agenda as it stands, with its standing items; not yet stored where nothing was put on it."""
    with_minutes = await _minutes_await_approval(desk, meeting)
    stored = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if stored is None:
        return drafting.blank(desk.forum.id, meeting.id, cards.standing, with_minutes=with_minutes)
    if with_minutes and stored.sent_version is None:
        return drafting.with_standing(stored, Standing.APPROVE_MINUTES, cards.standing)
    return stored


async def show_agenda(desk: Desk, actor: str, action: do.ShowAgenda) -> Card:
    """The draft, or what was sent."""
    require_seat(desk, actor)
    return await agenda_card(desk, actor, meeting_meant(desk, action.meeting))


async def agenda_card(desk: Desk, actor: str | None, meeting: Meeting) -> Card:
    """The draft with what the person may do with it, or what was sent."""
    agenda = await draft_of(desk, meeting)
    if agenda.sent is not None:
        return await sent_card(desk, actor, meeting, agenda)
    may_edit = desk.is_public or is_secretariat(desk, actor)
    return cards.draft(
        agenda,
        meeting,
        await seen_items(desk, actor, meeting, agenda.items),
        host=host_of(desk, meeting),
        dispatch=desk.timetable(meeting).dispatch,
        may_edit=may_edit,
        may_circulate=may_edit and settings.approval_mode(desk.forum) is not Mode.NONE,
    )


async def sent_card(
    desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, *, without: tuple[str, ...] = ()
) -> Card:
    """What was sent; ValueError where nothing was. `without` names those whose answers were missing."""
    if agenda.sent is None:
        raise ValueError(f"the agenda of {agenda.meeting} was not sent")
    return cards.sent(
        agenda,
        meeting,
        await seen_items(desk, actor, meeting, agenda.sent.items),
        forum_name=desk.forum.name,
        host=host_of(desk, meeting),
        dispatch=desk.timetable(meeting).dispatch,
        without=without,
    )


async def edit_agenda(desk: Desk, actor: str, action: do.EditAgenda) -> Card:
    """The secretariat's editor."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, None)
    return await _editor(desk, actor, meeting, agenda)


async def open_item(desk: Desk, actor: str, action: do.OpenItem) -> Card:
    """The form for one item."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, action.revision)
    return await _item_form(desk, actor, meeting, agenda, action.position)


async def remove_item(desk: Desk, actor: str, action: do.RemoveItem) -> Card:
    """Take an item off the draft; the proposal it came from is undecided again."""
    meeting, agenda = await _checked(desk, actor, action)
    item = drafting.item_at(agenda, action.position)
    shorter = drafting.remove(agenda, action.position)
    await agendas.put(desk.conn, shorter)
    await desk.log(actor, "agenda.item_removed", meeting=meeting.id, item=item.id, position=action.position)
    if item.proposal is not None:
        await _undecide(desk, actor, item.proposal)
    return await _editor(desk, actor, meeting, shorter, done=say("agenda.done.removed", punkt=action.position))


async def move_item(desk: Desk, actor: str, action: do.MoveItem) -> Card:
    """Put an item at another position."""
    meeting, agenda = await _checked(desk, actor, action)
    to = _place(action.to)
    moved = drafting.move(agenda, action.position, to)
    await _keep(desk, actor, agenda, moved, "agenda.item_moved", position=action.position, to=to)
    return await _editor(desk, actor, meeting, moved, done=say("agenda.done.moved", punkt=action.position, plads=to))


async def edit_item(desk: Desk, actor: str, action: do.EditItem) -> Card:
    """Change an item's texts, time and position."""
    meeting, agenda = await _checked(desk, actor, action)
    edited = drafting.edit(agenda, action.position, _edited(drafting.item_at(agenda, action.position).content, action))
    to = _place(action.to) if action.to else action.position
    moved = drafting.move(edited, action.position, to)
    await _keep(desk, actor, agenda, moved, "agenda.item_edited", position=action.position, to=to)
    return await _editor(desk, actor, meeting, moved, done=say("agenda.done.edited", punkt=to))


async def add_item(desk: Desk, actor: str, action: do.AddItem) -> Card:
    """Put a new item on the draft without a proposal."""
    meeting, agenda = await _checked(desk, actor, action)
    content = Content(
        title=clean_line(action.title, say("proposal.field.title"), LONGEST_TITLE),
        kind=ItemKind.DISCUSSION,
        duration=parse_duration(action.duration) if action.duration.strip() else _USUAL_TIME,
    )
    longer = drafting.insert(agenda, content)
    await _keep(desk, actor, agenda, longer, "agenda.item_added", title=content.title)
    place = drafting.last_place(longer) - 1
    return await _editor(desk, actor, meeting, longer, done=say("agenda.done.added", punkt=place))


async def again(desk: Desk, actor: str, action: do.ItemAction | do.AddItem) -> Card | None:
    """The form or the editor with what was typed; None for those who may not edit."""
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    if agenda.sent_version is not None or not is_secretariat(desk, actor):
        return await agenda_card(desk, actor, meeting)
    if isinstance(action, do.AddItem):
        return await _editor(desk, actor, meeting, agenda, typed=action)
    if isinstance(action, do.EditItem) and action.revision in (None, agenda.revision):
        return await _item_form(desk, actor, meeting, agenda, action.position, typed=action)
    return await _editor(desk, actor, meeting, agenda)


def meeting_meant(desk: Desk, typed: str | None) -> Meeting:
    """The meeting of an id, or of a date that somebody typed; Refusal("no_meeting_on") for a day without one."""
    if typed is None or desk.forum.meeting(typed) is not None:
        return desk.meeting(typed)
    day = parse_date(typed, desk.today)
    found = next((meeting for meeting in desk.forum.meetings if meeting.day == day), None)
    if found is None:
        raise Refusal("no_meeting_on", forum=desk.forum.name, dato=day)
    return found


def host_of(desk: Desk, meeting: Meeting) -> str | None:
    """The name of the meeting's host."""
    host = desk.forum.organisation(meeting.host)
    return None if host is None else host.name


async def _checked(desk: Desk, actor: str, action: do.ItemAction | do.AddItem) -> tuple[Meeting, Agenda]:
    """The meeting and its draft, where the person may change just this draft."""
    require_secretariat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    drafting.check(agenda, action.revision)
    return meeting, agenda


async def _keep(desk: Desk, actor: str, before: Agenda, after: Agenda, what: str, **facts: object) -> None:
    """Store and log a change; what changed nothing leaves no trace."""
    if after != before:
        await agendas.put(desk.conn, after)
        await desk.log(actor, what, meeting=after.meeting, revision=after.revision, **facts)


async def _undecide(desk: Desk, actor: str, proposal: int) -> None:
    found = await proposals.by_id(desk.conn, desk.forum.id, proposal)
    if found is not None and found.status is ProposalStatus.ACCEPTED:
        await proposals.save(desk.conn, replace(found, status=ProposalStatus.RECEIVED, words=""))
        await desk.log(actor, "proposal.undecided", proposal=found.id)
        await desk.tell(NoticeKind.PROPOSAL, found.id, proposal=found.id)


async def _editor(
    desk: Desk,
    actor: str,
    meeting: Meeting,
    agenda: Agenda,
    *,
    done: str | None = None,
    typed: do.AddItem | None = None,
) -> Card:
    items = await seen_items(desk, actor, meeting, agenda.items)
    return editor_cards.editor(agenda, meeting, items, done=done, typed=typed)


async def _item_form(
    desk: Desk, actor: str, meeting: Meeting, agenda: Agenda, position: int, *, typed: do.EditItem | None = None
) -> Card:
    item = drafting.item_at(agenda, position)
    (seen,) = await seen_items(desk, actor, meeting, [item])
    return editor_cards.item_form(agenda, seen, position, typed=typed)


def _edited(content: Content, action: do.EditItem) -> Content:
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
        raise Refusal("bad_number")
    return int(bare)


async def _minutes_await_approval(desk: Desk, meeting: Meeting) -> bool:
    """Whether minutes of an earlier meeting were sent that this meeting is to approve."""
    if settings.minutes_approval(desk.forum) != "next_meeting":
        return False
    for earlier in desk.forum.meetings:
        if earlier.starts < meeting.starts:
            found = await minutes.get(desk.conn, desk.forum.id, earlier.id)
            if found is not None and found.status is MinutesStatus.SENT:
                return True
    return False
