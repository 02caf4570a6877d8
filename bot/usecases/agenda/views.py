"""An agenda as somebody may see it here: the draft or what was sent, and what is closed taken out."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.changes import is_substance
from bot.domain.agenda.state import Agenda, AgendaItem, Standing
from bot.domain.agenda.template import template
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.composition.guests import coming
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.year.rota import turn_of
from bot.usecases.agenda.left_out import left_out
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat, sees_closed
from bot.usecases.witness import witness_of
from cards.agenda import cards
from cards.agenda.departure import Departed
from cards.composition.guests import guests_words
from cards.kit.elements import Card
from cards.kit.words import say
from cards.proposals.closed import public
from storage import agenda as agendas
from storage import approval as approvals
from storage import composition, minutes, proposals


async def draft_of(desk: Desk, meeting: Meeting) -> Agenda:
    """The meeting's agenda as it stands, with what its template puts on it; not yet stored where nothing else was."""
    stored = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if stored is not None and (stored.sent_version or drafting.has_standing(stored, Standing.APPROVE_MINUTES)):
        return stored
    begins_with = template(desk.forum, meeting.day)
    with_minutes = Standing.APPROVE_MINUTES in begins_with.fixed and await _minutes_await_approval(desk, meeting)
    if stored is None:
        recurring = [cards.recurring(each) for each in begins_with.recurring]
        return drafting.blank(
            desk.forum.id,
            meeting.id,
            cards.standing,
            with_minutes=with_minutes,
            fixed=begins_with.fixed,
            recurring=recurring,
        )
    return drafting.with_standing(stored, Standing.APPROVE_MINUTES, cards.standing) if with_minutes else stored


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
    return cards.sent(
        agenda,
        meeting,
        await seen_items(desk, actor, meeting, agenda.sent.items),
        forum_name=desk.forum.name,
        host=host_of(desk, meeting),
        dispatch=_left_by(desk, meeting, agenda),
        without=without,
        left_out=await left_out(desk, actor, meeting, agenda, agenda.sent),
        is_approved=settings.approval_mode(desk.forum) is Mode.APPROVE and not without,
        witness=await witness_of(desk, ApprovalNotice.AGENDA_SENT, meeting.id),
        guests=await guests_on(desk, meeting, agenda.sent.items),
    )


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
    return tuple(item if item.proposal in own else replace(item, content=public(item.content)) for item in every)


async def _minutes_await_approval(desk: Desk, meeting: Meeting) -> bool:
    """Whether minutes of an earlier meeting were sent that this meeting is to approve."""
    if settings.minutes_approval(desk.forum) != "next_meeting":
        return False
    return await minutes.any_unapproved(desk.conn, desk.forum.id, before=meeting.starts)


async def _own(desk: Desk, person: str | None, items: Iterable[AgendaItem]) -> set[int]:
    """The closed items' proposals that are the person's own."""
    closed = [item.proposal for item in items if item.content.is_closed and item.proposal is not None]
    found = [await proposals.by_id(desk.conn, desk.forum.id, each) for each in closed]
    return {proposal.id for proposal in found if proposal is not None and proposal.proposer == person}
