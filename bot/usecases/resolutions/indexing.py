"""What a meeting resolved is indexed as its minutes stand, in the transaction that changes them."""

from collections.abc import AsyncIterator, Collection, Iterator

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.rules import is_sent, items_of
from bot.domain.minutes.state import Minutes, Resolution
from bot.domain.proposals.rules import party_name
from bot.domain.proposals.state import Proposal
from bot.usecases.desk import Desk, WritingDesk
from storage import agenda as agendas
from storage import minutes as minutes_store
from storage import proposals
from storage import resolutions as store
from storage.resolutions import Indexed


async def index(desk: WritingDesk, agenda: Agenda, minutes: Minutes, before: Minutes | None = None) -> None:
    """Index the minutes; what they said `before` tells which words are new."""
    meeting = desk.forum.meeting(minutes.meeting) or desk.forum.cancelled_meeting(minutes.meeting)
    if meeting is None:
        return
    known = set() if before is None else {(each.item, said_of(each)) for each in before.resolutions}
    renewed = {each.item for each in minutes.resolutions if (each.item, said_of(each)) not in known}
    every = [*[each async for each in _items(desk, meeting, agenda, minutes)], *_additions(meeting, agenda, minutes)]
    await store.put_meeting(desk.conn, desk.forum.id, meeting.id, every, renewed if before is not None else ())


async def index_anew(desk: WritingDesk) -> int:
    """Index everything that the forum has resolved; how many minutes there are."""
    meetings = [each.id for each in (*desk.forum.meetings, *desk.forum.cancelled)]
    found = [each for name in meetings if (each := await minutes_store.get(desk.conn, desk.forum.id, name))]
    for minutes in found:
        agenda = await agendas.get(desk.conn, desk.forum.id, minutes.meeting)
        if agenda is not None:
            await index(desk, agenda, minutes)
    return len(found)


def said_of(resolution: Resolution) -> str:
    """What the minutes say was resolved."""
    return resolution.sentence or resolution.words


async def _items(desk: Desk, meeting: Meeting, agenda: Agenda, minutes: Minutes) -> AsyncIterator[Indexed]:
    resolved = {each.item: each for each in minutes.resolutions}
    for place, item in enumerate(items_of(agenda, minutes), start=1):
        if item.id in resolved:
            yield Indexed(
                forum=desk.forum.id,
                meeting=meeting.id,
                item=item.id,
                place=place,
                starts=meeting.starts,
                is_closed=item.content.is_closed,
                is_sent=is_sent(minutes),
                proposal=item.proposal,
                texts={store.WORDS: said_of(resolved[item.id]), store.BODIES: await _bodies(desk, meeting, item)}
                | store.said_by(item),
            )


def _additions(meeting: Meeting, agenda: Agenda, minutes: Minutes) -> Iterator[Indexed]:
    """Corrections that everybody was told of; what is added to a closed item is as closed as that."""
    items = {item.id: item for item in items_of(agenda, minutes)}
    for number, remark in enumerate(minutes.remarks, start=1):
        if remark.is_addition:
            item = None if remark.item is None else items.get(remark.item)
            yield Indexed(
                forum=minutes.forum,
                meeting=meeting.id,
                remark=number,
                place=0,
                starts=meeting.starts,
                is_closed=item is not None and item.content.is_closed,
                is_sent=True,
                proposal=None if item is None else item.proposal,
                texts={store.WORDS: remark.words},
            )


async def _bodies(desk: Desk, meeting: Meeting, item: AgendaItem) -> str:
    """The organisations that the item names, and those that it came from."""
    found = None if item.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, item.proposal)
    return "\n".join((*item.content.fund_parties, *_senders(desk, meeting, found)))


def _senders(desk: Desk, meeting: Meeting, proposal: Proposal | None) -> Collection[str]:
    if proposal is None:
        return ()
    own = [] if proposal.proposer is None else desk.forum.seats_of(proposal.proposer, meeting.day)
    parties = [proposal.on_behalf_of] if proposal.on_behalf_of else [seat.organisation for seat in own]
    sender = [] if proposal.sender is None else [proposal.sender.name]
    return [*(party_name(desk.forum, each) for each in parties), *sender]
