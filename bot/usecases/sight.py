"""Who may see what of an agenda here: closed items are for the few, and only in a personal chat."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain import settings
from bot.domain.agenda import AgendaItem
from bot.domain.changes import Change, public_changes
from bot.domain.closed import public
from bot.domain.meeting import Meeting
from bot.domain.proposal import Proposal
from bot.domain.refusal import Refusal
from bot.usecases.desk import Desk
from storage import proposals


def is_secretariat(desk: Desk, person: str | None) -> bool:
    """Whether the person serves the forum today."""
    return person is not None and person in settings.secretariat(desk.forum, desk.today)


def require_secretariat(desk: Desk, person: str) -> None:
    """Refusal("no_rights") unless the person serves the forum today."""
    if not is_secretariat(desk, person):
        raise Refusal("no_rights", forum=desk.forum.name)


def require_seat(desk: Desk, person: str) -> None:
    """Refusal("unknown_user") unless the person has a seat today: whose seat has ended is a member no more."""
    if not any(desk.forum.seats_of(person, desk.today)):
        raise Refusal("unknown_user", forum=desk.forum.name)


def sees_closed(desk: Desk, person: str | None, meeting: Meeting) -> bool:
    """Whether the person may see closed items here: the secretariat, those who lead the meeting, and the approvers."""
    if desk.is_public or person is None:
        return False
    leading = settings.meeting_leaders(desk.forum, meeting), settings.approvers(desk.forum, meeting)
    return is_secretariat(desk, person) or any(person in each for each in leading)


async def seen_items(
    desk: Desk, person: str | None, meeting: Meeting, items: Iterable[AgendaItem]
) -> tuple[AgendaItem, ...]:
    """The items as that person may see them here."""
    every = tuple(items)
    if sees_closed(desk, person, meeting):
        return every
    own = set() if desk.is_public else await _own(desk, person, every)
    return tuple(item if item.proposal in own else replace(item, content=public(item.content)) for item in every)


def seen_changes(desk: Desk, person: str | None, meeting: Meeting, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes as that person may see them here."""
    return changes if sees_closed(desk, person, meeting) else public_changes(changes)


def seen_proposal(desk: Desk, person: str | None, meeting: Meeting, proposal: Proposal) -> Proposal:
    """The proposal as that person may see it here."""
    is_own = proposal.proposer == person and not desk.is_public
    if is_own or sees_closed(desk, person, meeting):
        return proposal
    return replace(proposal, content=public(proposal.content))


async def _own(desk: Desk, person: str | None, items: Iterable[AgendaItem]) -> set[int]:
    """The closed items' proposals that are the person's own."""
    closed = [item.proposal for item in items if item.content.is_closed and item.proposal is not None]
    found = [await proposals.by_id(desk.conn, desk.forum.id, each) for each in closed]
    return {proposal.id for proposal in found if proposal is not None and proposal.proposer == person}
