"""Who hears of what was done to a proposal: the channel's card, its proposer and the secretariat, never who did it."""

from collections.abc import Iterable

from bot.domain.kernel import settings
from bot.domain.proposals.notices import Event, ProposalNotice
from bot.domain.proposals.state import Proposal
from bot.usecases.desk import WritingDesk
from bot.usecases.leaders import tell_leaders_again
from bot.usecases.telling import tell_changed, tell_outcome
from storage import proposals


async def store(desk: WritingDesk, actor: str | None, changed: Proposal, what: str, **texts: str) -> Proposal:
    """Save and log what was done, and keep the channel's card up to date."""
    stored = await proposals.save(desk.conn, changed)
    facts = {name: getattr(stored, name) for name in ("number", "year", "revision", "meeting")}
    await desk.log(actor, what, **facts, texts={"words": stored.words} | texts)
    await tell_changed(desk, stored)
    await tell_leaders_again(desk, stored)
    return stored


async def settle(desk: WritingDesk, actor: str | None, changed: Proposal, what: str) -> Proposal:
    """The same for what was decided, which the proposer hears."""
    stored = await store(desk, actor, changed, what)
    await tell_outcome(desk, actor, stored)
    return stored


async def tell_secretariat(
    desk: WritingDesk, actor: str, proposal: Proposal, what: Event, changed: Iterable[str] = ()
) -> None:
    """The secretariat hears of it, but for whoever did it."""
    people = [each for each in settings.secretariat(desk.forum, desk.today) if each != actor]
    await desk.tell_each(
        people,
        ProposalNotice.NEWS,
        *_about(proposal),
        what.value,
        proposal=proposal.id,
        under=proposal.meeting,
        what=what.value,
        changed=list(changed),
    )


async def tell_proposer(
    desk: WritingDesk, actor: str, proposal: Proposal, what: Event, changed: Iterable[str], words: str
) -> None:
    """The proposer hears what was changed, unless they did it themselves."""
    if proposal.proposer not in (None, actor):
        await desk.tell(
            ProposalNotice.CHANGED,
            *_about(proposal),
            what.value,
            recipient=proposal.proposer,
            proposal=proposal.id,
            under=proposal.meeting,
            what=what.value,
            changed=list(changed),
            words=words,
        )


def _about(proposal: Proposal) -> tuple[object, ...]:
    return proposal.id, proposal.revision
