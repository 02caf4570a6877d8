"""A case that is sent on becomes a proposal of the forum that receives it, with the history that it comes with."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from bot.domain.attachments.state import OfProposal, Owner, owner_of
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.stations import Sender
from bot.domain.proposals import rules as proposing
from bot.domain.proposals.rules import USUAL_TIME
from bot.domain.proposals.state import Content, Proposal
from bot.domain.referrals.destinations import circle_of, is_contribution
from bot.domain.referrals.state import Referral
from bot.usecases.agenda.views import open_meetings
from bot.usecases.beside import beside
from bot.usecases.carrying import carry
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.referrals.cases import Case
from bot.usecases.referrals.finding import Target
from bot.usecases.telling import tell_received
from cards.kit.words import medium_date, say
from storage import forum as forums
from storage import proposals


async def receive(
    desk: WritingDesk, referral: Referral, target: Target, case: Case, basis: str | None
) -> Proposal | None:
    """The proposal there, with its open bilag; None where the body is no forum here."""
    if target.forum is None:
        return None
    there = await beside(desk, target.forum.id)
    await check_in_force(desk, there.forum)
    kind = desk.forum.charter.body_kind.value
    circle = None if kind is None else circle_of(there.forum.charter, kind)
    meeting = next(iter(await open_meetings(there)), None)
    proposal = proposing.receive(
        there.forum,
        number=await proposals.next_number(there.conn, there.forum.id, there.now.year),
        proposer=None,
        behalf=None if circle is None else circle.id,
        content=_content(desk, referral, case, basis),
        meeting=meeting,
        deadline=None if meeting is None else there.timetable(meeting).proposals,
        now=there.now,
        sender=_sender(desk, referral, is_contribution=is_contribution(target.destination, there.forum.charter, kind)),
    )
    stored = await proposals.add(there.conn, proposal, uuid4().hex)
    await _carry(desk, case, there, stored)
    facts = {name: getattr(stored, name) for name in ("number", "year", "meeting", "on_behalf_of", "by_right")}
    facts |= {"from_forum": desk.forum.id, "referral": f"{referral.number}/{referral.year}"}
    await there.log(None, "proposal.received", texts=None, **facts, after_deadline=stored.after_deadline)
    await tell_received(there, stored)
    return stored


async def _carry(desk: WritingDesk, case: Case, there: WritingDesk, new: Proposal) -> None:
    """Its open bilag go with it: of a closed case none is open."""
    if case.content.is_closed or (case.proposal is not None and case.proposal.content.is_closed):
        return
    if case.proposal is not None:
        owner: Owner = OfProposal(case.proposal.id)
    elif case.meeting is not None and case.item is not None:
        owner = owner_of(case.meeting.id, case.item)
    else:
        return
    await carry(desk, owner, there, OfProposal(new.id), closed=False, number=new.number, year=new.year)


async def check_in_force(desk: Desk, there: Forum) -> None:
    """Refusal where that forum has ended, with what follows it, or has not begun."""
    if there.is_in_force(desk.today):
        return
    if not there.has_ended(desk.today):
        raise Refusal("referral_not_begun", forum=there.name, dag=there.valid_from)
    following = there.succeeded_by
    if following is None:
        raise Refusal("referral_ended", forum=there.name, dag=there.valid_until)
    name = await forums.name(desk.conn, following) or following
    raise Refusal("referral_ended.followed", forum=there.name, dag=there.valid_until, efter=name)


def _content(desk: WritingDesk, referral: Referral, case: Case, basis: str | None) -> Content:
    """What it says there: the case as it was, and as its recommendation what is to be answered."""
    content = case.content
    return replace(
        content,
        summary=content.summary or _summary(desk, case),
        recommendation=referral.details.question,
        basis=basis,
        duration=content.duration if content.duration > timedelta() else USUAL_TIME,
    )


def _summary(desk: WritingDesk, case: Case) -> str:
    """Where an item had none: which it is."""
    day = desk.today if case.meeting is None else case.meeting.day
    return say("referral.summary.item", moede_dato=medium_date(day), titel=case.content.title)


def _sender(desk: WritingDesk, referral: Referral, *, is_contribution: bool) -> Sender:
    details = referral.details
    return Sender(
        forum=desk.forum.id,
        name=desk.forum.name,
        year=referral.year,
        number=referral.number,
        on=desk.today,
        is_contribution=is_contribution,
        wanted=referral.wanted,
        level=details.level,
        before=details.before,
        way=details.way,
    )
