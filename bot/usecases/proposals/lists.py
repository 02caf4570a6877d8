"""The lists: one's own proposals with what became of them, and all that are open."""

from collections.abc import Iterable, Mapping

from bot.domain.agenda.state import Agenda
from bot.domain.kernel.settings import approval_mode
from bot.domain.minutes.state import Resolution
from bot.domain.proposals.actions import ShowMyProposals, ShowProposals
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.usecases.agenda.views import open_meetings
from bot.usecases.desk import Desk
from bot.usecases.proposals.capacities import capacities_at, offered
from bot.usecases.proposals.places import AgendaPlace, place_of, place_on
from bot.usecases.proposals.views import view_for, view_of
from cards.agenda.departure import how_it_stands
from cards.kit.elements import Card
from cards.proposals import lists as cards
from cards.proposals.fate import Fate, fate
from cards.proposals.lists import Listed
from storage import agenda as agendas
from storage import approval as approvals
from storage import minutes, proposals

_MOST_SHOWN = 20


async def show_mine(desk: Desk, actor: str, action: ShowMyProposals) -> Card:
    """The person's newest proposals, each with what became of it."""
    newest = await proposals.of_proposer(desk.conn, desk.forum.id, actor, most=_MOST_SHOWN)
    meetings = {each.meeting for each in newest if each.status is ProposalStatus.ACCEPTED and each.meeting}
    drafts = await agendas.of_meetings(desk.conn, desk.forum.id, meetings)
    resolved = await minutes.resolutions(desk.conn, desk.forum.id, meetings)
    return cards.mine([await _own(desk, actor, each, drafts, resolved) for each in newest])


async def show_open(desk: Desk, actor: str, action: ShowProposals) -> Card:
    """All that await treatment, and those on a draft of which a change is suggested."""
    found = await proposals.awaiting(desk.conn, desk.forum.id, most=_MOST_SHOWN + 1)
    on_drafts = [each for each in await _on_drafts(desk) if each.dialogue.change or each.dialogue.leader]
    shown = [*found[:_MOST_SHOWN], *on_drafts]
    listed = [await _open(desk, actor, each) for each in shown]
    return cards.open_ones(listed, has_more=len(found) > _MOST_SHOWN)


async def _on_drafts(desk: Desk) -> list[Proposal]:
    every = [
        each
        for meeting in await open_meetings(desk)
        for each in await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id)
    ]
    return [each for each in every if each.status is ProposalStatus.ACCEPTED]


async def _open(desk: Desk, actor: str, proposal: Proposal) -> Listed:
    capacities = capacities_at(desk, actor, proposal, await place_of(desk, proposal))
    return Listed(view=view_for(desk, actor, proposal, capacities), acts=offered(desk, proposal, capacities))


async def _own(
    desk: Desk,
    actor: str,
    proposal: Proposal,
    drafts: Mapping[str, Agenda],
    resolved: Mapping[str, tuple[Resolution, ...]],
) -> Listed:
    is_on_agenda = proposal.status is ProposalStatus.ACCEPTED
    place = place_on(desk, proposal, drafts.get(proposal.meeting or "")) if is_on_agenda else AgendaPlace()
    view = view_of(desk, proposal, with_dialogue=not desk.is_overheard)
    capacities = capacities_at(desk, actor, proposal, place)
    told = "" if view.is_redacted else fate(view, await _fate(desk, place, resolved.get(proposal.meeting or "", ())))
    return Listed(view=view, fate=told, acts=offered(desk, proposal, capacities))


async def _fate(desk: Desk, place: AgendaPlace, resolved: Iterable[Resolution]) -> Fate:
    item = None if place.item is None else place.item.id
    lacking = None if place.missing_from is None else place.meeting
    current = None if lacking is None else await approvals.newest(desk.conn, desk.forum.id, lacking.id)
    return Fate(
        position=place.position,
        is_sent=place.is_sent,
        is_gone=place.item is not None and place.item.gone is not None,
        missing_from=place.missing_from,
        resolution=next((each for each in resolved if each.item == item), None),
        version_stands=how_it_stands(approval_mode(desk.forum), None if current is None else current.standpoint),
    )
