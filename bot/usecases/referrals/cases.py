"""The case that is meant: a proposal or an item, with what was resolved of it and the stations it has come by."""

from dataclasses import dataclass

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.stations import Stage, Station
from bot.domain.minutes import rules as minuting
from bot.domain.minutes.rules import blank, items_of
from bot.domain.minutes.state import Resolution
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.domain.referrals.actions import CaseAction
from bot.domain.referrals.state import Referral
from bot.usecases.agenda.views import draft_of
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.proposals.capacities import capacities_at
from bot.usecases.proposals.places import place_of
from bot.usecases.rights import sees_closed
from bot.usecases.telling_back import resolved_words
from storage import minutes as minutes_store
from storage import proposals
from storage import referrals as store

_DECIDED = {
    ProposalStatus.POSTPONED: Stage.POSTPONED,
    ProposalStatus.DECLINED: Stage.DECLINED,
    ProposalStatus.WITHDRAWN: Stage.WITHDRAWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What it says now, where it stands, and what was resolved; an item may have come from no proposal."""

    content: Content
    proposal: Proposal | None = None
    meeting: Meeting | None = None
    item: AgendaItem | None = None
    position: int | None = None
    resolution: Resolution | None = None

    @property
    def way(self) -> tuple[str, ...]:
        """The ids of the forums that it came by before this one."""
        sender = None if self.proposal is None else self.proposal.sender
        return () if sender is None else sender.way


async def case_of(desk: Desk, action: CaseAction) -> Case:
    """The case; Refusal where there is none."""
    if action.number is not None and action.meeting is not None:
        raise Refusal("bad_card")
    if action.number is not None:
        proposal = await proposals.by_number(desk.conn, desk.forum.id, action.number, action.year)
        if proposal is None:
            raise Refusal("unknown_proposal", nr=action.number)
        return await of_proposal(desk, proposal)
    if action.position is None:
        raise Refusal("bad_card")
    return await _of_item(desk, await _meeting(desk, action), action.position)


async def of_proposal(desk: Desk, proposal: Proposal) -> Case:
    """The case that a proposal is, as the agenda says it where it stands on one."""
    place = await place_of(desk, proposal)
    if place.meeting is None or place.item is None:
        return Case(content=proposal.content, proposal=proposal, meeting=place.meeting)
    return Case(
        content=place.item.content,
        proposal=proposal,
        meeting=place.meeting,
        item=place.item,
        position=place.position,
        resolution=await _resolution(desk, place.meeting, place.item),
    )


async def referrals_of(desk: Desk, case: Case) -> tuple[Referral, ...]:
    """Everything that the case became elsewhere, oldest first."""
    if case.proposal is not None:
        return await store.of_proposal(desk.conn, desk.forum.id, case.proposal.id)
    if case.meeting is None or case.item is None:
        return ()
    found = await store.of_meeting(desk.conn, desk.forum.id, case.meeting.id)
    return tuple(each for each in found if each.item == case.item.id)


def stations_here(desk: Desk, case: Case) -> tuple[Station, ...]:
    """The stations that the case has come by, up to now and up to here."""
    proposal, body, sender = case.proposal, desk.forum.name, None if case.proposal is None else case.proposal.sender
    found = [] if sender is None else list(sender.before)
    if proposal is not None:
        on = proposal.received_at.astimezone(desk.forum.timezone).date()
        stage = Stage.PROPOSED if sender is None else Stage.RECEIVED
        by = "" if proposal.proposer is None else desk.name_of(proposal.proposer)
        found.append(Station(body=body, stage=stage, on=on, by=by))
        if proposal.status in _DECIDED:
            stage, put_off = _DECIDED[proposal.status], proposal.status is ProposalStatus.POSTPONED
            meeting = case.meeting or desk.forum.meeting(proposal.meeting or "")
            day = meeting.day if meeting is not None and put_off else None
            found.append(Station(body=body, stage=stage, meeting=day, words=proposal.words))
    if case.meeting is not None and case.position is not None:
        found.append(Station(body=body, stage=Stage.ON_AGENDA, meeting=case.meeting.day, position=case.position))
        if case.resolution is not None:
            words = resolved_words(case.resolution)
            found.append(Station(body=body, stage=Stage.RESOLVED, on=case.meeting.day, words=words))
    return tuple(found)


async def sees(desk: Desk, actor: str, case: Case) -> bool:
    """Whether that person may see here what a case says: of a closed one, whoever treats it or sees closed items."""
    if not case.content.is_closed:
        return True
    if desk.is_public:
        return False
    if case.proposal is not None:
        return capacities_at(desk, actor, case.proposal, await place_of(desk, case.proposal)).any or (
            case.meeting is not None and sees_closed(desk, actor, case.meeting)
        )
    return case.meeting is not None and sees_closed(desk, actor, case.meeting)


async def _of_item(desk: Desk, meeting: Meeting, position: int) -> Case:
    items = await items_of_meeting(desk, meeting)
    if not 1 <= position <= len(items):
        raise Refusal("minutes_no_item", punkt=position)
    item = items[position - 1]
    proposal = None if item.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, item.proposal)
    return Case(
        content=item.content,
        proposal=proposal,
        meeting=meeting,
        item=item,
        position=position,
        resolution=await _resolution(desk, meeting, item),
    )


async def items_of_meeting(desk: Desk, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """What the meeting's minutes are, or will be, about."""
    stored = await minutes_store.get(desk.conn, desk.forum.id, meeting.id)
    return items_of(await draft_of(desk, meeting), stored or blank(desk.forum.id, meeting.id))


async def _resolution(desk: Desk, meeting: Meeting, item: AgendaItem) -> Resolution | None:
    stored = await minutes_store.get(desk.conn, desk.forum.id, meeting.id)
    return None if stored is None else minuting.resolution_of(stored, item.id)


async def _meeting(desk: Desk, action: CaseAction) -> Meeting:
    """The meeting that is named; else the latest that has begun where something was resolved, else the nearest."""
    if action.meeting is not None:
        return meeting_meant(desk, action.meeting, looks_back=action.resolved)
    last, coming = desk.last_meeting(), desk.next_meeting()
    if last is None or coming is None or action.resolved:
        found = last or coming
        if found is None:
            raise Refusal("no_meeting", forum=desk.forum.name)
        return found
    return last if desk.today - last.day <= coming.day - desk.today else coming
