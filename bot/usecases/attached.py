"""The bilag of items and proposals as documents and cards name them: numbered where they stand on an agenda."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.domain.agenda.state import AgendaItem
from bot.domain.attachments.numbering import File, Thing, link_of, numbered
from bot.domain.attachments.state import Bilag, OfProposal, Owner, newest, owner_of
from bot.domain.documents.state import Attachment
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.state import Proposal
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat, sees_closed
from storage import attachments as store
from storage import proposals


async def attached_to(
    desk: Desk, meeting: str, items: Sequence[AgendaItem], at: datetime | None = None
) -> Mapping[int, tuple[Attachment, ...]]:
    """By the item's id: its files and links as they stood then (None: as they are by now), whoever may see them."""
    owned = await _owned(desk, [owner_of(meeting, each) for each in items], at)
    numbers = numbered(await store.numbers(desk.conn, desk.forum.id, meeting), store.things_of(meeting, items, owned))
    found = {item.id: _of_item(item, owned.get(owner_of(meeting, item), ()), numbers) for item in items}
    return {item: every for item, every in found.items() if every}


async def seen_attachments(
    desk: Desk, person: str | None, meeting: Meeting, items: Sequence[AgendaItem], at: datetime | None = None
) -> Mapping[int, tuple[Attachment, ...]]:
    """By the item's id: the bilag that the person may see here; `items` as they are, and not as they are shown."""
    every = await attached_to(desk, meeting.id, items, at)
    if sees_closed(desk, person, meeting):
        return every
    found = {}
    for item in items:
        own = None
        if item.proposal is not None and not desk.is_public and any(each.is_closed for each in every.get(item.id, ())):
            own = await proposals.by_id(desk.conn, desk.forum.id, item.proposal)
        if not may_see(desk, person, meeting, own):
            found[item.id] = tuple(each for each in every.get(item.id, ()) if not each.is_closed)
        else:
            found[item.id] = every.get(item.id, ())
    return {item: each for item, each in found.items() if each}


async def attached_to_proposal(desk: Desk, person: str | None, proposal: Proposal) -> tuple[Attachment, ...]:
    """The files and links of a proposal that the person may see here, numbered where it stands on an agenda."""
    meeting = desk.forum.meeting(proposal.meeting or "")
    known = {} if meeting is None else await store.numbers(desk.conn, desk.forum.id, meeting.id)
    closed = proposal.content.is_closed
    files = [
        as_attachment(each, known.get(File(each.id), 0), is_closed=closed)
        for each in await files_of(desk, OfProposal(proposal.id))
    ]
    links = [
        Attachment(number=known.get(link_of(each), 0), link=each, is_closed=closed) for each in proposal.content.links
    ]
    may = may_see(desk, person, meeting or desk.next_meeting(), proposal)
    return tuple(each for each in (*files, *links) if may or not each.is_closed)


def may_see(desk: Desk, person: str | None, meeting: Meeting | None, proposal: Proposal | None) -> bool:
    """Whether the person may see what is closed here: as one of the few, or because it is their own proposal's."""
    if desk.is_public or person is None:
        return False
    is_own = proposal is not None and proposal.proposer == person
    return is_own or is_secretariat(desk, person) or (meeting is not None and sees_closed(desk, person, meeting))


async def files_of(desk: Desk, owner: Owner) -> tuple[Bilag, ...]:
    """The newest version of each file of one."""
    return (await _owned(desk, [owner], None)).get(owner, ())


async def _owned(desk: Desk, owners: Iterable[Owner], at: datetime | None) -> Mapping[Owner, tuple[Bilag, ...]]:
    every = await store.of_owners(desk.conn, desk.forum.id, list(owners))
    return {owner: newest(versions, at) for owner, versions in every.items()}


def _of_item(item: AgendaItem, files: Iterable[Bilag], numbers: Mapping[Thing, int]) -> tuple[Attachment, ...]:
    found = [as_attachment(each, numbers[File(each.id)], is_closed=item.content.is_closed) for each in files]
    for address in item.content.links:
        number = numbers[link_of(address)]
        found.append(Attachment(number=number, link=address, is_closed=item.content.is_closed))
    return tuple(sorted(found, key=lambda each: each.number))


def as_attachment(one: Bilag, number: int, *, is_closed: bool) -> Attachment:
    """A file as documents name it; `is_closed` says whether what it belongs to is."""
    return Attachment(
        number=number,
        title=one.title,
        version=one.version,
        media_type=one.media_type,
        size=one.size,
        digest=one.digest,
        is_closed=is_closed or one.is_closed,
    )
