"""Who is told of a proposal: its meeting's post, each of the secretariat, and its proposer."""

from bot.domain.agenda.notices import AgendaNotice
from bot.domain.agenda.state import Agenda
from bot.domain.kernel import settings
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.proposals.state import Proposal
from bot.usecases.desk import WritingDesk
from bot.usecases.telling_back import tell_decided
from storage.outbox import notices


async def tell_received(desk: WritingDesk, proposal: Proposal) -> None:
    """A new one: shown in the channel, and news to each of the secretariat but for one who proposed it."""
    await _show(desk, proposal)
    for person in settings.secretariat(desk.forum, desk.today):
        if person != proposal.proposer:
            await desk.tell(
                ProposalNotice.RECEIVED,
                proposal.id,
                recipient=person,
                proposal=proposal.id,
                under=proposal.meeting,
            )


async def tell_changed(desk: WritingDesk, proposal: Proposal) -> None:
    """One that was treated or changed: what shows it is kept up to date, and calls nobody."""
    await _show(desk, proposal)
    await tell_left_out(desk, proposal)


async def tell_left_out(desk: WritingDesk, proposal: Proposal) -> None:
    """One that did not come with the agenda: what each of the secretariat has of it is kept up to date."""
    for person in settings.secretariat(desk.forum, desk.today):
        await desk.tell_again(ProposalNotice.RECEIVED, proposal.id, recipient=person)


async def tell_rescheduled(desk: WritingDesk, proposal: Proposal) -> None:
    """Its meeting was changed: whatever names the meeting's day is kept up to date, and calls nobody."""
    await desk.tell_again(ProposalNotice.PROPOSAL, proposal.id)
    await tell_left_out(desk, proposal)


async def tell_moved(desk: WritingDesk, before: Agenda, after: Agenda) -> None:
    """What names a proposal's item by its number is kept up to date where a draft's order changed."""
    places, was = _places(after), _places(before)
    if any(places.get(proposal) != place for proposal, place in was.items()):
        kind, meeting = AgendaNotice.ITEM_CHANGED, after.meeting
        await notices.redraw(desk.conn, desk.forum.id, meeting, kind, soon=desk.soon())


async def tell_outcome(desk: WritingDesk, actor: str | None, proposal: Proposal) -> None:
    """What was decided, to the proposer, unless they did it themselves, or to the forum that sent it."""
    if proposal.proposer is None:
        await tell_decided(desk, proposal)
    elif actor != proposal.proposer:
        await desk.tell(
            ProposalNotice.OUTCOME,
            proposal.id,
            proposal.revision,
            recipient=proposal.proposer,
            proposal=proposal.id,
            revision=proposal.revision,
            decided=proposal.status.value,
            under=proposal.meeting,
        )


async def _show(desk: WritingDesk, proposal: Proposal) -> None:
    """On its meeting's post; while it has no meeting, on a post of its own, which is kept up to date for good."""
    meeting = proposal.meeting
    if meeting is None or desk.forum.meeting(meeting) is None:
        await desk.tell(ProposalNotice.PROPOSAL, proposal.id, proposal=proposal.id)
    else:
        await desk.tell(MeetingNotice.POST, meeting=meeting)
        await desk.tell_again(ProposalNotice.PROPOSAL, proposal.id)


def _places(agenda: Agenda) -> dict[int, int]:
    return {item.proposal: at for at, item in enumerate(agenda.items) if item.proposal is not None}
