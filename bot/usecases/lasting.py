"""The topics that outlast a meeting, one case each: owed, paid, sent on, filled, held or not reached."""

from typing import assert_never

from bot.domain.actions import LastingCommand, LastingQuery
from bot.domain.appointments.actions import AppointmentsCommand, AppointmentsQuery
from bot.domain.appointments.notices import AppointmentNotice
from bot.domain.duties.actions import DutiesCommand, DutiesQuery
from bot.domain.duties.notices import DutyNotice
from bot.domain.external.actions import ExternalCommand, ExternalQuery
from bot.domain.external.notices import ExternalNotice
from bot.domain.funds.actions import FundsCommand, FundsQuery
from bot.domain.funds.notices import FundNotice
from bot.domain.kernel.handed import Handed
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.notices import LastingNotice
from bot.domain.reach.actions import ReachCommand, ReachQuery
from bot.domain.reach.notices import ReachNotice
from bot.domain.referrals.actions import ReferralsCommand, ReferralsQuery
from bot.domain.referrals.notices import ReferralNotice
from bot.domain.reminders.actions import RemindersCommand, RemindersQuery
from bot.domain.year.actions import YearCommand, YearQuery
from bot.domain.year.notices import YearNotice
from bot.usecases import appointments, duties, external, funds, reach, referrals, reminders, year
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.phrases import CommandPhrases, QueryPhrases
from bot.usecases.reminders.digest import Render
from bot.usecases.taking_effect import Planning
from cards.kit.elements import Card

PHRASES: tuple[QueryPhrases | CommandPhrases, ...] = (
    *duties.PHRASES,
    *funds.PHRASES,
    *referrals.PHRASES,
    *external.PHRASES,
    *appointments.PHRASES,
    *year.PHRASES,
    *reminders.PHRASES,
    *reach.PHRASES,
)
"""How all of it is asked for in words."""


async def query(desk: Desk, actor: str, action: LastingQuery, render: Render) -> Card:
    """Show what the person asks for."""
    if isinstance(action, DutiesQuery):
        return await duties.query(desk, actor, action)
    if isinstance(action, FundsQuery):
        return await funds.query(desk, actor, action)
    if isinstance(action, ReferralsQuery):
        return await referrals.query(desk, actor, action)
    if isinstance(action, ExternalQuery):
        return await external.query(desk, actor, action)
    if isinstance(action, AppointmentsQuery):
        return await appointments.query(desk, actor, action)
    if isinstance(action, YearQuery):
        return await year.query(desk, actor, action)
    if isinstance(action, RemindersQuery):
        return await reminders.query(desk, actor, action, render)
    if isinstance(action, ReachQuery):
        return await reach.query(desk, actor, action)
    assert_never(action)


async def command(desk: WritingDesk, actor: str, action: LastingCommand, plan_anew: Planning, render: Render) -> Card:
    """Do what the person asks for."""
    if isinstance(action, DutiesCommand):
        shown = await duties.command(desk, actor, action)
        await appointments.follow_duties(desk)
        return shown
    if isinstance(action, FundsCommand):
        return await funds.command(desk, actor, action)
    if isinstance(action, ReferralsCommand):
        return await referrals.command(desk, actor, action)
    if isinstance(action, ExternalCommand):
        return await external.command(desk, actor, action)
    if isinstance(action, AppointmentsCommand):
        return await appointments.command(desk, actor, action)
    if isinstance(action, YearCommand):
        return await year.command(desk, actor, action, plan_anew)
    if isinstance(action, RemindersCommand):
        return await reminders.command(desk, actor, action, render)
    if isinstance(action, ReachCommand):
        return await reach.command(desk, actor, action)
    assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: LastingQuery | LastingCommand) -> Card | None:
    """What to show below a refusal."""
    if isinstance(action, DutiesQuery | DutiesCommand):
        return await duties.fresh_card(desk, actor, action)
    if isinstance(action, FundsQuery | FundsCommand):
        return await funds.fresh_card(desk, actor, action)
    if isinstance(action, ReferralsQuery | ReferralsCommand):
        return await referrals.fresh_card(desk, actor, action)
    if isinstance(action, ExternalQuery | ExternalCommand):
        return await external.fresh_card(desk, actor, action)
    if isinstance(action, AppointmentsQuery | AppointmentsCommand):
        return await appointments.fresh_card(desk, actor, action)
    if isinstance(action, YearQuery | YearCommand):
        return await year.fresh_card(desk, actor, action)
    if isinstance(action, RemindersQuery | RemindersCommand):
        return await reminders.fresh_card(desk, actor, action)
    if isinstance(action, ReachQuery | ReachCommand):
        return await reach.fresh_card(desk, actor, action)
    assert_never(action)


async def render(desk: Desk, notice: Notice, kind: LastingNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case DutyNotice():
            return await duties.render(desk, notice, kind)
        case FundNotice():
            return await funds.render(desk, notice, kind)
        case ReferralNotice():
            return await referrals.render(desk, notice, kind)
        case ExternalNotice():
            return await external.render(desk, notice, kind)
        case AppointmentNotice():
            return await appointments.render(desk, notice, kind)
        case YearNotice():
            return await year.render(desk, notice, kind)
        case ReachNotice():
            return await reach.render(desk, notice, kind)
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan every timed notice of a meeting that is still of use."""
    await year.plan(desk, meeting)


async def plan_forum(desk: WritingDesk) -> None:
    """Plan every timed notice that is about no meeting."""
    await duties.plan(desk)
    await funds.plan(desk)
    await referrals.plan(desk)
    await external.plan(desk)
    await appointments.plan(desk)
    await year.plan_forum(desk)


async def hand_on(desk: WritingDesk, heir: WritingDesk) -> tuple[Handed, ...]:
    """Let the heir go on with everything that is open."""
    return (
        *await duties.hand_on(desk, heir),
        *await funds.hand_on(desk, heir),
        *await referrals.hand_on(desk, heir),
        *await external.hand_on(desk, heir),
        *await appointments.hand_on(desk, heir),
        *await year.hand_on(desk, heir),
    )
