"""What an offer is named by: the forum's own meetings and people, and titles as whoever asks may see them."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.duties.actions import DutyAction
from bot.domain.kernel.action import Action, MeetingAction
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.actions import ProposalAction
from bot.usecases.agenda.views import draft_of, seen_items
from bot.usecases.desk import Desk
from cards.kit.naming import Naming
from storage import duties, proposals


def naming_of(desk: Desk) -> Naming:
    """The names as that desk knows them, without any title."""
    return Naming(
        forum=desk.forum,
        today=desk.today,
        next=desk.next_meeting(),
        last=desk.last_meeting(),
        name_of=desk.name_of,
    )


async def naming_for(desk: Desk, actor: str, offers: Iterable[Action]) -> Naming:
    """The names with the titles of what is offered: a closed item's is neutral to whoever may not read it there."""
    offered = tuple(offers)
    named = naming_of(desk)
    meeting = next((found for each in offered if (found := _agenda_meant(named, each)) is not None), None)
    items = () if meeting is None else await _titles(desk, actor, meeting)
    return replace(
        named,
        agenda_of=None if meeting is None else meeting.id,
        items=items,
        proposals=await _of_proposals(desk, offered),
        tasks=await _of_duties(desk, offered),
    )


def _agenda_meant(named: Naming, action: Action) -> Meeting | None:
    """The meeting of which the action means an item."""
    if not isinstance(action, MeetingAction) or not isinstance(getattr(action, "position", None), int):
        return None
    return named.meeting(action.meeting, named.next)


async def _titles(desk: Desk, actor: str, meeting: Meeting) -> tuple[str, ...]:
    agenda = await draft_of(desk, meeting)
    return tuple(each.content.title for each in await seen_items(desk, actor, meeting, agenda.current))


async def _of_proposals(desk: Desk, offered: Iterable[Action]) -> dict[tuple[int, int], str]:
    """The titles of those that are open to everybody."""
    found = {}
    for each in offered:
        if isinstance(each, ProposalAction):
            proposal = await proposals.by_number(desk.conn, desk.forum.id, each.number, each.year)
            if proposal is not None and not proposal.content.is_closed:
                found[proposal.number, proposal.year] = proposal.content.title
    return found


async def _of_duties(desk: Desk, offered: Iterable[Action]) -> dict[tuple[int, int], str]:
    """The same of duties."""
    found = {}
    for each in offered:
        if isinstance(each, DutyAction):
            duty = await duties.by_number(desk.conn, desk.forum.id, each.number, each.year)
            if duty is not None and not duty.is_closed:
                found[duty.number, duty.year] = duty.title
    return found
