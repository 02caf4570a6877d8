"""Each proposer gets what was resolved on their items as the minutes leave, and what is added to them afterwards."""

from collections.abc import Collection, Iterable

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.rules import is_sent
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.minutes.records import Record
from bot.usecases.minutes.views import Sees, additions, shown
from cards.kit.elements import Card
from cards.kit.words import say
from cards.minutes import extract as cards
from cards.minutes.body import Said
from storage import proposals


async def tell(desk: WritingDesk, sender: str | None, record: Record) -> None:
    """One message to each who proposed an item, however many they proposed; not to whoever sends the minutes.

    Where the last approval sent them, `sender` is None: whoever gave it proposed like anybody else.
    """
    for person in dict.fromkeys((await _proposers(desk, record.items)).values()):
        if person != sender:
            await desk.tell(MinutesNotice.EXTRACT, meeting=record.meeting.id, recipient=person)


async def tell_addition(
    desk: WritingDesk, knowing: Collection[str], record: Record, item: AgendaItem, place: int
) -> None:
    """What was added to an item, to whoever proposed it, unless they know of it already."""
    for person in (await _proposers(desk, [item])).values():
        if person not in knowing:
            kind, meeting = MinutesNotice.EXTRACT, record.meeting.id
            await desk.tell(kind, place, meeting=meeting, recipient=person, first=None, addition=place)


async def extract(desk: Desk, notice: Notice, record: Record) -> Card | Stale:
    """The recipient's items as the minutes say them, what is closed only where nobody else reads along."""
    if not is_sent(record.minutes):
        return Stale(say("stale.minutes_unsent"))
    proposed = await _proposers(desk, record.items)
    own = {item for item, person in proposed.items() if person == notice.recipient}
    added, remarks = notice.subject.get("addition"), record.minutes.remarks
    if isinstance(added, int) and 0 <= added < len(remarks):
        own &= {remarks[added].item or 0}
    if not own:
        return Stale(say("stale.minutes_no_extract"))
    sees = _own_chat(desk)
    seen = shown(desk, record, sees)
    places = [place for place, item in enumerate(record.items, start=1) if item.id in own]
    addition = _addition(desk, record, sees, added) if isinstance(added, int) else None
    return cards.extract(seen, places, addition=addition, mention=desk.called(notice))


def _own_chat(desk: Desk) -> Sees:
    """Of their own items a proposer sees all, where nobody else reads along."""
    return lambda item: not desk.is_public


def _addition(desk: Desk, record: Record, sees: Sees, place: int) -> Said | None:
    every = [at for at, each in enumerate(record.minutes.remarks) if each.is_addition]
    return additions(desk, record, sees)[every.index(place)] if place in every else None


async def _proposers(desk: Desk, items: Iterable[AgendaItem]) -> dict[int, str]:
    """By the id of each item, whoever of the forum proposed it."""
    found = {}
    for item in items:
        proposal = None if item.proposal is None else await proposals.by_id(desk.conn, desk.forum.id, item.proposal)
        if proposal is not None and proposal.proposer is not None:
            found[item.id] = proposal.proposer
    return found
