"""What is open of proposals and items goes on in the forum that takes over, as proposals there with their history."""

from collections.abc import AsyncIterator, Callable
from typing import TypedDict
from uuid import uuid4

from bot.domain.agenda.state import AgendaItem
from bot.domain.attachments.state import OfProposal, Owner, owner_of
from bot.domain.kernel.handed import Fate, Handed, Note, Origin, Thing, numbered
from bot.domain.kernel.stations import Sender
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.handing_on import as_it_stood, handed_on, proposer_in, taken_over
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.carrying import carry
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.leaders import tell_leaders_again
from bot.usecases.redirecting import redirect
from bot.usecases.telling import tell_left_out, tell_outcome
from cards.kit.words import say
from storage import agenda as agendas
from storage import minutes, proposals


class _Whose(TypedDict):
    proposer: str | None
    behalf: str | None
    sender: Sender | None


async def hand_on(desk: WritingDesk, heir: WritingDesk) -> tuple[Handed, ...]:
    """Let the heir go on with all that nobody decided for good, with items of meetings to come and those put off."""
    moved = [await _proposal(desk, heir, each) for each in await undecided(desk)]
    put_off = [await _item(desk, heir, *each, Note.POSTPONED_IN_MINUTES) async for each in _postponed(desk)]
    drafted = [await _item(desk, heir, *each, Note.WAS_ON_AGENDA) async for each in _drafted(desk)]
    return (*moved, *put_off, *drafted)


async def undecided(desk: Desk) -> tuple[Proposal, ...]:
    """Every proposal that is still to be treated or waits for a meeting, oldest first."""
    found = list(await proposals.awaiting(desk.conn, desk.forum.id))
    for meeting in desk.meetings_ahead():
        there = await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id)
        found += [each for each in there if each.status is ProposalStatus.ACCEPTED]
    return tuple(sorted(found, key=lambda each: each.id))


async def go_on(
    desk: WritingDesk, heir: WritingDesk, old: Proposal, stands: Callable[[Proposal], Proposal], *, closes: bool = True
) -> Proposal:
    """Let the heir go on with one, which `stands` there as that says, and whose sender waits for the heir."""
    proposer, behalf = proposer_in(heir.forum, desk.forum, old, heir.now)
    origin = _origin(desk, numbered(old.number, old.year), old.proposer)
    number = await proposals.next_number(heir.conn, heir.forum.id, heir.now.year)
    whose = _Whose(proposer=proposer, behalf=behalf, sender=old.sender)
    new = taken_over(heir.forum, old.content, origin, number=number, now=heir.now, **whose)
    new = await _receive(heir, desk, stands(new))
    await _carry(desk, heir, OfProposal(old.id), new)
    await redirect(desk, heir, old, new)
    if closes:
        await _close(desk, heir, old, new)
    return new


async def _proposal(desk: WritingDesk, heir: WritingDesk, old: Proposal) -> Handed:
    put_off = say("proposal.waits.handed_on", forum=desk.forum.name)
    new = await go_on(desk, heir, old, lambda each: as_it_stood(each, old, put_off))
    is_own = old.sender is not None or proposer_in(heir.forum, desk.forum, old, heir.now)[0] is not None
    return Handed(
        thing=Thing.PROPOSAL,
        fate=Fate.MOVED,
        title=old.content.title,
        is_closed=old.content.is_closed,
        was=numbered(old.number, old.year),
        now=numbered(new.number, new.year),
        note=None if is_own else Note.NO_PROPOSER,
        about="" if new.origin is None else new.origin.whose,
    )


async def _close(desk: WritingDesk, heir: WritingDesk, old: Proposal, new: Proposal) -> None:
    """Close it where it was made, and let its proposer hear where it is; nobody else is told of each by itself."""
    told = say("proposal.words.handed_on", forum=heir.forum.name, nr=numbered(new.number, new.year))
    stored = await proposals.save(desk.conn, handed_on(old, told))
    await desk.log(
        None,
        "proposal.handed_on",
        number=stored.number,
        year=stored.year,
        revision=stored.revision,
        to_forum=heir.forum.id,
        to_number=new.number,
        to_year=new.year,
    )
    await desk.tell_again(ProposalNotice.PROPOSAL, stored.id)
    await tell_left_out(desk, stored)
    await tell_leaders_again(desk, stored)
    await tell_outcome(desk, None, stored)


async def _carry(desk: WritingDesk, heir: WritingDesk, owner: Owner, new: Proposal) -> None:
    """The bilag go with it."""
    await carry(desk, owner, heir, OfProposal(new.id), number=new.number, year=new.year)


async def _item(desk: WritingDesk, heir: WritingDesk, meeting: str, item: AgendaItem, note: Note) -> Handed:
    old = await _proposal_of(desk, item)
    proposer, behalf = (None, None) if old is None else proposer_in(heir.forum, desk.forum, old, heir.now)
    was = "" if old is None else numbered(old.number, old.year)
    origin = _origin(desk, was, None if old is None else old.proposer)
    number = await proposals.next_number(heir.conn, heir.forum.id, heir.now.year)
    whose = _Whose(proposer=proposer, behalf=behalf, sender=None if old is None else old.sender)
    new = taken_over(heir.forum, item.content, origin, number=number, now=heir.now, **whose)
    new = await _receive(heir, desk, new)
    await _carry(desk, heir, owner_of(meeting, item), new)
    if old is not None:
        await redirect(desk, heir, old, new)
        await _close(desk, heir, old, new)
    return Handed(
        thing=Thing.ITEM,
        fate=Fate.MOVED,
        title=item.content.title,
        is_closed=item.content.is_closed,
        was=was,
        now=numbered(new.number, new.year),
        note=note,
    )


async def _proposal_of(desk: Desk, item: AgendaItem) -> Proposal | None:
    return None if item.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, item.proposal)


async def _receive(heir: WritingDesk, desk: Desk, new: Proposal) -> Proposal:
    stored = await proposals.add(heir.conn, new, uuid4().hex)
    facts = {name: getattr(stored, name) for name in ("number", "year", "meeting", "on_behalf_of", "by_right")}
    origin = stored.origin
    await heir.log(
        None,
        "proposal.received",
        **facts,
        after_deadline=stored.after_deadline,
        from_forum=desk.forum.id,
        from_number=None if origin is None else origin.number,
    )
    return stored


def _origin(desk: Desk, number: str, proposer: str | None) -> Origin:
    whose = "" if proposer is None else desk.name_of(proposer)
    return Origin(forum=desk.forum.id, name=desk.forum.name, number=number, whose=whose)


async def _drafted(desk: Desk) -> AsyncIterator[tuple[str, AgendaItem]]:
    """What somebody put on the agenda of a meeting to come that came from no proposal, with the meeting."""
    ahead = [each.id for each in desk.meetings_ahead()]
    known = await agendas.of_meetings(desk.conn, desk.forum.id, ahead)
    for meeting in ahead:
        for item in known[meeting].items if meeting in known else ():
            if item.is_own and item.proposal is None:
                yield meeting, item


async def _postponed(desk: Desk) -> AsyncIterator[tuple[str, AgendaItem]]:
    """What the latest meeting put off, with that meeting; its minutes are the last word, sent or not."""
    last = desk.last_ended()
    if last is None:
        return
    record = await minutes.get(desk.conn, desk.forum.id, last.id)
    agenda = await agendas.get(desk.conn, desk.forum.id, last.id)
    if record is None or agenda is None:
        return
    stays = [each for each in record.resolutions if each.outcome is Outcome.POSTPONED and each.put_off is None]
    put_off = {each.item for each in stays}  # the others stand on the draft of a later meeting
    for item in agenda.current:
        old = await _proposal_of(desk, item)
        is_decided = old is None or old.status is ProposalStatus.ACCEPTED  # else it goes on as the proposal that it is
        if item.id in put_off and item.is_own and is_decided:
            yield last.id, item
