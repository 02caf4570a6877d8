"""Cases that go from body to body: sent on, answered, and followed on their way."""

from typing import assert_never

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.referrals.actions import (
    OpenSendOn,
    ReferralsCommand,
    ReferralsQuery,
    RegisterAnswer,
    SendOn,
    ShowReferral,
    ShowReferrals,
    ShowWay,
    TakeBackReferral,
)
from bot.domain.referrals.notices import ReferralNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.referrals import answers, notices, queries, reminding, sending
from bot.usecases.referrals.handing_on import hand_on
from bot.usecases.referrals.phrases import PHRASES
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "hand_on", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: ReferralsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case OpenSendOn():
            return await sending.open_form(desk, actor, action)
        case ShowWay():
            return await queries.show_way(desk, actor, action)
        case ShowReferrals():
            return await queries.show_all(desk, actor)
        case ShowReferral():
            return await queries.show_one(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: ReferralsCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case SendOn():
            return await sending.send_on(desk, actor, action)
        case RegisterAnswer():
            return await answers.register(desk, actor, action)
        case TakeBackReferral():
            return await answers.take_back(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: ReferralsQuery | ReferralsCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or the case as it stands."""
    match action:
        case SendOn():
            return await sending.as_refused(desk, action) if is_secretariat(desk, actor) else None
        case RegisterAnswer():
            return await queries.as_typed(desk, actor, action)
        case TakeBackReferral():
            return await queries.show_one(desk, actor, action)
        case OpenSendOn() | ShowWay() | ShowReferrals() | ShowReferral():
            return None
        case _:
            assert_never(action)


async def render(desk: Desk, notice: Notice, kind: ReferralNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.told(desk, notice, kind)


async def plan(desk: WritingDesk) -> None:
    """Plan the reminders of all that waits for an answer."""
    await reminding.plan(desk)
