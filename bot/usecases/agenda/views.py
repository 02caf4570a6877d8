"""An agenda as somebody may see it here: the draft or what was sent, and what is closed taken out."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.changes import is_substance
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.agenda.template import template
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.composition.guests import coming
from bot.domain.filing.rules import usual_number
from bot.domain.filing.state import Cases
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.year.rota import turn_of
from bot.usecases.agenda.below import below
from bot.usecases.agenda.left_out import left_out
from bot.usecases.agenda.unread import unread_by
from bot.usecases.desk import Desk
from bot.usecases.made_public import agenda_standing, public_view
from bot.usecases.rights import is_secretariat, sees_closed
from bot.usecases.witness import witness_of
from cards.agenda import cards
from cards.agenda.departure import Departed
from cards.agenda.sent import Sent, sent
from cards.composition.guests import guests_words
from cards.kit.elements import Card
from cards.kit.words import say
from cards.proposals.closed import public
from storage import agenda as agendas
from storage import approval as approvals
from storage import composition, filing, minutes, proposals


async def draft_of(desk: Desk, meeting: Meeting) -> Agenda:
    """The meeting's agenda as it stands, with what its template puts on it; not yet stored where nothing else was."""
    stored = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if stored is not None and stored.sent_version:
        return stored
    draft = _blank(desk, meeting) if stored is None else stored
    earlier = await _awaiting(desk, meeting)
    if earlier is None:
        return draft
    return drafting.approving(draft, earlier.id, cards.approving(earlier), stands_for=cards.approves_minutes)


def _blank(desk: Desk, meeting: Meeting) -> Agenda:
    """What the meeting's template puts on it."""
    begins_with = template(desk.forum, meeting.day)
    recurring = [cards.recurring(each) for each in begins_with.recurring]
    return drafting.blank(desk.forum.id, meeting.id, cards.standing, fixed=begins_with.fixed, recurring=recurring)


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
        may_send=may_edit and _is_sent_by_hand(desk.forum, meeting) and desk.now < meeting.starts,
        departed=await departed(desk, meeting, agenda),
        guests=await guests_on(desk, meeting, agenda.items),
        below=await below(desk, actor, meeting, agenda.items),
        cases=await _cases(desk, actor, meeting),
    )


def _is_sent_by_hand(forum: Forum, meeting: Meeting) -> bool:
    """Whether an agenda leaves only by the secretariat's hand: nobody is asked about it, and no day sends it."""
    return settings.approval_mode(forum) is Mode.NONE and settings.dispatch_days(forum, meeting.day) is None


async def sent_card(
    desk: Desk, actor: str | None, meeting: Meeting, agenda: Agenda, *, without: tuple[str, ...] = ()
) -> Card:
    """What was sent and what is not on it; ValueError where nothing was. `without` are those who did not answer."""
    if agenda.sent is None:
        raise ValueError(f"the agenda of {agenda.meeting} was not sent")
    shown = Sent(
        agenda=agenda,
        meeting=meeting,
        items=await seen_items(desk, actor, meeting, agenda.sent.items),
        forum_name=desk.forum.name,
        host=host_of(desk, meeting),
        dispatch=_left_by(desk, meeting, agenda),
        without=without,
        left_out=await left_out(desk, actor, meeting, agenda, agenda.sent),
        is_approved=settings.approval_mode(desk.forum) is Mode.APPROVE and not without,
        witness=await witness_of(desk, ApprovalNotice.AGENDA_SENT, meeting.id),
        guests=await guests_on(desk, meeting, agenda.sent.items),
        below=await below(desk, actor, meeting, agenda.sent.items, agenda.sent_at),
        unread=await unread_by(desk, actor, meeting, agenda),
        serves=is_secretariat(desk, actor) and desk.now < meeting.starts,
        public=public_view(desk, meeting, await agenda_standing(desk, meeting, agenda)),
        cases=await _cases(desk, actor, meeting),
    )
    return sent(shown)


async def _cases(desk: Desk, actor: str | None, meeting: Meeting) -> Cases | None:
    """What the meeting is filed on, told to those who serve, in their own chat."""
    if desk.is_public or not is_secretariat(desk, actor):
        return None
    return await filing.cases(desk.conn, desk.forum.id, meeting.id, usual_number(desk.forum))


async def guests_on(desk: Desk, meeting: Meeting, items: Iterable[AgendaItem]) -> str | None:
    """Everybody who was invited to the meeting and is still, with the numbers of their items; None where nobody is."""
    guests = coming(await composition.guests_of(desk.conn, desk.forum.id, meeting.id))
    return guests_words(guests, {item.id: place for place, item in enumerate(items, start=1)}) if guests else None


def _left_by(desk: Desk, meeting: Meeting, agenda: Agenda) -> Deadline | None:
    """The deadline on whose day it left; a charter's version that was laid down since dates nothing anew."""
    dispatch = desk.timetable(meeting).dispatch
    left = None if agenda.sent_at is None else agenda.sent_at.astimezone(desk.forum.timezone).date()
    return dispatch if dispatch is not None and dispatch.day == left else None


def host_of(desk: Desk, meeting: Meeting) -> str | None:
    """The name of the meeting's host, or who is proposed; None in a forum whose charter knows no hosts."""
    host = desk.forum.organisation(meeting.host)
    if host is not None:
        return host.name
    if not settings.has_hosts(desk.forum):
        return None
    proposed = desk.forum.organisation(turn_of(desk.forum, meeting).host)
    return say("agenda.no_host") if proposed is None else say("agenda.host.proposed", vaert=proposed.name)


async def departed(desk: Desk, meeting: Meeting, agenda: Agenda) -> Departed | None:
    """What the newest version lacks of the draft, while another can still be sent; None where it lacks nothing."""
    found = drafting.departure(agenda)
    if not found or agenda.newest is None or desk.now >= meeting.starts:
        return None
    asked = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    return Departed(
        version=agenda.newest.number,
        changes=found,
        mode=settings.approval_mode(desk.forum),
        standpoint=None if asked is None else asked.standpoint,
        asks_anew=asked is not None
        and is_substance(drafting.departure_from(agenda, asked.first_version, asked.version)),
    )


async def open_meetings(desk: Desk) -> tuple[Meeting, ...]:
    """The meetings that have not begun and whose agenda was not sent, the next one first."""
    return tuple([each for each in desk.meetings_ahead() if not await is_sent(desk, each.id)])


async def is_sent(desk: Desk, meeting: str) -> bool:
    """Whether the agenda of that meeting was sent."""
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting)
    return agenda is not None and agenda.sent_version is not None


async def seen_items(
    desk: Desk, person: str | None, meeting: Meeting, items: Iterable[AgendaItem]
) -> tuple[AgendaItem, ...]:
    """The items as that person may see them here: closed ones are for the few, and only in a personal chat."""
    every = tuple(items)
    if sees_closed(desk, person, meeting):
        return every
    own = set() if desk.is_public else await _own(desk, person, every)
    return tuple(item if item.proposal in own else _neutral(item) for item in every)


def _neutral(item: AgendaItem) -> AgendaItem:
    """The item as everybody may see it: of a closed one not even why it came late or is gone."""
    if not item.content.is_closed:
        return item
    late, gone = item.late and replace(item.late, reason=""), item.gone and replace(item.gone, reason="")
    return replace(item, content=public(item.content), late=late, gone=gone)


async def _awaiting(desk: Desk, meeting: Meeting) -> Meeting | None:
    """The latest earlier meeting whose minutes were sent and wait for this one to approve them."""
    if settings.minutes_approval(desk.forum) != "next_meeting":
        return None
    earlier = await minutes.unapproved(desk.conn, desk.forum.id, before=meeting.starts)
    return None if earlier is None else desk.forum.meeting(earlier)


async def _own(desk: Desk, person: str | None, items: Iterable[AgendaItem]) -> set[int]:
    """The closed items' proposals that are the person's own."""
    closed = [item.proposal for item in items if item.content.is_closed and item.proposal is not None]
    found = [await proposals.by_id(desk.conn, desk.forum.id, each) for each in closed]
    return {proposal.id for proposal in found if proposal is not None and proposal.proposer == person}
