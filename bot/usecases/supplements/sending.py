"""A supplement leaves when the secretariat says so: its items become the last of the agenda, and everybody hears it."""

from dataclasses import replace
from typing import Any

from bot.domain.agenda.following import as_late, supplemented
from bot.domain.approval.rules import missing
from bot.domain.approval.state import Standpoint
from bot.domain.kernel import settings
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import ProposalStatus
from bot.domain.supplements import rules
from bot.domain.supplements.actions import SendSupplement, SendSupplementUnapproved
from bot.domain.supplements.notices import SupplementNotice
from bot.domain.supplements.state import LateItem, Supplement
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.proposals.telling import settle
from bot.usecases.rights import is_secretariat, require_secretariat
from bot.usecases.supplements import preparing, rounds, telling
from bot.usecases.supplements.changing import follow
from bot.usecases.supplements.loading import Sent, ahead
from bot.usecases.supplements.views import check_open, view_of
from cards.kit.elements import Card
from cards.kit.words import listing, say
from cards.supplements.view import supplement
from storage import agenda as agendas
from storage import proposals
from storage import supplements as store


async def send(desk: WritingDesk, actor: str, action: SendSupplement) -> Card:
    """Send it where nothing keeps it back; sent already, the same card again."""
    require_secretariat(desk, actor)
    found = await ahead(desk, action.meeting)
    if (gone := _sent_already(found, action.revision)) is not None:
        return supplement(await view_of(desk, actor, found, gone))
    this = found.in_hand
    rules.check(this, action.revision)
    _check_may_leave(desk, found, this)
    return await _leave(desk, actor, found, this)


async def send_unapproved(desk: WritingDesk, actor: str, action: SendSupplementUnapproved) -> Card:
    """The secretariat's logged choice to send it without the missing answers, by the rules of the agenda itself."""
    require_secretariat(desk, actor)
    found = await ahead(desk, action.meeting)
    if (gone := _sent_already(found, action.revision)) is not None:
        return supplement(await view_of(desk, actor, found, gone))
    this = found.in_hand
    rules.check(this, action.revision)
    current = rounds.round_of(desk, found.meeting, this)
    if current is None:
        _check_may_leave(desk, found, this)
        return await _leave(desk, actor, found, this)
    if current.standpoint is Standpoint.OPEN and current.mode is Mode.APPROVE:
        if settings.if_unanswered(desk.forum) != "secretariat_may_send":
            raise Refusal("supplement_must_hold", mangler=[desk.name_of(each) for each in missing(current)])
        if current.deadline is not None and desk.now < current.deadline:
            raise Refusal("still_answering")
        this = replace(this, is_unapproved=True)
        lacking = missing(current)
        await desk.log(actor, "supplement.send_unapproved", meeting=this.meeting, number=this.number, missing=lacking)
    _check_may_leave(desk, found, this)
    return await _leave(desk, actor, found, this)


async def as_refused(desk: Desk, actor: str, action: SendSupplement | SendSupplementUnapproved) -> Card | None:
    """How it stands, to those who serve."""
    if not is_secretariat(desk, actor):
        return None
    return await preparing.form(desk, actor, await ahead(desk, action.meeting))


def _sent_already(found: Sent, revision: int | None) -> Supplement | None:
    """The supplement that a button was on, where it has left."""
    last = next(iter(found.supplements[-1:]), None)
    is_it = last is not None and last.sent_at is not None and last.revision == revision
    return last if is_it else None


def _check_may_leave(desk: Desk, found: Sent, this: Supplement) -> None:
    """A Refusal that tells what keeps it back."""
    if not this.items:
        raise Refusal("supplement_empty")
    if rounds.may_leave(desk, found.meeting, this):
        return
    current = rounds.round_of(desk, found.meeting, this)
    if current is None:
        raise Refusal("supplement_not_asked")
    if current.standpoint is Standpoint.RETURNED:
        raise Refusal("supplement_was_returned")
    raise Refusal("supplement_unanswered", mangler=[desk.name_of(each) for each in missing(current)])


async def _leave(desk: WritingDesk, actor: str, found: Sent, this: Supplement) -> Card:
    current = rounds.round_of(desk, found.meeting, this)
    lacking = missing(current) if current is not None and current.standpoint is Standpoint.SENT_UNAPPROVED else ()
    items = [
        as_late(each.content, each.reason, this.number, proposal=each.proposal, item=each.item) for each in this.items
    ]
    merged = supplemented(found.agenda, items, this.number, by=actor, at=desk.now)
    await agendas.put(desk.conn, merged)
    for each in this.items:
        await _take_up(desk, actor, found, each)
    version = merged.sent_version or 0
    gone = rules.sent(this, version, lacking, desk.now)
    await store.put(desk.conn, gone)
    texts = {f"title_{place}": each.content.title for place, each in enumerate(this.items, start=1)}
    entry = await desk.log(
        actor,
        "supplement.sent",
        meeting=this.meeting,
        number=this.number,
        version=version,
        missing=lacking,
        texts=texts,
    )
    await telling.forget(desk, found.meeting, say("stale.sent"))
    await telling.redraw(desk, found.meeting)
    about: dict[str, Any] = {"number": this.number, "entry": entry.seq, "hash": entry.hash}
    await desk.tell(SupplementNotice.SENT, this.number, meeting=this.meeting, **about)
    await follow(desk, found.meeting, merged)
    after = replace(found, agenda=merged, supplements=(*found.supplements[: this.number - 1], gone))
    names = listing(map(desk.name_of, lacking))
    said = say("supplement.done.sent_without", mangler=names) if lacking else say("supplement.done.sent")
    return supplement(await view_of(desk, actor, after, gone), above=[said])


async def _take_up(desk: WritingDesk, actor: str, found: Sent, late: LateItem) -> None:
    """The proposal is accepted for this meeting, which its proposer hears; Refusal("late_settled") where it may not."""
    if late.proposal is None:
        return
    proposal = await proposals.by_id(desk.conn, desk.forum.id, late.proposal)
    if proposal is None:
        return
    check_open(proposal, found.meeting.id)
    settled = replace(proposal.dialogue, ruling=None)
    accepted = replace(
        proposal, status=ProposalStatus.ACCEPTED, meeting=found.meeting.id, words=late.reason, dialogue=settled
    )
    await settle(desk, actor, accepted, "proposal.accepted")
