"""What a file can be made a bilag of: what somebody may add to, as choices, and what was chosen read back."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.domain.attachments.actions import AttachFiles
from bot.domain.attachments.state import OfItem, OfProposal, Owner
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.usecases.agenda.views import draft_of
from bot.usecases.attached import files_of
from bot.usecases.attachments.finding import found
from bot.usecases.attachments.owned import Owned, at_position, by_owner, may_add, of_proposal
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.rights import is_secretariat
from bot.usecases.supplements.loading import meant as next_meant
from cards.attachments.offer import Choice
from storage import attachments as kept
from storage import proposals

_MOST_MEETINGS = 3
_MOST_OF_ONES_OWN = 30


@dataclass(frozen=True, slots=True)
class Target:
    """What was chosen; `attachment` where it is a new version of that bilag."""

    owned: Owned
    attachment: int | None = None


async def choices(desk: Desk, person: str) -> tuple[Choice, ...]:
    """Everything that the person may add to, by what a form carries: items first, then proposals, then versions."""
    open_ones = [each async for each in _open(desk, person)]
    found_ones = [_choice(each) for each in open_ones]
    for each in open_ones:
        files = await files_of(desk, each.owner)
        found_ones.extend(Choice(value=f"v:{one.id}", title=one.title, replaces=True) for one in files)
    return tuple(found_ones)


async def target_of(desk: Desk, person: str, action: AttachFiles) -> Target:
    """What is meant; a Refusal where that is nothing, or cannot be told."""
    if action.bilag is not None or action.attachment is not None:
        one = await found(desk, person, action)
        return Target(one.owned, one.newest.id)
    if action.position is not None:
        meeting = await next_meant(desk, None) if action.meeting is None else meeting_meant(desk, action.meeting)
        return Target(await at_position(desk, meeting, action.position))
    if action.number is not None:
        proposal = await proposals.by_number(desk.conn, desk.forum.id, action.number, action.year)
        if proposal is None:
            raise Refusal("unknown_proposal", nr=action.number)
        return Target(await of_proposal(desk, proposal))
    return await _chosen(desk, action.target)


async def _chosen(desk: Desk, target: str) -> Target:
    kind, _, rest = target.partition(":")
    first, _, last = rest.rpartition(":")
    if not target:
        raise Refusal("attachment_where", field="target")
    if not last.isdecimal() or len(last) > 9:
        raise Refusal("bad_card")
    if kind == "v":
        versions = await kept.versions(desk.conn, desk.forum.id, int(last))
        if not versions:
            raise Refusal("attachment_gone")
        return Target(await by_owner(desk, versions[-1].owner), int(last))
    owner: Owner = OfItem(first, int(last)) if kind == "i" else OfProposal(int(last))
    return Target(await by_owner(desk, owner))


async def _open(desk: Desk, person: str) -> AsyncIterator[Owned]:
    seen: set[Owner] = set()
    if is_secretariat(desk, person):
        for meeting in desk.meetings_ahead()[:_MOST_MEETINGS]:
            async for each in _on(desk, meeting):
                seen.add(each.owner)
                if may_add(desk, person, each):
                    yield each
        waiting = await proposals.awaiting(desk.conn, desk.forum.id)
    else:
        waiting = await proposals.of_proposer(desk.conn, desk.forum.id, person, most=_MOST_OF_ONES_OWN)
    for proposal in waiting:
        owned = await of_proposal(desk, proposal)
        if owned.owner not in seen and may_add(desk, person, owned):
            yield owned


async def _on(desk: Desk, meeting: Meeting) -> AsyncIterator[Owned]:
    agenda = await draft_of(desk, meeting)
    for position, item in enumerate(agenda.current, start=1):
        if item.gone is None:
            yield await at_position(desk, meeting, position)


def _choice(owned: Owned) -> Choice:
    match owned.owner:
        case OfProposal(ident):
            value = f"p:{ident}"
        case OfItem(meeting, ident):
            value = f"i:{meeting}:{ident}"
    number = owned.proposal.number if owned.proposal is not None else None
    day = owned.meeting.day if owned.meeting is not None else None
    return Choice(
        value=value,
        title=owned.content.title,
        position=owned.position,
        day=day,
        number=number,
        is_closed=owned.content.is_closed,
    )
