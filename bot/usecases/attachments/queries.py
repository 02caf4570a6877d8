"""Bilag are listed, shown with their versions, and offered to be fetched; files that came are asked about."""

from bot.domain.attachments.actions import (
    AttachFiles,
    FetchAttachment,
    OfferFiles,
    OpenNewVersion,
    ShowAttachment,
    ShowAttachments,
)
from bot.domain.attachments.state import OfProposal
from bot.domain.kernel.refusal import Refusal
from bot.usecases.agenda.views import draft_of, seen_items
from bot.usecases.attached import attached_to_proposal, files_of, seen_attachments
from bot.usecases.attachments.finding import Found, found
from bot.usecases.attachments.owned import at_position, may_add, of_proposal, require_may_add
from bot.usecases.attachments.targets import choices
from bot.usecases.desk import Desk
from bot.usecases.meant import meeting_meant
from bot.usecases.proposals.capacities import capacities_at
from bot.usecases.proposals.places import place_of
from bot.usecases.proposals.views import view_for
from bot.usecases.rights import is_secretariat
from bot.usecases.supplements.loading import meant as next_meant
from cards.attachments import cards
from cards.attachments import offer as offers
from cards.attachments.cards import Listed, One, Part, Row, Version
from cards.kit.elements import Card
from storage import proposals, uploads
from storage.uploads import Upload


async def show(desk: Desk, actor: str, action: ShowAttachments) -> Card:
    """Every bilag of a meeting, an item or a proposal that the person may see here."""
    if action.number is not None:
        return await _of_proposal(desk, actor, action)
    meeting = await next_meant(desk, None) if action.meeting is None else meeting_meant(desk, action.meeting)
    agenda = await draft_of(desk, meeting)
    if action.position is not None:
        await at_position(desk, meeting, action.position)  # or a Refusal
    shown = await seen_items(desk, actor, meeting, agenda.current)
    every = await seen_attachments(desk, actor, meeting, agenda.current)
    parts = [
        Part(
            title=item.content.title,
            position=place,
            rows=tuple(Row(each, meeting=meeting.id, bilag=each.number) for each in every[item.id]),
        )
        for place, item in enumerate(shown, start=1)
        if item.id in every and action.position in (None, place)
    ]
    return cards.listing(Listed(forum=desk.forum.id, day=meeting.day, position=action.position, parts=tuple(parts)))


async def show_one(desk: Desk, actor: str, action: ShowAttachment, *, outcome: str | None = None) -> Card:
    """One bilag with its versions, and what the person may do with it."""
    return cards.one(_one(desk, actor, await found(desk, actor, action)), outcome=outcome)


async def open_new_version(desk: Desk, actor: str, action: OpenNewVersion) -> Card:
    """How that bilag gets a new version, where the person may give it one."""
    one = await found(desk, actor, action)
    require_may_add(desk, actor, one.owned)
    if one.newest.taken_off_at is not None:
        raise Refusal("attachment_gone")
    return cards.replacing(_one(desk, actor, one))


async def fetch(desk: Desk, actor: str, action: FetchAttachment) -> Card:
    """The version that is offered to be fetched; the address itself is put on it by whoever answers that person."""
    return cards.offered(_one(desk, actor, await found(desk, actor, action)), action.revision)


async def offer(desk: Desk, actor: str, action: OfferFiles) -> Card:
    """The files that came, and what they may belong to."""
    files = await sent_files(desk, actor, action.upload)
    if any(each.wanted is not None for each in files):
        return offers.fetching([each.name for each in files])
    every = await choices(desk, actor)
    if not every:
        raise Refusal("attachment_nowhere")
    return offers.question([each.name for each in files], every, AttachFiles(forum=desk.forum.id, upload=action.upload))


async def as_refused(desk: Desk, actor: str, typed: AttachFiles) -> Card | None:
    """The question with what was chosen; None where there is nothing to be asked any more."""
    try:
        files = await sent_files(desk, actor, typed.upload)
    except Refusal:
        return None
    every = await choices(desk, actor)
    return offers.question([each.name for each in files], every, typed) if every else None


async def sent_files(desk: Desk, actor: str, upload: str) -> tuple[Upload, ...]:
    """What that person sent in a message and that can still be stored; a Refusal says why not."""
    if desk.is_public:
        raise Refusal("attachment_here")
    own = {each.object_id for each in desk.forum.person(actor).identities}
    every = await uploads.of_batch(desk.conn, upload[:64])
    files = tuple(each for each in every if each.url and each.account.object_id in own)
    if not files:
        raise Refusal("attachment_file_gone")
    return files


def _one(desk: Desk, actor: str, one: Found) -> One:
    may = may_add(desk, actor, one.owned)
    stands = one.newest.taken_off_at is None
    return One(
        forum=desk.forum.id,
        attachment=one.newest.id,
        newest=one.named(),
        belongs_to=one.owned.content.title,
        position=one.owned.position,
        versions=tuple(
            Version(each.version, one.named(each), each.at.astimezone(desk.forum.timezone), desk.name_of(each.by))
            for each in one.versions
        ),
        taken_off=one.newest.taken_off_at and one.newest.taken_off_at.astimezone(desk.forum.timezone),
        may_replace=may and stands,
        may_take_off=may and stands and is_secretariat(desk, actor),
    )


async def _of_proposal(desk: Desk, actor: str, action: ShowAttachments) -> Card:
    proposal = await proposals.by_number(desk.conn, desk.forum.id, action.number or 0, action.year)
    if proposal is None:
        raise Refusal("unknown_proposal", nr=action.number)
    owned = await of_proposal(desk, proposal)
    view = view_for(desk, actor, proposal, capacities_at(desk, actor, proposal, await place_of(desk, proposal)))
    if not may_add(desk, actor, owned) and owned.position is None and not is_secretariat(desk, actor):
        raise Refusal("unknown_proposal", nr=action.number)
    every = await attached_to_proposal(desk, actor, proposal)
    ids = {each.digest: each.id for each in await files_of(desk, OfProposal(proposal.id))}
    rows = tuple(Row(each, attachment=ids.get(each.digest or "")) for each in every)
    part = Part(title=view.title, rows=rows)
    return cards.listing(Listed(forum=desk.forum.id, number=f"{proposal.number}/{proposal.year}", parts=(part,)))
