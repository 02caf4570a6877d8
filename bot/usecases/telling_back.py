"""What becomes of a case is told back to the forum that sent it on, however far it came, in the same transaction."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.stations import Stage, Station
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.minutes.state import Outcome, Resolution
from bot.domain.proposals.state import Proposal, ProposalStatus
from bot.domain.referrals import rules
from bot.domain.referrals.notices import ReferralNotice
from bot.domain.referrals.state import Referral, Status
from bot.usecases.beside import beside
from bot.usecases.desk import WritingDesk
from cards.kit.words import say
from cards.minutes.sentence import in_short
from storage import agenda as agendas
from storage import proposals
from storage import referrals as store
from storage.outbox import standing

_STAGES = {
    ProposalStatus.RECEIVED: Stage.UNDECIDED,
    ProposalStatus.ACCEPTED: Stage.ON_AGENDA,
    ProposalStatus.POSTPONED: Stage.POSTPONED,
    ProposalStatus.DECLINED: Stage.DECLINED,
    ProposalStatus.WITHDRAWN: Stage.WITHDRAWN,
}


async def tell_decided(desk: WritingDesk, proposal: Proposal) -> None:
    """Where a proposal stands that was decided here, to the forum that sent it."""
    stage = _STAGES.get(proposal.status)
    if proposal.sender is None or stage is None:
        return
    meeting = desk.forum.meeting(proposal.meeting or "")
    position = await _position(desk, proposal) if stage is Stage.ON_AGENDA else None
    is_for_it = stage in (Stage.ON_AGENDA, Stage.POSTPONED)
    await tell_back(
        desk,
        proposal,
        Station(
            body=desk.forum.name,
            stage=stage,
            on=desk.today,
            meeting=meeting.day if meeting is not None and is_for_it else None,
            position=position,
            words=proposal.words,
        ),
    )


async def tell_missed(desk: WritingDesk, proposal: Proposal) -> None:
    """That a proposal was accepted too late for the agenda that was sent, to the forum that sent it."""
    meeting = desk.forum.meeting(proposal.meeting or "")
    day = None if meeting is None else meeting.day
    await tell_back(desk, proposal, Station(body=desk.forum.name, stage=Stage.LEFT_OUT, on=desk.today, meeting=day))


async def tell_resolved(
    desk: WritingDesk, meeting: Meeting, items: Iterable[AgendaItem], resolutions: Iterable[Resolution]
) -> None:
    """What the meeting resolved on what other forums sent, as the minutes leave."""
    numbered = {item.proposal: (place, item) for place, item in enumerate(items, start=1) if item.proposal is not None}
    by_item = {each.item: each for each in resolutions}
    for proposal in await proposals.ever_for_meeting(desk.conn, desk.forum.id, meeting.id):
        if proposal.sender is None or proposal.id not in numbered:
            continue
        place, item = numbered[proposal.id]
        resolution = by_item.get(item.id)
        is_put_off = resolution is not None and resolution.outcome is Outcome.POSTPONED
        station = Station(
            body=desk.forum.name,
            stage=Stage.POSTPONED if is_put_off else Stage.RESOLVED,
            on=desk.today,
            meeting=meeting.day,
            position=place,
            words=resolved_words(resolution),
        )
        seen = replace(proposal, content=item.content)
        await tell_back(desk, seen, station)


def resolved_words(resolution: Resolution | None) -> str:
    """The outcome and what was written on it."""
    return "" if resolution is None else in_short(resolution)


async def tell_back(desk: WritingDesk, proposal: Proposal, station: Station) -> None:
    """Tell the sender of a proposal of that station; what was closed here alone goes without its words."""
    sender = proposal.sender
    if sender is None:
        return
    try:
        there = await beside(desk, sender.forum)
    except Unreadable:  # whose fault is told to its own secretariat; nothing here waits for its being mended
        await desk.log(None, "referral.untold", number=proposal.number, year=proposal.year, to_forum=sender.forum)
        return
    referral = await store.by_number(there.conn, there.forum.id, sender.number, sender.year)
    if referral is None:
        return
    details = referral.details
    hides = proposal.content.is_closed and not details.is_closed
    is_own = station.body == desk.forum.name
    shown = replace(station, words="" if hides else station.words, body=details.body_name if is_own else station.body)
    await keep_told(there, None, referral, rules.told(referral, shown), "referral.told", from_forum=desk.forum.id)


async def keep_told(
    desk: WritingDesk, actor: str | None, before: Referral, after: Referral, what: str, **facts: object
) -> Referral:
    """Store what was told back of a referral, and tell whom it concerns; what changes nothing leaves no trace."""
    if after == before:
        return before
    stored = await store.save(desk.conn, after)
    station = stored.details.back[-1]
    await desk.log(
        actor,
        what,
        texts={"words": station.words},
        number=stored.number,
        year=stored.year,
        revision=stored.revision,
        status=stored.status.value,
        stage=station.stage.value,
        body=station.body,
        **facts,
    )
    if not stored.is_open:
        await remind_no_more(desk, stored)
    origin = await _origin(desk, stored)
    await _tell(desk, actor, stored, origin)
    if origin is not None:
        await _pass_on(desk, origin, stored, station)
    return stored


async def tell_proposer(desk: WritingDesk, actor: str | None, referral: Referral, place: int) -> str | None:
    """Tell whoever proposed it: that it was sent on (-1), or what was told back at that place; who that is."""
    origin = await _origin(desk, referral)
    person = None if origin is None else origin.proposer
    if person is None or person == actor:
        return None
    under = referral.meeting if origin is None else origin.meeting
    about = referral.year, referral.number, place
    subject = {"year": referral.year, "number": referral.number, "place": place, "under": under}
    await desk.tell(ReferralNotice.PROPOSER, *about, meeting=None, recipient=person, first=None, **subject)
    return person


async def remind_no_more(desk: WritingDesk, referral: Referral) -> None:
    """Nobody is reminded of what is answered."""
    waiting = await standing.waiting(desk.conn, desk.forum.id, (ReferralNotice.DUE,))
    about = referral.year, referral.number
    keys = {each.key for each in waiting if (each.subject.get("year"), each.subject.get("number")) == about}
    await standing.drop(desk.conn, keys, reason=say("stale.referral_over"))


async def _tell(desk: WritingDesk, actor: str | None, referral: Referral, origin: Proposal | None) -> None:
    place = len(referral.details.back) - 1
    proposer = None
    if referral.status is not Status.TAKEN_BACK:
        proposer = await tell_proposer(desk, actor, referral, place)
    people = [each for each in settings.secretariat(desk.forum, desk.today) if each not in (actor, proposer)]
    under = referral.meeting if origin is None else origin.meeting
    await desk.tell_each(
        people,
        ReferralNotice.NEWS,
        referral.year,
        referral.number,
        place,
        year=referral.year,
        number=referral.number,
        place=place,
        under=under,
    )


async def _origin(desk: WritingDesk, referral: Referral) -> Proposal | None:
    if referral.proposal is None:
        return None
    return await proposals.by_id(desk.conn, desk.forum.id, referral.proposal)


async def _pass_on(desk: WritingDesk, origin: Proposal, referral: Referral, station: Station) -> None:
    """What came from farther on goes on to where our own case came from; of what we only sent on, it is our answer."""
    await tell_back(desk, origin, station)
    is_answer = referral.status is Status.ANSWERED and station.body == referral.details.body_name
    if is_answer and origin.status is ProposalStatus.FORWARDED:
        answer = Station(body=desk.forum.name, stage=Stage.ANSWERED, on=desk.today, words=station.words)
        await tell_back(desk, origin, answer)


async def _position(desk: WritingDesk, proposal: Proposal) -> int | None:
    agenda = await agendas.get(desk.conn, desk.forum.id, proposal.meeting or "")
    if agenda is None:
        return None
    items = agenda.current
    return next((place for place, item in enumerate(items, start=1) if item.proposal == proposal.id), None)
