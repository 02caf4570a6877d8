"""A case that another forum sent here goes on in a third one: whoever sent it hears that, and waits for that one."""

from bot.domain.kernel.stations import Stage, Station
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.proposals.state import Proposal
from bot.domain.referrals.handing_on import redirected
from bot.usecases.beside import beside
from bot.usecases.desk import WritingDesk
from bot.usecases.telling_back import tell_back
from storage import referrals as store


async def redirect(desk: WritingDesk, heir: WritingDesk, old: Proposal, new: Proposal) -> None:
    """From now on the heir's proposal is the one that answers; of what nobody sent there is nothing to tell."""
    sender = old.sender
    if sender is None:
        return
    await tell_back(desk, old, Station(body=desk.forum.name, stage=Stage.SENT_ON, on=desk.today, to=heir.forum.name))
    try:
        there = await beside(desk, sender.forum)
    except Unreadable:  # it is logged that it was not told
        return
    referral = await store.by_number(there.conn, there.forum.id, sender.number, sender.year)
    if referral is None:
        return
    stored = await store.save(there.conn, redirected(heir.forum, referral, new.id))
    facts = {name: getattr(stored, name) for name in ("number", "year", "revision", "receiver")}
    await there.log(None, "referral.redirected", **facts, from_forum=desk.forum.id)
