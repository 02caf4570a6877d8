"""An item that a meeting puts off comes onto the draft of the meeting it is put off to, and leaves it if it is not."""

from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.state import AgendaItem
from bot.domain.attachments.state import OfItem, owner_of
from bot.domain.kernel.danish import parse_date
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.state import Outcome, PutOff, Resolution
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.agenda.views import draft_of, open_meetings
from bot.usecases.carrying import carry, take_back
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.telling import tell_changed, tell_moved
from cards.proposals.triage import UNSETTLED
from storage import agenda as agendas
from storage import attachments, proposals

_LONGEST_DAY = 60  # characters


async def later_meetings(desk: Desk, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings after that one whose agenda was not sent, the next one first."""
    return tuple(each for each in await open_meetings(desk) if each.starts > meeting.starts)


async def meant(desk: Desk, meeting: Meeting, typed: str) -> Meeting | None:
    """The later meeting that is named by its id or its day, the next one where none is; None for one to be settled.

    Refusal("bad_later_meeting") or of a day that is none.
    """
    later = await later_meetings(desk, meeting)
    if typed == UNSETTLED:
        return None
    if not typed:
        return next(iter(later), None)
    is_known = desk.forum.meeting(typed) is not None or len(typed) > _LONGEST_DAY
    day = None if is_known else parse_date(typed, meeting.day)
    found = next((each for each in later if each.id == typed or each.day == day), None)
    if found is None:
        raise Refusal("bad_later_meeting", field="put_off_to")
    return found


async def follow(
    desk: WritingDesk, meeting: Meeting, item: AgendaItem, before: Resolution | None, after: Resolution
) -> Resolution:
    """The resolution with the item on the draft of the meeting it is put off to, and on no other one's any more."""
    was, now = None if before is None else before.put_off, after.put_off
    if was is not None and (now is None or was.meeting != now.meeting):
        await _take_off(desk, meeting, item, was)
        was = None
    if now is None or was is not None:
        return replace(after, put_off=now if was is None else was)
    return replace(after, put_off=await _put_on(desk, meeting, item, now))


def wanted(item: AgendaItem, outcome: Outcome | None, to: Meeting | None) -> PutOff | None:
    """Where the item is put off to; what every agenda has by itself goes nowhere."""
    if outcome is not Outcome.POSTPONED or to is None or not item.is_own:
        return None
    return PutOff(meeting=to.id)


async def _put_on(desk: WritingDesk, meeting: Meeting, item: AgendaItem, put_off: PutOff) -> PutOff:
    to = desk.meeting(put_off.meeting)
    agenda = await draft_of(desk, to)
    there = None if item.proposal is None else drafting.place_of(agenda, item.proposal)
    if there is not None:  # whoever had it put on again before
        return replace(put_off, item=agenda.items[there - 1].id)
    known = {each.id for each in agenda.items}
    longer = drafting.insert(agenda, item.content, proposal=item.proposal)
    await agendas.put(desk.conn, longer)
    await tell_moved(desk, agenda, longer)
    found = await _proposal(desk, item)
    if found is not None:
        moved = replace(found, meeting=to.id, postponed_from=found.meeting, status=ProposalStatus.ACCEPTED)
        await tell_changed(desk, await proposals.save(desk.conn, moved))
    new = next(each for each in longer.items if each.id not in known)
    if item.proposal is None:  # what belongs to a proposal goes with it
        await carry(desk, owner_of(meeting.id, item), desk, owner_of(to.id, new), meeting=to.id, item=new.id)
        await attachments.number(desk.conn, desk.forum.id, to.id, longer.items)
    return replace(put_off, item=new.id)


async def _take_off(desk: WritingDesk, meeting: Meeting, item: AgendaItem, put_off: PutOff) -> None:
    """Refusal("put_off_sent") where the agenda that it came onto was sent meanwhile."""
    agenda = await agendas.get(desk.conn, desk.forum.id, put_off.meeting)
    there = desk.forum.meeting(put_off.meeting)
    if agenda is not None and agenda.sent_version is not None and there is not None:
        raise Refusal("put_off_sent", field="outcome", moede_dato=there.day)
    if agenda is not None and any(each.id == put_off.item for each in agenda.items):
        shorter = drafting.with_items(agenda, [each for each in agenda.items if each.id != put_off.item])
        await agendas.put(desk.conn, shorter)
        await tell_moved(desk, agenda, shorter)
    if put_off.item is not None:
        await take_back(desk, OfItem(put_off.meeting, put_off.item))
    found = await _proposal(desk, item)
    if found is not None and found.meeting == put_off.meeting:
        back = replace(found, meeting=meeting.id, postponed_from=None, status=ProposalStatus.ACCEPTED)
        await tell_changed(desk, await proposals.save(desk.conn, back))


async def _proposal(desk: Desk, item: AgendaItem) -> Proposal | None:
    return None if item.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, item.proposal)
