"""Treating a proposal: the secretariat decides, the meeting leader where a right binds it, the proposer answers."""

from bot.domain.agenda import rules as drafting
from bot.domain.kernel.danish import parse_date
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.not_held import not_held
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.proposals import leading
from bot.domain.proposals import triage as triaging
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Conversing,
    Decline,
    Elaborate,
    Looking,
    Postpone,
    Treatment,
    Withdraw,
)
from bot.domain.proposals.notices import Event
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.domain.proposals.triage import Act
from bot.usecases.agenda.views import draft_of, open_meetings
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.leaders import ask_leaders, leader_names
from bot.usecases.proposals.capacities import (
    check_current,
    later_meetings,
    look,
    meet,
    meet_current,
    triage_card,
)
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.proposals.places import lacking_of, place_of
from bot.usecases.proposals.telling import settle, store, tell_secretariat
from bot.usecases.proposals.views import meeting_of, view_of
from bot.usecases.telling import tell_moved
from cards.kit.answers import IN_HAND
from cards.kit.elements import Card
from cards.kit.words import listing, say, served_by
from cards.proposals import triage as cards
from storage import agenda as agendas


async def accept(desk: WritingDesk, actor: str, action: Accept) -> Card:
    """Put it on the draft of its meeting's agenda; accepted again it stays where it is."""
    proposal, capacities = await meet(desk, actor, action)
    triaging.require(proposal, capacities, Act.ACCEPT)
    if proposal.status is ProposalStatus.ACCEPTED and (await place_of(desk, proposal)).item is not None:
        return await _on_agenda(desk, proposal)
    check_current(proposal, action)
    meeting = await meeting_for(desk, proposal)
    changed = triaging.accepted(proposal, capacities, meeting.id, action.words)
    await put_on_draft(desk, proposal, meeting)
    return await _on_agenda(desk, await settle(desk, actor, changed, "proposal.accepted"))


async def ask_for_more(desk: WritingDesk, actor: str, action: AskForMore) -> Card:
    """Ask the proposer a question."""
    proposal, capacities = await meet_current(desk, actor, action)
    stored = await settle(desk, actor, triaging.asked(proposal, capacities, action.words), "proposal.asked")
    view = view_of(desk, stored)
    asked = say("proposal.done.asked", navn=view.by)
    return cards.settled(view, cards.outcome_words(view) if view.is_redacted else asked)


async def elaborate(desk: WritingDesk, actor: str, action: Elaborate) -> Card:
    """Take the proposer's answer, which the secretariat hears."""
    proposal, capacities = await meet_current(desk, actor, action)
    changed = triaging.elaborated(proposal, capacities, action.words)
    answer = changed.dialogue.answers[-1].words
    stored = await store(desk, actor, changed, "proposal.elaborated", answer=answer)
    await tell_secretariat(desk, actor, stored, Event.ELABORATED)
    view = view_of(desk, stored)
    return cards.settled(view, say("proposal.done.elaborated", **served_by(view.office)))


async def postpone(desk: WritingDesk, actor: str, action: Postpone) -> Card:
    """Move it to a later meeting, or to none yet; of what is set by right the meeting leader is asked."""
    proposal, capacities = await meet_current(desk, actor, action)
    is_asked = triaging.asks_the_leader(proposal, capacities)
    triaging.require(proposal, capacities, Act.ASK_LEADER if is_asked else Act.POSTPONE)
    meeting = _later(desk, await later_meetings(desk, proposal), action.meeting)
    to = None if meeting is None else meeting.id
    if is_asked:
        return await _ask_leader(desk, actor, proposal, to, action.words)
    changed = _as_ruled(triaging.postponed(proposal, capacities, to, action.words), actor)
    return await leave_out(desk, actor, proposal, changed, "proposal.postponed")


async def decline(desk: WritingDesk, actor: str, action: Decline) -> Card:
    """Do not put it on the agenda; of what is set by right the meeting leader is asked whether it may wait."""
    proposal, capacities = await meet_current(desk, actor, action)
    if triaging.asks_the_leader(proposal, capacities) and proposal.status is not ProposalStatus.DECLINED:
        triaging.require(proposal, capacities, Act.ASK_LEADER)
        return await _ask_leader(desk, actor, proposal, None, action.words)
    changed = _as_ruled(triaging.declined(proposal, capacities, action.words), actor)
    return await leave_out(desk, actor, proposal, changed, "proposal.declined")


async def withdraw(desk: WritingDesk, actor: str, action: Withdraw) -> Card:
    """The proposer takes it back, as long as no agenda with it was sent."""
    proposal, capacities = await meet_current(desk, actor, action)
    changed = triaging.withdrawn(proposal, capacities, action.words)
    await take_off(desk, proposal)
    stored = await settle(desk, actor, changed, "proposal.withdrawn")
    await tell_secretariat(desk, actor, stored, Event.WITHDRAWN)
    view = view_of(desk, stored)
    return cards.settled(view, say("proposal.done.withdrawn", titel=view.title))


async def leave_out(desk: WritingDesk, actor: str, before: Proposal, changed: Proposal, what: str) -> Card:
    """Take it off the draft, if it is there, and tell what was decided."""
    await take_off(desk, before)
    if before.meeting not in (None, changed.meeting):
        await desk.tell_again(MeetingNotice.POST, meeting=before.meeting)  # it stands there no more
    view = view_of(desk, await settle(desk, actor, changed, what))
    return cards.settled(view, cards.outcome_words(view))


async def as_refused(desk: Desk, actor: str, action: Looking | Treatment | Conversing) -> Card:
    """The proposal as it stands, with the words that were typed; where others read them, they stay in the form."""
    proposal, capacities = await look(desk, actor, action)
    if desk.is_public and proposal.content.is_closed and action.words:
        return IN_HAND
    card = await triage_card(desk, actor, proposal, capacities, typed=action.words)
    return typed_on(desk, card) if action.words else card


async def put_on_draft(desk: WritingDesk, proposal: Proposal, meeting: Meeting) -> None:
    """Put it on the draft of that meeting's agenda, unless it stands there."""
    agenda = await draft_of(desk, meeting)
    if drafting.place_of(agenda, proposal.id) is None:
        longer = drafting.include(agenda, proposal)
        await agendas.put(desk.conn, longer)
        await tell_moved(desk, agenda, longer)


async def _ask_leader(desk: WritingDesk, actor: str, proposal: Proposal, to: str | None, reason: str) -> Card:
    stored = await ask_leaders(desk, actor, proposal, to, reason)
    words = say("proposal.done.leader_asked", ledere=listing(leader_names(desk, stored)))
    return cards.settled(view_of(desk, stored), words, is_done=False)


def _as_ruled(changed: Proposal, actor: str) -> Proposal:
    """With the name of the leader who settled it, where it is the leader's to settle."""
    return leading.ruled(changed, actor, stays=False) if triaging.needs_the_leader(changed) else changed


async def _on_agenda(desk: Desk, proposal: Proposal) -> Card:
    """Where it stands, and that a version which is asked about lacks it."""
    view, place = view_of(desk, proposal), await place_of(desk, proposal)
    words, lacking = cards.outcome_words(view, place=place.position), await lacking_of(desk, place)
    return cards.settled(view, words, *lacking.words, sending=lacking.button)


async def meeting_for(desk: Desk, proposal: Proposal) -> Meeting:
    """The meeting that an accepted proposal goes to: its own, or the next that takes items where it has none."""
    meetings = await open_meetings(desk)
    own = meeting_of(desk, proposal)
    if own is None and not meetings:
        raise Refusal("no_meeting", forum=desk.forum.name)
    if own is None:
        return meetings[0]
    if own not in meetings:
        raise Refusal("agenda_closed", moede_dato=own.day)
    return own


def _later(desk: Desk, meetings: tuple[Meeting, ...], typed: str) -> Meeting | None:
    """The one that was chosen by its id or its day; None for one that is not yet settled."""
    if typed in ("", cards.UNSETTLED):
        return None
    gone = desk.forum.cancelled_meeting(typed)
    is_known = gone is not None or desk.forum.meeting(typed) is not None
    day = None if is_known else parse_date(typed, desk.today)
    found = next((each for each in meetings if each.id == typed or each.day == day), None)
    if found is None and day is not None and not desk.meetings_on(day):
        gone = desk.forum.cancelled_on(day)
    if gone is not None:
        raise not_held(desk.forum, gone.id, desk.next_meeting(), field="meeting")
    if found is None:
        raise Refusal("bad_later_meeting", field="meeting")
    return found


async def take_off(desk: WritingDesk, proposal: Proposal) -> None:
    """Take an accepted proposal off the draft; a draft that was sent stays as it was, since it left without it."""
    place = await place_of(desk, proposal)
    if place.agenda is not None and place.item is not None and not place.is_sent:
        shorter = drafting.exclude(place.agenda, proposal.id)
        await agendas.put(desk.conn, shorter)
        await tell_moved(desk, place.agenda, shorter)
