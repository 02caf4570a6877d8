"""Cases that were sent on and not answered yet: the forum that takes over waits for the answers, and gets them."""

from dataclasses import replace
from uuid import uuid4

from bot.domain.kernel.handed import Fate, Handed, Note, Thing, numbered
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.domain.referrals.handing_on import handed_on, sent_by, taken_over
from bot.domain.referrals.state import Referral
from bot.usecases.beside import beside
from bot.usecases.desk import WritingDesk
from bot.usecases.proposals.handing_on import go_on
from bot.usecases.referrals.reminding import remind
from bot.usecases.telling import tell_changed
from storage import proposals
from storage import referrals as store


async def hand_on(desk: WritingDesk, heir: WritingDesk) -> tuple[Handed, ...]:
    """Let the heir wait for each; what it is to answer itself stays, since nobody asks themselves."""
    origins = await _gone_on(desk, heir)
    return tuple(
        [await _referral(desk, heir, each, origins) for each in await store.open_ones(desk.conn, desk.forum.id)]
    )


async def _gone_on(desk: WritingDesk, heir: WritingDesk) -> dict[str, int]:
    """The proposals that went on already, by their numbers here."""
    there = await proposals.awaiting(heir.conn, heir.forum.id)
    return {each.origin.number: each.id for each in there if each.origin and each.origin.forum == desk.forum.id}


async def _referral(desk: WritingDesk, heir: WritingDesk, old: Referral, origins: dict[str, int]) -> Handed:
    if old.receiver == heir.forum.id:
        return _stays(old, Note.OWN_ANSWER)
    try:
        there = None if old.receiver is None else await beside(desk, old.receiver)
    except Unreadable:  # nothing is written there; what it answers comes to the referral that it knows
        return _stays(old, Note.ANSWERED_HERE)
    proposal = await _origin(desk, heir, old, origins)
    number = await store.next_number(heir.conn, heir.forum.id, heir.now.year)
    new = taken_over(heir.forum, desk.forum, old, heir.now, number=number, proposal=proposal)
    new = await store.add(heir.conn, new, uuid4().hex)
    if there is not None:
        await _tell_receiver(desk, heir, there, old, new)
    await _close(desk, heir, old, new)
    await remind(heir, new)
    return Handed(
        thing=Thing.REFERRAL,
        fate=Fate.MOVED,
        title=old.details.title,
        is_closed=old.details.is_closed,
        was=numbered(old.number, old.year),
        now=numbered(new.number, new.year),
    )


def _stays(old: Referral, note: Note) -> Handed:
    title, was = old.details.title, numbered(old.number, old.year)
    is_closed = old.details.is_closed
    return Handed(thing=Thing.REFERRAL, fate=Fate.STAYS, title=title, is_closed=is_closed, was=was, note=note)


async def _origin(desk: WritingDesk, heir: WritingDesk, old: Referral, origins: dict[str, int]) -> int | None:
    """The heir's proposal that it came from, so that its proposer hears of the answer; what only waits goes on.

    What was withdrawn stays, since nobody waits for it.
    """
    came_from = None if old.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, old.proposal)
    if came_from is None or came_from.status is ProposalStatus.WITHDRAWN:
        return None
    number = numbered(came_from.number, came_from.year)
    if number not in origins:
        origins[number] = (await _go_on(desk, heir, came_from)).id
    return origins[number]


async def _go_on(desk: WritingDesk, heir: WritingDesk, old: Proposal) -> Proposal:
    """As one that was sent on; here it is closed only where it waited for nothing else."""
    waits = old.status is ProposalStatus.FORWARDED
    return await go_on(desk, heir, old, lambda new: replace(new, status=ProposalStatus.FORWARDED), closes=waits)


async def _tell_receiver(
    desk: WritingDesk, heir: WritingDesk, there: WritingDesk, old: Referral, new: Referral
) -> None:
    """What becomes of it there is told to the heir from now on."""
    received = None if old.received is None else await proposals.by_id(there.conn, there.forum.id, old.received)
    if received is None or received.sender is None:
        return
    stored = await proposals.save(there.conn, replace(received, sender=sent_by(heir.forum, received.sender, new)))
    await there.log(
        None,
        "proposal.sender_handed_over",
        number=stored.number,
        year=stored.year,
        revision=stored.revision,
        from_forum=desk.forum.id,
        to_forum=heir.forum.id,
        referral=numbered(new.number, new.year),
    )
    await tell_changed(there, stored)


async def _close(desk: WritingDesk, heir: WritingDesk, old: Referral, new: Referral) -> None:
    stored = await store.save(desk.conn, handed_on(heir.forum, desk.forum, old, desk.now))
    was, now = numbered(old.number, old.year), numbered(new.number, new.year)
    await desk.log(
        None,
        "referral.handed_on",
        number=stored.number,
        year=stored.year,
        revision=stored.revision,
        to_forum=heir.forum.id,
        to_number=now,
    )
    texts = {"question": new.details.question}
    facts = {"number": new.number, "year": new.year, "body": new.body, "receiver": new.receiver}
    await heir.log(None, "referral.taken_over", texts=texts, **facts, from_forum=desk.forum.id, from_number=was)
