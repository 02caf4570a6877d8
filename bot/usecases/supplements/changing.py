"""An item of a sent agenda is corrected, is not taken up, or is after all: a version each, told once to everybody."""

from typing import Any

from bot.domain.agenda import following
from bot.domain.agenda.editing import check_closing, edited, tells, whole
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel import settings
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.meetings.standing_in import acts_for
from bot.domain.proposals.triage import needs_the_leader
from bot.domain.supplements.actions import CorrectItem, OpenSentItem, TakeUpItem, WithdrawItem
from bot.domain.supplements.notices import SupplementNotice
from bot.domain.supplements.rules import LONGEST_REASON
from bot.usecases import made_public
from bot.usecases.agenda.origins import proposal_of
from bot.usecases.agenda.views import seen_items
from bot.usecases.approval import copying
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import is_secretariat, require_secretariat
from bot.usecases.supplements import loading
from bot.usecases.supplements.loading import Sent, ahead
from bot.usecases.telling import tell_changed
from cards.kit.elements import Card
from cards.kit.words import listing, say
from cards.supplements import item as cards
from storage import agenda as agendas


async def open_item(desk: Desk, actor: str, action: OpenSentItem) -> Card:
    """The item with what can still be done about it."""
    return await show_item(desk, actor, await ahead(desk, action.meeting), action.position)


async def as_refused(desk: Desk, actor: str, action: CorrectItem | WithdrawItem | TakeUpItem) -> Card | None:
    """The item as it stands, with what was typed, to those who may change it."""
    found = await ahead(desk, action.meeting)
    if not is_secretariat(desk, actor) or action.position is None:
        return None
    typed = None if isinstance(action, TakeUpItem) else action
    return await show_item(desk, actor, found, action.position, typed=typed)


async def show_item(
    desk: Desk,
    actor: str,
    found: Sent,
    position: int | None,
    *above: str,
    typed: CorrectItem | WithdrawItem | None = None,
) -> Card:
    """The item to those who may change it, else a Refusal."""
    if position is None:
        raise Refusal("late_no_position", field="position")
    item = following.sent_item(found.agenda, position)
    if not is_secretariat(desk, actor):
        await _require_leader(desk, actor, found, item)
    (seen,) = await seen_items(desk, actor, found.meeting, [item])
    return cards.sent_item(found.agenda, found.meeting, seen, position, above=above, typed=typed)


async def withdraw(desk: WritingDesk, actor: str, action: WithdrawItem) -> Card:
    """The item is not taken up, and keeps its number."""
    found = await _checked(desk, actor, action.meeting, action.revision)
    item = following.sent_item(found.agenda, action.position)
    await _require_right(desk, actor, found, item, action.position)
    if item.content.is_closed and desk.is_public and action.reason.strip():
        raise Refusal("late_closed_here")
    following.check_withdrawable(found.agenda, action.position)
    reason = clean_text(action.reason, Term("supplement.field.reason"), LONGEST_REASON, required=False)
    if not reason and not (item.content.is_closed and desk.is_public):
        raise Refusal("late_reason", field="reason")
    changed = following.withdrawn(found.agenda, action.position, reason, by=actor, at=desk.now)
    after = await _keep(desk, actor, found, changed, item, "agenda.item_withdrawn", action.position, reason)
    done = say("supplement.done.withdrawn", punkt=action.position)
    return await show_item(desk, actor, after, action.position, done)


async def restore(desk: WritingDesk, actor: str, action: TakeUpItem) -> Card:
    """The item that was withdrawn (last) is taken up after all."""
    found = await ahead(desk, action.meeting)
    position = following.last_withdrawn(found.agenda) if action.position is None else action.position
    item = following.sent_item(found.agenda, position)
    await _require_right(desk, actor, found, item, position)
    changed = following.restored(found.agenda, position, by=actor, at=desk.now)
    after = await _keep(desk, actor, found, changed, item, "agenda.item_taken_up", position, "")
    return await show_item(desk, actor, after, position, say("supplement.done.restored", punkt=position))


async def correct(desk: WritingDesk, actor: str, typed: CorrectItem) -> Card:
    """Other attachments, another time, a slip of the pen; what changes nothing is told to nobody."""
    require_secretariat(desk, actor)
    action = whole(typed)
    found = await _checked(desk, actor, action.meeting, action.revision)
    item = following.sent_item(found.agenda, action.position)
    if item.content.is_closed and desk.is_public and tells(action):
        raise Refusal("closed_here")
    content = edited(item.content, action)
    check_closing(item, content)
    words = clean_text(action.reason, Term("supplement.field.reason"), LONGEST_REASON, required=False)
    changed = following.corrected(found.agenda, action.position, content, words, by=actor, at=desk.now)
    if changed is found.agenda:
        said = say("agenda.done.unchanged", punkt=action.position)
        return await show_item(desk, actor, found, action.position, said)
    after = await _keep(desk, actor, found, changed, item, "agenda.item_corrected", action.position, words)
    return await show_item(desk, actor, after, action.position, say("supplement.done.corrected", punkt=action.position))


async def attached(desk: WritingDesk, actor: str, meeting: Meeting, agenda: Agenda, item: AgendaItem) -> None:
    """Bilag of an item of a sent agenda were changed: told to everybody who got it, several of them at once."""
    changed = following.attached(agenda, item, by=actor, at=desk.now)
    if changed is agenda:
        await desk.tell_again(SupplementNotice.CHANGED, agenda.sent_version, meeting=meeting.id)
        return
    found = await loading.of(desk, meeting, agenda)
    position = following.place_of(changed.versions[-1], item.id)
    await _keep(desk, actor, found, changed, item, "agenda.attachments_changed", position, "")


async def follow(desk: WritingDesk, meeting: Meeting, agenda: Agenda) -> None:
    """Let what shows the agenda say how it is by now, and the bodies that have a copy get the new one."""
    await desk.tell_again(ApprovalNotice.AGENDA_SENT, meeting=meeting.id)
    await copying.follow(desk, meeting, agenda.sent_version)
    await made_public.follow(desk, meeting)


async def _checked(desk: Desk, actor: str, named: str | None, revision: int | None) -> Sent:
    """What was sent, as the form showed it; Refusal("stale.item") where somebody else was there first."""
    found = await ahead(desk, named)
    if revision not in (None, found.agenda.revision):
        raise Refusal("stale.item")
    return found


async def _require_right(desk: Desk, actor: str, found: Sent, item: AgendaItem, position: int) -> None:
    """What is set by right is the meeting leader's to let lapse; all else the secretariat's."""
    origin = await proposal_of(desk, item)
    if origin is None or not needs_the_leader(origin):
        require_secretariat(desk, actor)
        return
    leaders = settings.meeting_leaders(desk.forum, found.meeting)
    if not acts_for(desk.forum, found.meeting, actor, leaders, desk.today):
        if not is_secretariat(desk, actor):
            require_secretariat(desk, actor)
        raise Refusal("late_by_right", punkt=position, ledere=listing(map(desk.name_of, leaders)))


async def _require_leader(desk: Desk, actor: str, found: Sent, item: AgendaItem) -> None:
    """Whoever leads the meeting may let lapse what is set by right."""
    origin = await proposal_of(desk, item)
    leaders = settings.meeting_leaders(desk.forum, found.meeting)
    is_theirs = origin is not None and needs_the_leader(origin)
    if not is_theirs or not acts_for(desk.forum, found.meeting, actor, leaders, desk.today):
        require_secretariat(desk, actor)


async def _keep(
    desk: WritingDesk,
    actor: str,
    found: Sent,
    changed: Agenda,
    item: AgendaItem,
    what: str,
    position: int,
    words: str,
) -> Sent:
    """Store and log the new version, and tell everybody who got the agenda, once."""
    await agendas.put(desk.conn, changed)
    version = changed.sent_version
    entry = await desk.log(
        actor, what, meeting=changed.meeting, version=version, item=item.id, position=position, texts={"words": words}
    )
    about: dict[str, Any] = {"version": version, "entry": entry.seq, "hash": entry.hash}
    await desk.tell(SupplementNotice.CHANGED, version, meeting=changed.meeting, **about)
    await follow(desk, found.meeting, changed)
    origin = await proposal_of(desk, item)
    if origin is not None:
        await tell_changed(desk, origin)
    return Sent(meeting=found.meeting, agenda=changed, supplements=found.supplements)
