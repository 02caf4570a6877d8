"""What awaits an answer, and each frozen version in full."""

from dataclasses import replace

from bot.domain.agenda.changes import changes
from bot.domain.agenda.state import Agenda, AgendaVersion
from bot.domain.approval import rules as approving
from bot.domain.approval.actions import EditAnswer, ShowApprovals, ShowChanges, ShowVersion
from bot.domain.approval.seats import owes, seats_of
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.usecases.agenda.unread import seen_changes
from bot.usecases.agenda.views import draft_of, host_of, is_sent, seen_items
from bot.usecases.approval.answer_accounts import doubts
from bot.usecases.approval.clearance import clearance_awaited
from bot.usecases.approval.clearance_views import cleared_of, unasked_of
from bot.usecases.approval.views import in_question, is_owed, request_card, request_of, rounds_ahead
from bot.usecases.attached import seen_attachments
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat, require_seat
from cards.agenda.later import came_about
from cards.agenda.version import single, whole
from cards.approval import cards
from cards.approval.overview import Awaiting, overview
from cards.approval.replaced import all_changes, items_of
from cards.kit.elements import Card
from storage import approval as approvals


async def show_version(desk: Desk, actor: str, action: ShowVersion) -> Card:
    """One frozen version (or one item of it) in full, with the answers that the person may give to it."""
    require_seat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    version = _version(agenda, meeting, action.version)
    action = replace(action, version=version.number)
    items = await seen_items(desk, actor, meeting, version.items)
    at = None if version in (agenda.newest, agenda.sent) else version.frozen_at
    bilag = await seen_attachments(desk, actor, meeting, version.items, at)
    if action.position is not None:
        if not 1 <= action.position <= len(items):
            raise Refusal("no_item", punkt=action.position, antal=len(items))
        item = items[action.position - 1]
        return single(action, meeting, item, position=action.position, bilag=bilag.get(item.id, ()))
    current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    asked = ShowVersion(forum=desk.forum.id, meeting=meeting.id, version=action.version)
    if current is None or current.version != action.version or not seats_of(current, actor):
        host, why = host_of(desk, meeting), came_about(version, items, meeting)
        return whole(asked, meeting, items, host=host, why=why, bilag=bilag)
    request = await request_of(desk, actor, meeting, current)
    return whole(
        asked,
        meeting,
        items,
        host=host_of(desk, meeting),
        bilag=bilag,
        below=cards.answer_fields(request, action.words),
        actions=cards.answer_buttons(request),
    )


async def show_changes(desk: Desk, actor: str, action: ShowChanges) -> Card:
    """All that a version changed since another, as the person may see it here."""
    require_seat(desk, actor)
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    newer = _version(agenda, meeting, action.version)
    if newer.number == 1 and action.since is None:
        raise Refusal("first_version", moede_dato=meeting.day)
    older = _version(agenda, meeting, newer.number - 1 if action.since is None else action.since)
    action = replace(action, version=newer.number, since=older.number)
    seen = seen_changes(desk, actor, meeting, changes(older.items, newer.items))
    return all_changes(action, meeting, items_of(seen, action.position))


def _version(agenda: Agenda, meeting: Meeting, number: int | None) -> AgendaVersion:
    """The one of that number, the newest where none is named."""
    found = agenda.newest if number is None else agenda.version(number)
    if found is None and number is None:
        raise Refusal("no_versions", moede_dato=meeting.day)
    if found is None:
        raise Refusal("no_version", version=number)
    return found


async def edit_answer(desk: Desk, actor: str, action: EditAnswer) -> Card:
    """The request with its answers, also for who has answered it."""
    require_seat(desk, actor)
    meeting, current = await in_question(desk, action.meeting)
    return cards.request(await request_of(desk, actor, meeting, current, again=True), typed=action.words)


async def show_approvals(desk: Desk, actor: str, action: ShowApprovals) -> Card:
    """What awaits the person; for the secretariat, how every request stands."""
    require_seat(desk, actor)
    ahead = [each async for each in rounds_ahead(desk) if is_secretariat(desk, actor) or _awaits(desk, actor, each[1])]
    found = [each for each in ahead if not await is_sent(desk, each[0].id)]
    if len(found) == 1:
        return await request_card(desk, actor, *found[0], typed=action.words)
    own = None if found else await clearance_awaited(desk, actor)
    return own or overview([await _awaiting(desk, actor, meeting, current) for meeting, current in found])


async def _awaiting(desk: Desk, actor: str, meeting: Meeting, current: ApprovalRound) -> Awaiting:
    cleared = await cleared_of(desk, current)
    return Awaiting(
        desk.forum.name,
        meeting,
        current,
        cleared=cleared,
        unasked=unasked_of(desk, current),
        may_nudge=is_secretariat(desk, actor) and is_owed(desk, meeting, current),
    )


def _awaits(desk: Desk, person: str, current: ApprovalRound) -> bool:
    """Whether the person owes an answer, or one stands that may not be their own."""
    seats = seats_of(current, person)
    is_theirs = owes(current, person) or any(each in doubts(desk, person, current) for each in seats)
    return is_theirs and current.standpoint not in approving.ENDED
