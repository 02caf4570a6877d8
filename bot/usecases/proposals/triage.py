"""Treating a proposal: the secretariat decides, the meeting leader where a right binds it, the proposer answers."""

from bot.domain.agenda import rules as drafting
from bot.domain.kernel.danish import parse_date
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.proposals import triage as triaging
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Elaborate,
    OpenTriage,
    Postpone,
    ProposalAction,
    Treatment,
    Withdraw,
)
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.domain.proposals.triage import Act, Capacities
from bot.usecases.agenda.views import draft_of, open_meetings
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals.capacities import later_meetings, meet, triage_card
from bot.usecases.proposals.views import meeting_of, place_on_agenda, view_of
from bot.usecases.telling import tell_changed, tell_outcome
from cards.kit.elements import Card
from cards.kit.words import say
from cards.proposals import triage as cards
from storage import agenda as agendas
from storage import proposals


async def accept(desk: WritingDesk, actor: str, action: Accept) -> Card:
    """Put it on the draft of its meeting's agenda; accepted again it stays where it is."""
    proposal, capacities = await meet(desk, actor, action)
    triaging.require(proposal, capacities, Act.ACCEPT)
    place = await place_on_agenda(desk, proposal)
    if proposal.status is ProposalStatus.ACCEPTED and place is not None:
        return _answer(desk, proposal, place=place)
    _check_current(proposal, action)
    meeting = await _meeting_for(desk, proposal)
    agenda = await draft_of(desk, meeting)
    if drafting.place_of(agenda, proposal.id) is None:
        agenda = drafting.include(agenda, proposal)
        await agendas.put(desk.conn, agenda)
    stored = await _settle(desk, actor, triaging.accepted(proposal, capacities, meeting.id), "proposal.accepted")
    return _answer(desk, stored, place=drafting.place_of(agenda, proposal.id))


async def ask_for_more(desk: WritingDesk, actor: str, action: AskForMore) -> Card:
    """Ask the proposer a question."""
    proposal, capacities = await _meet_current(desk, actor, action)
    stored = await _settle(desk, actor, triaging.asked(proposal, capacities, action.words), "proposal.asked")
    view = view_of(desk, stored)
    asked = say("proposal.done.asked", navn=view.by)
    return cards.settled(view, cards.outcome_words(view) if view.is_redacted else asked)


async def elaborate(desk: WritingDesk, actor: str, action: Elaborate) -> Card:
    """Take the proposer's answer."""
    proposal, capacities = await _meet_current(desk, actor, action)
    changed = triaging.elaborated(proposal, capacities, action.words, label=say("proposal.elaboration"))
    stored = await _settle(desk, actor, changed, "proposal.elaborated")
    return cards.settled(view_of(desk, stored), say("proposal.done.elaborated"))


async def postpone(desk: WritingDesk, actor: str, action: Postpone) -> Card:
    """Move it to a later meeting, or to none yet."""
    proposal, capacities = await _meet_current(desk, actor, action)
    triaging.require(proposal, capacities, Act.POSTPONE)
    meeting = _later(desk, await later_meetings(desk, proposal), action.meeting)
    changed = triaging.postponed(proposal, capacities, None if meeting is None else meeting.id, action.words)
    await _take_off(desk, proposal)
    if proposal.meeting is not None:
        await desk.tell_again(MeetingNotice.POST, meeting=proposal.meeting)  # it stands there no more
    return _answer(desk, await _settle(desk, actor, changed, "proposal.postponed"))


async def decline(desk: WritingDesk, actor: str, action: Decline) -> Card:
    """Do not put it on the agenda."""
    proposal, capacities = await _meet_current(desk, actor, action)
    changed = triaging.declined(proposal, capacities, action.words)
    await _take_off(desk, proposal)
    return _answer(desk, await _settle(desk, actor, changed, "proposal.declined"))


async def withdraw(desk: WritingDesk, actor: str, action: Withdraw) -> Card:
    """The proposer takes it back, as long as no agenda with it was sent."""
    proposal, capacities = await _meet_current(desk, actor, action)
    changed = triaging.withdrawn(proposal, capacities)
    await _take_off(desk, proposal)
    view = view_of(desk, await _settle(desk, actor, changed, "proposal.withdrawn"))
    return cards.settled(view, say("proposal.done.withdrawn", titel=view.title))


async def as_refused(desk: Desk, actor: str, action: OpenTriage | Treatment) -> Card:
    """The proposal as it stands, with the words that were typed where nobody else reads them."""
    proposal, capacities = await meet(desk, actor, action)
    is_hidden = desk.is_public and proposal.content.is_closed
    return await triage_card(desk, proposal, capacities, typed="" if is_hidden else getattr(action, "words", ""))


async def _meet_current(desk: Desk, actor: str, action: ProposalAction) -> tuple[Proposal, Capacities]:
    proposal, capacities = await meet(desk, actor, action)
    _check_current(proposal, action)
    return proposal, capacities


def _check_current(proposal: Proposal, action: ProposalAction) -> None:
    if action.revision not in (None, proposal.revision):
        raise Refusal("stale")


def _answer(desk: Desk, proposal: Proposal, *, place: int | None = None) -> Card:
    view = view_of(desk, proposal)
    return cards.settled(view, cards.outcome_words(view, place=place))


async def _settle(desk: WritingDesk, actor: str, changed: Proposal, what: str) -> Proposal:
    """Save what was decided and let the channel and, unless they did it themselves, the proposer know."""
    stored = await proposals.save(desk.conn, changed)
    facts = {name: getattr(stored, name) for name in ("number", "year", "revision", "meeting")}
    await desk.log(actor, what, **facts, texts={"words": stored.words})
    await tell_changed(desk, stored)
    await tell_outcome(desk, actor, stored)
    return stored


async def _meeting_for(desk: Desk, proposal: Proposal) -> Meeting:
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
    is_known = desk.forum.meeting(typed) is not None
    day = None if is_known else parse_date(typed, desk.today)
    found = next((each for each in meetings if each.id == typed or each.day == day), None)
    if found is None:
        raise Refusal("bad_later_meeting", field="meeting")
    return found


async def _take_off(desk: WritingDesk, proposal: Proposal) -> None:
    """Take an accepted proposal off the draft; Refusal("agenda_closed") where the agenda was sent with it."""
    meeting = meeting_of(desk, proposal)
    if proposal.status is not ProposalStatus.ACCEPTED or meeting is None:
        return
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if agenda is None:
        return
    if agenda.sent_version is not None:
        raise Refusal("agenda_closed", moede_dato=meeting.day)
    await agendas.put(desk.conn, drafting.exclude(agenda, proposal.id))
