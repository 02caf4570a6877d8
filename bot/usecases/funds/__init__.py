"""The shared funds: granted, disposed of by whom a council let, spent, and reported year by year."""

from typing import assert_never

from bot.domain.funds.actions import (
    AnswerForCouncil,
    CounterEntry,
    Dispose,
    FundsCommand,
    FundsQuery,
    OpenDisposalForm,
    OpenGrantForm,
    OpenSpendingForm,
    RegisterGrant,
    RegisterSpending,
    ShowFundEntry,
    ShowFundReport,
    ShowFunds,
)
from bot.domain.funds.notices import FundNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.funds import commands, councils, forms, notices, queries, report
from bot.usecases.funds.handing_on import hand_on
from bot.usecases.funds.loading import holds_fund
from bot.usecases.funds.phrases import PHRASES
from bot.usecases.funds.reminding import replan
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card
from storage import funds as store

__all__ = ["PHRASES", "command", "fresh_card", "hand_on", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: FundsQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowFunds():
            return await queries.show(desk, actor, action)
        case ShowFundReport():
            return await report.show(desk, actor, action)
        case ShowFundEntry():
            return await queries.show_entry(desk, actor, action)
        case OpenGrantForm():
            return await forms.open_grant(desk, actor, action)
        case OpenDisposalForm():
            return await forms.open_disposal(desk, actor, action)
        case OpenSpendingForm():
            return await forms.open_spending(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: FundsCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case RegisterGrant():
            return await commands.grant(desk, actor, action)
        case Dispose():
            return await commands.dispose(desk, actor, action)
        case RegisterSpending():
            return await commands.spend(desk, actor, action)
        case CounterEntry():
            return await commands.counter(desk, actor, action)
        case AnswerForCouncil():
            return await councils.answer(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: FundsQuery | FundsCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or what it is about as it stands."""
    if not any(desk.forum.seats_of(actor, desk.today)) or not await holds_fund(desk):
        return None
    match action:
        case Dispose():
            return await forms.as_refused(desk, actor, action)
        case RegisterGrant() | RegisterSpending():
            return await forms.as_refused(desk, actor, action) if is_secretariat(desk, actor) else None
        case CounterEntry():
            return await queries.as_typed(desk, actor, action)
        case AnswerForCouncil():
            return await councils.as_refused(desk, actor, action)
        case _:
            return None


async def render(desk: Desk, notice: Notice, kind: FundNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.render(desk, notice, kind)


async def plan(desk: WritingDesk) -> None:
    """Ask the councils whose delegation has ended since, and plan the reminders of all that is owed."""
    await councils.open_lacking(desk)
    await replan(desk, *await store.open_follow_ups(desk.conn, desk.forum.id))
