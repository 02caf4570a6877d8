"""What a bilag belongs to as it stands now, who may add to it, and who may read what hangs on it."""

from dataclasses import dataclass

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.attachments.state import OfItem, OfProposal, Owner, owner_of
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.office import no_rights, office
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, Proposal, ProposalStatus
from bot.usecases.agenda.views import draft_of
from bot.usecases.attached import may_see
from bot.usecases.desk import Desk
from bot.usecases.proposals.places import place_of
from bot.usecases.rights import is_secretariat
from storage import proposals

_OVER = frozenset({ProposalStatus.WITHDRAWN, ProposalStatus.HANDED_ON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A proposal, or an item, or both; `agenda` and `position` where it stands on one."""

    owner: Owner
    content: Content
    proposal: Proposal | None = None
    meeting: Meeting | None = None
    agenda: Agenda | None = None
    item: AgendaItem | None = None
    position: int | None = None

    @property
    def is_sent(self) -> bool:
        """Whether the agenda that it stands on was sent."""
        return self.agenda is not None and self.agenda.sent is not None and self.position is not None


async def by_owner(desk: Desk, owner: Owner) -> Owned:
    """What that is now; Refusal("attachment_gone") where it is nowhere any more."""
    match owner:
        case OfProposal(ident):
            found = await proposals.by_id(desk.conn, desk.forum.id, ident)
            if found is None:
                raise Refusal("attachment_gone")
            return await of_proposal(desk, found)
        case OfItem(named, ident):
            meeting = desk.forum.meeting(named)
            if meeting is not None:
                agenda = await draft_of(desk, meeting)
                items = (*agenda.current, *agenda.items)
                place = next((at for at, each in enumerate(items, start=1) if each.id == ident), None)
                if place is not None:
                    return _of_item(meeting, agenda, items[place - 1], place)
            raise Refusal("attachment_gone")


async def of_proposal(desk: Desk, proposal: Proposal) -> Owned:
    """The proposal with its place on an agenda, where it has one."""
    place = await place_of(desk, proposal)
    return Owned(
        owner=OfProposal(proposal.id),
        content=proposal.content if place.item is None else place.item.content,
        proposal=proposal,
        meeting=place.meeting,
        agenda=place.agenda,
        item=place.item,
        position=place.position,
    )


async def at_position(desk: Desk, meeting: Meeting, position: int) -> Owned:
    """What stands there on the agenda as it is now; Refusal("no_item")."""
    agenda = await draft_of(desk, meeting)
    items = agenda.current
    if not 1 <= position <= len(items):
        raise Refusal("no_item", punkt=position, antal=len(items))
    item = items[position - 1]
    if item.proposal is not None:
        return await by_owner(desk, OfProposal(item.proposal))
    return _of_item(meeting, agenda, item, position)


async def sees(desk: Desk, person: str | None, owned: Owned, *, is_closed: bool) -> bool:
    """Whether the person may see here what hangs on it."""
    if not (is_closed or owned.content.is_closed):
        return True
    meeting = owned.meeting or desk.next_meeting()
    return may_see(desk, person, meeting, owned.proposal)


def may_add(desk: Desk, person: str, owned: Owned) -> bool:
    """Whether the person may add to it now."""
    try:
        require_may_add(desk, person, owned)
    except Refusal:
        return False
    return True


def require_may_add(desk: Desk, person: str, owned: Owned) -> None:
    """Its proposer until the agenda is sent, the secretariat until the meeting begins; else a Refusal says why not."""
    serves = is_secretariat(desk, person)
    is_own = owned.proposal is not None and owned.proposal.proposer == person
    if not serves and not is_own:
        raise no_rights(desk.forum, desk.today)
    if owned.proposal is not None and owned.proposal.status in _OVER:
        raise Refusal("attachment_over", nr=owned.proposal.number)
    if not owned.is_sent or owned.meeting is None:
        return
    if desk.now >= owned.meeting.starts:
        raise Refusal("attachment_begun", moede_dato=owned.meeting.day)
    if not serves:
        raise Refusal("attachment_sent", moede_dato=owned.meeting.day, kontor=office(desk.forum, desk.today))


def _of_item(meeting: Meeting, agenda: Agenda, item: AgendaItem, position: int) -> Owned:
    return Owned(
        owner=owner_of(meeting.id, item),
        content=item.content,
        meeting=meeting,
        agenda=agenda,
        item=item,
        position=position if position <= len(agenda.current) else None,
    )
