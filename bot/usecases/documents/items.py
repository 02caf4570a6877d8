"""One item of a meeting with all that belongs to it: who proposed it, what came of it, and where it was and went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.domain.agenda.state import AgendaItem
from bot.domain.documents.state import Attachment, Commitment, Opinion, RecordItem, Station, Stood
from bot.domain.duties.state import FollowUp
from bot.domain.duties.state import Status as DutyStatus
from bot.domain.kernel.stations import Stage
from bot.domain.minutes.rules import resolution_of
from bot.domain.minutes.state import Dissent, Resolution
from bot.domain.proposals.rules import party_name
from bot.domain.proposals.state import Proposal
from bot.domain.referrals.state import Referral
from bot.domain.referrals.state import Status as ReferralStatus
from bot.usecases.agenda.origins import proposal_of
from bot.usecases.desk import Desk
from bot.usecases.minutes.records import Record
from cards.kit.words import listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the items of a document are told by: the minutes with all they are about, and bilag by the items' ids."""

    record: Record
    attachments: Mapping[int, tuple[Attachment, ...]] = field(default_factory=dict)


def closed_items(record: Record) -> frozenset[int]:
    """The ids of the items of which any version, task or case is closed."""
    agenda = record.agenda
    every = (*agenda.items, *record.items, *(item for each in agenda.versions for item in each.items))
    return frozenset(
        (
            *(item.id for item in every if item.content.is_closed),
            *(each.item for each in record.duties if each.is_closed and each.item is not None),
            *(each.item for each in record.sent_on if each.details.is_closed and each.item is not None),
        )
    )


async def record_item(desk: Desk, facts: Facts, item: AgendaItem, number: int, *, is_held: bool) -> RecordItem:
    """The whole item; what came of it only where the meeting was held."""
    proposal = await proposal_of(desk, item)
    content = item.content
    base = RecordItem(
        id=item.id,
        number=number,
        title=content.title,
        is_closed=content.is_closed,
        content=content,
        standing=item.standing,
        proposed_by="" if proposal is None else _proposed_by(desk, proposal),
        late=item.late,
        gone=item.gone,
        attachments=facts.attachments.get(item.id, ()),
        amount=content.amount if content.is_on_funds else None,
        came_from=() if proposal is None else tuple(_came_from(desk, proposal)),
    )
    return _resolved(desk, facts.record, item, base) if is_held else base


def _resolved(desk: Desk, record: Record, item: AgendaItem, base: RecordItem) -> RecordItem:
    minutes = record.minutes
    resolution = resolution_of(minutes, item.id) or Resolution(item=item.id, outcome=None)
    return RecordItem(
        **{name: getattr(base, name) for name in base.__slots__ if name not in _OF_MINUTES},
        outcome=resolution.outcome,
        sentence=resolution.sentence or resolution.words,
        positions=tuple(
            Stood(organisation=party_name(desk.forum, each.organisation), stance=each.stance)
            for each in resolution.positions
        ),
        opinions=tuple(_opinion(desk, each) for each in minutes.dissents if each.item == item.id),
        commitments=tuple(_commitment(desk, each) for each in record.duties if _is_told(record, each, item)),
        went_to=tuple(_went_to(desk, record, item, resolution)),
    )


_OF_MINUTES = frozenset({"outcome", "sentence", "positions", "opinions", "commitments", "went_to"})


def _opinion(desk: Desk, dissent: Dissent) -> Opinion:
    name = desk.name_of(dissent.person)
    return Opinion(name=name, organisation=party_name(desk.forum, dissent.organisation), words=dissent.words)


def _is_told(record: Record, duty: FollowUp, item: AgendaItem) -> bool:
    """Minutes that left tell the tasks they left with."""
    sent_at = record.minutes.sent_at
    return duty.item == item.id and (sent_at is None or duty.details.created_at <= sent_at)


def _commitment(desk: Desk, duty: FollowUp) -> Commitment:
    return Commitment(
        title=duty.title, owner=_owner(desk, duty), due=duty.details.due, is_done=duty.status is DutyStatus.DONE
    )


def _owner(desk: Desk, duty: FollowUp) -> str:
    """The organisation whose it is, a person's by their own."""
    if duty.organisation is not None:
        return party_name(desk.forum, duty.organisation)
    return "" if duty.person is None else _organisations(desk, duty.person)


def _proposed_by(desk: Desk, proposal: Proposal) -> str:
    if proposal.on_behalf_of is not None:
        return party_name(desk.forum, proposal.on_behalf_of)
    if proposal.sender is not None:
        return proposal.sender.name
    return "" if proposal.proposer is None else _organisations(desk, proposal.proposer)


def _organisations(desk: Desk, person: str) -> str:
    own = (seat.organisation for seat in desk.forum.seats if seat.person == person)
    return listing(dict.fromkeys(party_name(desk.forum, each) for each in own))


def _came_from(desk: Desk, proposal: Proposal) -> Iterator[Station]:
    """The bodies it came by, in their order, and the meeting of our own that it was last put off from."""
    if (sender := proposal.sender) is not None:
        for each in sender.before:
            if each.body != sender.name and each.stage is not Stage.SENT_ON:
                yield Station(name=each.body, day=each.on or each.meeting)
        yield Station(name=sender.name, forum=sender.forum, day=sender.on)
    earlier = desk.forum.meeting(proposal.postponed_from or "")
    if earlier is not None:
        yield Station(name=desk.forum.name, forum=desk.forum.id, meeting=earlier.id, day=earlier.day)


def _went_to(desk: Desk, record: Record, item: AgendaItem, resolution: Resolution) -> Iterator[Station]:
    """The later meeting it was put off to, and each body that it was sent on to and not taken back from."""
    put_off = resolution.put_off
    later = None if put_off is None else desk.forum.meeting(put_off.meeting)
    if put_off is not None and later is not None:
        own = desk.forum
        yield Station(name=own.name, forum=own.id, meeting=later.id, item=put_off.item, day=later.day)
    for each in record.sent_on:
        if each.item == item.id and each.status is not ReferralStatus.TAKEN_BACK:
            yield _sent_on(each)


def _sent_on(referral: Referral) -> Station:
    answers = [each.words for each in referral.details.back if each.stage in (Stage.ANSWERED, Stage.RESOLVED)]
    name, day = referral.details.body_name, referral.details.sent_on
    return Station(name=name, forum=referral.receiver, day=day, answer=answers[-1] if answers else "")
