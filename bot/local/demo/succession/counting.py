"""What is open in a forum, counted from its tables alone: held against what a hand-over says it moved."""

from collections import Counter
from collections.abc import Collection

from bot.domain.agenda.state import Agenda
from bot.domain.approval.state import Standpoint
from bot.domain.duties.state import Kind
from bot.domain.funds.state import Entry, EntryKind
from bot.domain.kernel.handed import Thing
from bot.domain.minutes.rules import is_sent
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.state import ProposalStatus
from bot.domain.year import evaluation
from bot.usecases.desk import Desk
from storage import agenda as agendas
from storage import appointments as seats
from storage import approval as approvals
from storage import duties, external, funds, minutes, proposals, referrals, reports

Open = Counter[Thing]
"""How many are open of each."""


async def open_in(desk: Desk) -> Open:
    """How many of each thing are open in the forum."""
    found = [*await _proposals(desk), *await _items(desk), *await _duties(desk), *await _meetings(desk)]
    lasting = [*await _funds(desk), *await _councils(desk), *await _seats(desk), *await _elsewhere(desk)]
    return Counter([*found, *lasting, *await _year(desk)])


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
    stays = [each for each in resolutions if each.outcome is Outcome.POSTPONED and each.put_off is None]
    put_off = {each.item for each in stays}
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


async def _funds(desk: Desk) -> list[Thing]:
    """What was granted and not disposed of, spread over the newest grants, and what was disposed of and not spent."""
    found: list[Thing] = []
    for year in await funds.years(desk.conn, desk.forum.id):
        entries = await funds.of_year(desk.conn, desk.forum.id, year)
        rest: Counter[str] = Counter()
        for each in entries:
            if each.kind is not EntryKind.SPENDING:
                rest[each.purpose] += _signed(each) if each.kind is EntryKind.GRANT else -_signed(each)
        for each in reversed(entries):
            stands = 0 if each.is_counter else _standing(entries, each)
            if each.kind is EntryKind.GRANT and min(stands, rest[each.purpose]) > 0:
                rest[each.purpose] -= min(stands, rest[each.purpose])
                found.append(Thing.FUND)
            if each.kind is EntryKind.DISPOSAL and stands > 0:
                spent = [one for one in entries if one.kind is EntryKind.SPENDING and one.of == each.number]
                found += [Thing.UNSPENT] * (sum(_standing(entries, one) for one in spent) < stands)
    return found


def _signed(entry: Entry) -> int:
    return -entry.amount if entry.is_counter else entry.amount


def _standing(entries: Collection[Entry], entry: Entry) -> int:
    return entry.amount - sum(each.amount for each in entries if each.is_counter and each.of == entry.number)


async def _councils(desk: Desk) -> list[Thing]:
    """What was decided on money and not disposed of, whose council is asked, and who told to whom it is delegated."""
    found: list[Thing] = [Thing.COUNCIL for _ in await funds.open_follow_ups(desk.conn, desk.forum.id)]
    for each in await funds.decisions(desk.conn, desk.forum.id):
        entries = await funds.by_decision(desk.conn, desk.forum.id, each.meeting, each.item)
        used = sum(_signed(one) for one in entries if one.kind is EntryKind.DISPOSAL)
        found += [Thing.DECISION] * (used < each.amount)
    return found + ([Thing.DELEGATION] * len(desk.forum.fund_delegation) if desk.forum.handed_over is None else [])


async def _seats(desk: Desk) -> list[Thing]:
    """An archive fills no seat and has no group at work."""
    if desk.forum.handed_over is not None:
        return []
    every = await seats.open_ones(desk.conn, desk.forum.id)
    calls = [Thing.CALL for each in every if each.details.call is not None]
    groups = [Thing.GROUP for _ in await seats.groups(desk.conn, desk.forum.id)]
    return [*([Thing.SEAT] * len(every)), *calls, *groups]


async def _elsewhere(desk: Desk) -> list[Thing]:
    """What other bodies have to answer, and what is ahead with them."""
    sent_on = [Thing.REFERRAL for _ in await referrals.open_ones(desk.conn, desk.forum.id)]
    ahead = () if desk.forum.handed_over is not None else await external.since(desk.conn, desk.forum.id, desk.today)
    return [*sent_on, *(Thing.EXTERNAL for each in ahead if not each.is_cancelled)]


async def _year(desk: Desk) -> list[Thing]:
    unsent = [Thing.REPORT for _ in await reports.unsent(desk.conn, desk.forum.id)]
    evaluates = desk.forum.handed_over is None and evaluation.is_chosen(desk.forum)
    return [*unsent, *([Thing.EVALUATION] if evaluates else [])]
