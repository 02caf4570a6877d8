"""What is open in a forum, counted from its tables alone: held against what a hand-over says it moved."""

from collections import Counter
from collections.abc import Collection

from bot.domain.agenda.state import Agenda
from bot.domain.approval.state import Standpoint
from bot.domain.duties.state import Kind
from bot.domain.kernel.handed import Thing
from bot.domain.minutes.rules import is_sent
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.state import ProposalStatus
from bot.usecases.desk import Desk
from storage import agenda as agendas
from storage import approval as approvals
from storage import duties, minutes, proposals

Open = Counter[Thing]
"""How many are open of each."""


async def open_in(desk: Desk) -> Open:
    """How many of each thing are open in the forum."""
    found = [*await _proposals(desk), *await _items(desk), *await _duties(desk), *await _meetings(desk)]
    return Counter(found)


async def _proposals(desk: Desk) -> list[Thing]:
    waiting = len(await proposals.awaiting(desk.conn, desk.forum.id))
    for meeting in desk.meetings_ahead():
        there = await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id)
        waiting += sum(each.status is ProposalStatus.ACCEPTED for each in there)
    return [Thing.PROPOSAL] * waiting


async def _items(desk: Desk) -> list[Thing]:
    """Those of agendas to come that nobody had proposed, and those that the latest meeting put off."""
    if desk.forum.handed_over is not None:
        return []
    drafts = await agendas.of_meetings(desk.conn, desk.forum.id, [each.id for each in desk.meetings_ahead()])
    own = sum(item.proposal is None and item.is_own for each in drafts.values() for item in each.items)
    last = desk.last_ended()
    agenda = None if last is None else await agendas.get(desk.conn, desk.forum.id, last.id)
    record = None if last is None else await minutes.get(desk.conn, desk.forum.id, last.id)
    resolutions = () if record is None else record.resolutions
    put_off = {each.item for each in resolutions if each.outcome is Outcome.POSTPONED}
    return [Thing.ITEM] * (own + (0 if agenda is None else await _among(desk, agenda, put_off)))


async def _among(desk: Desk, agenda: Agenda, items: Collection[int]) -> int:
    """Those of the items that are no proposal which waits by itself."""
    found = [each for each in (agenda.sent or agenda).items if each.is_own and each.id in items]
    own = [each for each in found if each.proposal is None]
    proposed = [await proposals.by_id(desk.conn, desk.forum.id, each.proposal) for each in found if each.proposal]
    return len(own) + sum(each is not None and each.status is ProposalStatus.ACCEPTED for each in proposed)


async def _duties(desk: Desk) -> list[Thing]:
    stored = await duties.open_ones(desk.conn, desk.forum.id)
    found = [Thing(each.kind.value) for each in stored if each.kind is not Kind.MINUTES]
    for meeting in desk.forum.meetings if desk.forum.handed_over is None else ():
        is_held = meeting.starts <= desk.now and meeting.owes
        if is_held and not is_sent(await minutes.get(desk.conn, desk.forum.id, meeting.id)):
            found.append(Thing.MINUTES)
    return found


async def _meetings(desk: Desk) -> list[Thing]:
    found: list[Thing] = []
    for meeting in desk.meetings_ahead():
        found.append(Thing.MEETING)
        current = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
        if current is not None and current.standpoint is Standpoint.OPEN:
            found.append(Thing.ROUND)
    return found
