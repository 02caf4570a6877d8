"""A proposal as the place it is shown in may see it: ids become names, and what is closed is taken out."""

from bot.domain.funds.settings import lacks_parties
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.deadlines import Deadline, ends
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import office
from bot.domain.proposals.asked import asked_by, asked_of_funds
from bot.domain.proposals.proposers import right_to_propose
from bot.domain.proposals.rules import OTHER_BASIS, bases_of, parties, party_name, right_of
from bot.domain.proposals.scope import beyond_scope
from bot.domain.proposals.state import NOTHING_SAID, Proposal
from bot.domain.proposals.triage import Capacities
from bot.usecases.agenda.views import open_meetings
from bot.usecases.desk import Desk
from bot.usecases.leaders import ruler_name
from bot.usecases.rights import sees_closed
from cards.kit.words import listing, say
from cards.proposals.form import Offer
from cards.proposals.view import Beyond, ProposalView, redacted


def view_for(desk: Desk, actor: str, proposal: Proposal, capacities: Capacities) -> ProposalView:
    """The proposal as that person may see it here: what is closed, or said of it, is for those who treat it."""
    meeting = meeting_of(desk, proposal) or desk.next_meeting()
    sees = capacities.any or (meeting is not None and sees_closed(desk, actor, meeting))
    if proposal.content.is_closed and not sees:
        return redacted(proposal, office(desk.forum, desk.today))
    return view_of(desk, proposal, with_dialogue=capacities.any and not desk.is_overheard)


def view_of(desk: Desk, proposal: Proposal, *, with_dialogue: bool = False) -> ProposalView:
    """All of the proposal; of a closed one, where others may look on, no more than that it is there."""
    if proposal.content.is_closed and desk.is_public:
        return redacted(proposal, office(desk.forum, desk.today))
    meeting = meeting_of(desk, proposal)
    behalf = proposal.on_behalf_of
    return ProposalView(
        office=office(desk.forum, desk.today),
        forum=proposal.forum,
        number=proposal.number,
        year=proposal.year,
        revision=proposal.revision,
        status=proposal.status,
        content=proposal.content,
        by=_by(desk, proposal),
        organisation=_organisations(desk, proposal),
        behalf=None if behalf is None else party_name(desk.forum, behalf),
        basis=_basis(desk, proposal.content.basis),
        meeting=meeting,
        late=_missed(desk, proposal, meeting),
        right=_right(desk, proposal),
        beyond=_beyond(desk, proposal),
        lacks_parties=lacks_parties(desk.forum, proposal.content.fund_parties),
        words=proposal.words,
        dialogue=proposal.dialogue if with_dialogue else NOTHING_SAID,
        ruled_by=ruler_name(desk, proposal),
        sender=proposal.sender,
        origin=proposal.origin,
    )


def meeting_of(desk: Desk, proposal: Proposal) -> Meeting | None:
    """The meeting that the proposal is meant for, or None while it is meant for none that is still to be held."""
    return None if proposal.meeting is None else desk.forum.meeting(proposal.meeting)


def _by(desk: Desk, proposal: Proposal) -> str:
    """Whoever proposed it, by name: a person here, or the forum that sent it on."""
    if proposal.sender is not None:
        return proposal.sender.name
    return desk.name_of(proposal.proposer or "")


def _organisations(desk: Desk, proposal: Proposal) -> str:
    if proposal.proposer is None:
        return ""
    seats = desk.forum.seats_of(proposal.proposer, proposal.received_at.astimezone(desk.forum.timezone).date())
    names = dict.fromkeys(party_name(desk.forum, seat.organisation) for seat in seats)
    return listing(names) or desk.forum.name


def _basis(desk: Desk, basis: str | None) -> str | None:
    if basis == OTHER_BASIS:
        return say("proposal.basis.other")
    return None if basis is None else _basis_names(desk.forum.charter).get(basis, basis)


def _beyond(desk: Desk, proposal: Proposal) -> Beyond | None:
    """The area outside the charter's scope that it is about, with the charter's words on that."""
    charter = desk.forum.charter
    area = beyond_scope(charter, proposal.content)
    return None if area is None else Beyond(area=area, words=charter.scope.words)


def _missed(desk: Desk, proposal: Proposal, meeting: Meeting | None) -> Deadline | None:
    """The deadline that the proposal came after; a later meeting that it was moved to has another one."""
    deadline = None if meeting is None else desk.timetable(meeting).proposals
    if deadline is None or not proposal.after_deadline:
        return None
    return deadline if proposal.received_at >= ends(deadline, desk.forum.timezone) else None


def _right(desk: Desk, proposal: Proposal) -> str | None:
    """What the charter calls the circle by whose right it was set; a name where the charter has changed since."""
    if not proposal.by_right:
        return None
    day = proposal.received_at.astimezone(desk.forum.timezone).date()
    circle = right_of(desk.forum, proposal.proposer, proposal.on_behalf_of, proposal.content.basis, day)
    if circle is not None:
        return circle.name
    behalf = proposal.on_behalf_of
    return _by(desk, proposal) if behalf is None else party_name(desk.forum, behalf)


async def offer(desk: Desk, actor: str) -> Offer:
    """What the form lets that person choose here."""
    meetings = await open_meetings(desk)
    deadline = desk.timetable(meetings[0]).proposals if meetings else None
    return Offer(
        forum=desk.forum.name,
        office=office(desk.forum, desk.today),
        parties=parties(desk.forum, actor, desk.today),
        bases=bases(desk, actor),
        asked=asked_by(desk.forum.charter, asked_of_funds(desk.forum)),
        meetings=meetings,
        deadline=deadline,
        is_late=deadline is not None and desk.now >= ends(deadline, desk.forum.timezone),
        right=right_to_propose(desk.forum),
        is_public=desk.is_public,
    )


def bases(desk: Desk, actor: str) -> dict[str, str]:
    """What that person's proposal may rest on, by the charter; nothing where it knows no bases."""
    named = _basis_names(desk.forum.charter)
    spoken = {each: named[each] for each in bases_of(desk.forum, actor, desk.today)}
    return spoken | {OTHER_BASIS: say("proposal.basis.other")} if named else {}


def _basis_names(charter: Charter) -> dict[str, str]:
    return {basis.id: basis.name for basis in charter.agenda.bases}
