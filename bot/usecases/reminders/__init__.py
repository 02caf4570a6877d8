"""How each person is told what is news to them, what waits until then, and what they are reminded of once more."""

from typing import assert_never

from bot.domain.reminders.actions import (
    ChooseNotices,
    RemindersCommand,
    RemindersQuery,
    RemindTomorrow,
    ShowGathered,
    ShowNotices,
)
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.reminders import choosing, latest, tomorrow
from bot.usecases.reminders.digest import Render, draw
from bot.usecases.reminders.phrases import PHRASES
from bot.usecases.reminders.tomorrow import with_button
from cards.kit.elements import Card

__all__ = ["PHRASES", "command", "draw", "fresh_card", "query", "with_button"]


async def query(desk: Desk, actor: str, action: RemindersQuery, render: Render) -> Card:
    """Show what the person asks for."""
    match action:
        case ShowNotices():
            return await choosing.show(desk, actor, action)
        case ShowGathered():
            return await latest.show(desk, actor, action, render)
        case _:
            assert_never(action)


async def command(desk: WritingDesk, actor: str, action: RemindersCommand, render: Render) -> Card:
    """Do what the person asks for."""
    match action:
        case ChooseNotices():
            return await choosing.choose(desk, actor, action)
        case RemindTomorrow():
            return await tomorrow.remind(desk, actor, action, render)
        case _:
            assert_never(action)


async def fresh_card(desk: Desk, actor: str, action: RemindersQuery | RemindersCommand) -> Card | None:
    """What to show below a refusal: the choices, where one was not among them."""
    return await choosing.as_refused(desk, actor) if isinstance(action, ChooseNotices) else None
