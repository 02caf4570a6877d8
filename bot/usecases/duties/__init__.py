"""Duties: what somebody owes the forum, whoever takes it, and until it is done."""

from typing import assert_never

from bot.domain.duties.actions import (
    CreateDuty,
    DutiesCommand,
    DutiesQuery,
    DutyAction,
    FinishDuty,
    GiveBackDuty,
    GiveBackMinutes,
    OpenDutyForm,
    PutOnNextAgenda,
    ReopenDuty,
    ReplyToSource,
    ShowDuties,
    ShowDuty,
    TakeDuty,
    TakeMinutes,
    UpdateDuty,
)
from bot.domain.duties.notices import DutyNotice
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.duties import agreements, commands, forms, notices, queries, reminding
from bot.usecases.duties.handing_on import hand_on
from bot.usecases.duties.phrases import PHRASES
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "fresh_card", "hand_on", "plan", "query", "render"]


async def query(desk: Desk, actor: str, action: DutiesQuery) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowDuties():
            return await queries.show(desk, actor, action)
        case ShowDuty():
            return await queries.show_one(desk, actor, action)
        case OpenDutyForm():
            return await forms.open_form(desk, actor, action)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: DutiesCommand) -> Card:  # noqa: C901 - one case an action
    """Do what the person asks for."""
    match action:
        case CreateDuty():
            return await commands.create(desk, actor, action)
        case TakeDuty():
            return await commands.take(desk, actor, action)
        case TakeMinutes():
            return await commands.take_minutes(desk, actor, action)
        case GiveBackDuty():
            return await commands.give_back(desk, actor, action)
        case GiveBackMinutes():
            return await commands.give_back_minutes(desk, actor, action)
        case FinishDuty():
            return await commands.finish(desk, actor, action)
        case ReopenDuty():
            return await commands.reopen(desk, actor, action)
        case ReplyToSource():
            return await commands.reply(desk, actor, action)
        case UpdateDuty():
            return await commands.update(desk, actor, action)
        case PutOnNextAgenda():
            return await agreements.put_on_agenda(desk, actor, action)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: DutiesQuery | DutiesCommand) -> Card | None:
    """What to show below a refusal: the form as it was filled in, the duty as it stands, or the list."""
    if isinstance(action, CreateDuty):
        return await forms.as_refused(desk, action) if is_secretariat(desk, actor) else None
    if isinstance(action, UpdateDuty | ReplyToSource):
        return await queries.as_typed(desk, actor, action)
    if isinstance(action, DutyAction):
        return await queries.show_one(desk, actor, ShowDuty(number=action.number, year=action.year))
    if isinstance(action, TakeMinutes | GiveBackMinutes):
        return await queries.show(desk, actor, ShowDuties())
    return None


async def render(desk: Desk, notice: Notice, kind: DutyNotice) -> Card | Stale:
    """What the notice says as it leaves."""
    return await notices.told(desk, notice, kind)


async def plan(desk: WritingDesk) -> None:
    """Plan the reminders of all that is owed."""
    await reminding.plan(desk)
