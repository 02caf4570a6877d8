"""Everything that was sent on, one of them, and a case's way through all bodies."""

from dataclasses import replace

from bot.domain.kernel.stations import Stage, Station
from bot.domain.proposals.state import Proposal
from bot.domain.referrals.actions import CaseAction, OpenSendOn, ReferralAction, RegisterAnswer
from bot.domain.referrals.destinations import destinations
from bot.domain.referrals.state import Referral
from bot.usecases.desk import Desk
from bot.usecases.referrals.answers import found
from bot.usecases.referrals.cases import Case, case_of, referrals_of, sees, stations_here
from bot.usecases.referrals.views import view_of
from bot.usecases.rights import is_secretariat, require_seat
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.proposals.closed import NEUTRAL_TITLE
from cards.referrals import cards
from cards.referrals.cards import WayShown
from storage import referrals as store

_MOST = 40


async def show_all(desk: Desk, actor: str) -> Card:
    """What waits, and the newest that is over."""
    require_seat(desk, actor)
    waiting = await store.open_ones(desk.conn, desk.forum.id)
    known = {(each.year, each.number) for each in waiting}
    newest = await store.newest(desk.conn, desk.forum.id, most=_MOST)
    every = [*waiting, *(each for each in newest if (each.year, each.number) not in known)]
    return cards.listing([await view_of(desk, actor, each) for each in every], desk.forum.id)


async def show_one(desk: Desk, actor: str, action: ReferralAction) -> Card:
    """One of them."""
    require_seat(desk, actor)
    return cards.one(await view_of(desk, actor, await found(desk, action)))


async def as_typed(desk: Desk, actor: str, action: RegisterAnswer) -> Card:
    """One of them with the answer that was refused."""
    require_seat(desk, actor)
    view = await view_of(desk, actor, await found(desk, action))
    if desk.is_overheard:
        return cards.one(view)
    return cards.one(view, typed=action.words, day=action.answered_on)


async def show_way(desk: Desk, actor: str, action: CaseAction) -> Card:
    """»Sagens vej«: each station in order, with its words for those who may read them."""
    require_seat(desk, actor)
    case = await case_of(desk, action)
    referrals = await referrals_of(desk, case)
    is_hidden = not await sees(desk, actor, case)
    waiting = next((each for each in reversed(referrals) if each.is_open and each.is_letter), None)
    may_act = is_secretariat(desk, actor)
    return cards.way(
        WayShown(
            title=NEUTRAL_TITLE if is_hidden else case.content.title,
            subtitle=_called(case),
            stations=[*stations_here(desk, case), *(each for one in referrals for each in _away(desk, one))],
            is_hidden=is_hidden,
            case=_again(desk, case),
            may_send_on=may_act and bool(destinations(desk.forum)),
            open_one=await view_of(desk, actor, waiting) if waiting is not None and may_act else None,
        )
    )


def _away(desk: Desk, referral: Referral) -> list[Station]:
    """That it was sent on, and what was told back."""
    details = referral.details
    sent = Station(body=desk.forum.name, stage=Stage.SENT_ON, on=details.sent_on, to=details.body_name)
    return [replace(sent, words=details.question), *details.back]


def _called(case: Case) -> str:
    proposal: Proposal | None = case.proposal
    if proposal is not None:
        return say("referral.origin.proposal", nr=proposal.number, aar=proposal.year)
    day = "" if case.meeting is None else medium_date(case.meeting.day)
    return say("referral.origin.item", punkt=case.position, moede_dato=day)


def _again(desk: Desk, case: Case) -> OpenSendOn:
    """What the button to send it on is about."""
    if case.proposal is not None:
        return OpenSendOn(forum=desk.forum.id, number=case.proposal.number, year=case.proposal.year)
    meeting = None if case.meeting is None else case.meeting.id
    return OpenSendOn(forum=desk.forum.id, meeting=meeting, position=case.position)
