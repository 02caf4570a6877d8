"""The year: its meetings against the charter, hosts in turn, and what is due."""

from typing import assert_never

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.year.actions import (
    ApproveStatus,
    ConfirmHost,
    EvaluateOnAgenda,
    OpenStatus,
    OpenSwap,
    SaveStatus,
    SendStatus,
    ShowStatus,
    ShowYear,
    SwapHosts,
    YearCommand,
    YearQuery,
)
from bot.domain.year.notices import YearNotice
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.taking_effect import Planning
from bot.usecases.year import evaluation, hosts, queries, reminding, report_notices, status, warnings
from bot.usecases.year.handing_on import hand_on
from bot.usecases.year.phrases import PHRASES
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "hand_on", "plan", "plan_forum", "query", "render"]


async def query(desk: Desk, actor: str, action: YearQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowYear():
            return await queries.show(desk, actor, action)
        case OpenSwap():
            return await hosts.open_swap(desk, actor, action)
        case ShowStatus():
            return await status.show(desk, actor, action)
        case OpenStatus():
            return await status.open_form(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: YearCommand, plan_anew: Planning) -> Card:
    """Do what the person asks for; `plan_anew` plans what hangs on a meeting's host."""
    match action:
        case ConfirmHost():
            return await hosts.confirm(desk, actor, action, plan_anew)
        case SwapHosts():
            return await hosts.swap(desk, actor, action, plan_anew)
        case SaveStatus():
            return await status.save(desk, actor, action)
        case ApproveStatus():
            return await status.approve(desk, actor, action)
        case SendStatus():
            return await status.send(desk, actor, action)
        case EvaluateOnAgenda():
            return await evaluation.put_on_agenda(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: YearQuery | YearCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, or the report as it stands."""
    if isinstance(action, SwapHosts):
        return await hosts.as_refused(desk, actor, action)
    if isinstance(action, SaveStatus):
        return await status.as_refused(desk, actor, action)
    if isinstance(action, ApproveStatus | SendStatus):
        return await status.show(desk, actor, ShowStatus(of_year=action.of_year, report=action.report))
    return None


async def render(desk: Desk, notice: Notice, kind: YearNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case YearNotice.FREQUENCY:
            return warnings.told(desk, notice)
        case YearNotice.HOST:
            return await hosts.told(desk, notice)
        case YearNotice.HOST_CONFIRMED | YearNotice.HOST_SWAPPED:
            return hosts.told_news(desk, notice, kind)
        case YearNotice.REPORT_DAY:
            return reminding.told_day(desk, notice)
        case YearNotice.REPORT_DUE:
            return await report_notices.told_due(desk, notice)
        case YearNotice.EVALUATION:
            return evaluation.told(desk, notice)
        case YearNotice.REPORT_SENT:
            return await report_notices.told_sent(desk, notice)
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan what is asked ahead of the meeting."""
    await hosts.plan(desk, meeting)


async def plan_forum(desk: WritingDesk) -> None:
    """Plan what is said of the year."""
    await warnings.plan(desk)
    await reminding.plan(desk)
    await evaluation.plan(desk)
