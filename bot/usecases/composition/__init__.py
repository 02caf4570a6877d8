"""Who takes part in a meeting: shown to all, told to the secretariat, and completed by those who know."""

from typing import assert_never

from bot.domain.composition.actions import (
    AnswerGpQuestion,
    CompositionCommand,
    CompositionQuery,
    ConfirmMandate,
    InviteGuest,
    OpenGpQuestion,
    OpenGuestForm,
    ShowComposition,
    WithdrawGuest,
    WithdrawMandate,
)
from bot.domain.composition.notices import CompositionNotice
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.composition import doctors, guests, mandates, notices
from bot.usecases.composition.notices import agenda_left
from bot.usecases.composition.phrases import PHRASES
from bot.usecases.composition.views import show_composition
from bot.usecases.desk import Desk, WritingDesk
from cards.kit.elements import Card

__all__ = ["PHRASES", "agenda_left", "command", "fresh_card", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: CompositionQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowComposition():
            return await show_composition(desk, actor, action)
        case OpenGpQuestion():
            return await doctors.open_question(desk, actor, action)
        case OpenGuestForm():
            return await guests.open_form(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: CompositionCommand) -> Card:
    """Do what the person asks for."""
    match action:
        case ConfirmMandate():
            return await mandates.confirm(desk, actor, action)
        case WithdrawMandate():
            return await mandates.withdraw(desk, actor, action)
        case AnswerGpQuestion():
            return await doctors.answer(desk, actor, action)
        case InviteGuest():
            return await guests.invite(desk, actor, action)
        case WithdrawGuest():
            return await guests.withdraw(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: CompositionQuery | CompositionCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in; None where the refusal says all."""
    match action:
        case InviteGuest():
            return await guests.as_refused(desk, action)
        case ConfirmMandate():
            return mandates.as_refused(desk, actor, action)
        case _:
            return None


async def render(desk: Desk, notice: Notice, kind: CompositionNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    match kind:
        case CompositionNotice.COMPOSITION:
            return await notices.composition(desk, notice)
        case CompositionNotice.GP_QUESTION:
            return await notices.gp_question(desk, notice)
        case _:
            assert_never(kind)


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan what the secretariat is told of who takes part."""
    await notices.plan(desk, meeting)
